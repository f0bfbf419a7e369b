package garden.note;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notes for tests, written as text: each begins with a line {@code --- path}. A deliberately small language, read without
 * the Markdown parser: {@code title: x}, {@code alias: x}, {@code tag: x}, {@code unlisted}, {@code # heading}, {@code ## inside},
 * {@code ^block}, {@code property: name [[target]]}, {@code order: 1},
 * {@code [[target#fragment]]} and {@code (target#fragment)} for a Markdown link, each an embed after {@code !}. Other paths are attachments.
 */
public record SampleNotes(List<Note> notes, List<NotePath> attachments) {

    private static final String PROPERTY = "property: ";
    private static final Pattern LINK = Pattern.compile("\\[\\[([^]#]*)#?([^]]*)]]|\\(([^)#]*)#?([^)]*)\\)");

    /** The notes and attachments in {@code text}, in its order. */
    public static SampleNotes of(String text) {
        List<Note> notes = new ArrayList<>();
        List<NotePath> attachments = new ArrayList<>();
        for (String part : text.split("(?m)^--- ", -1)) {
            if (!part.isBlank()) {
                NotePath path =
                        new NotePath(part.lines().findFirst().orElseThrow().strip());
                if (path.isNote()) {
                    notes.add(note(path, part.lines().skip(1).toList()));
                } else {
                    attachments.add(path);
                }
            }
        }
        return new SampleNotes(notes, attachments);
    }

    /** The notes by path. */
    public SortedMap<NotePath, Note> byPath() {
        SortedMap<NotePath, Note> byPath = new TreeMap<>();
        notes.forEach(note -> byPath.put(note.path(), note));
        return byPath;
    }

    private static Note note(NotePath path, List<String> lines) {
        FrontMatter frontMatter = frontMatter(lines);
        List<Heading> headings = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        Anchors anchors = new Anchors();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int level = line.indexOf("# ") + 1;
            if (level > 0 && line.startsWith("#".repeat(level))) {
                String text = line.substring(level + 1);
                headings.add(new Heading(level, text, "", anchors.next(text), new Span(i, i, i + 1)));
            }
            if (line.startsWith("^")) {
                blocks.add(new Block(line.substring(1), new Span(i, i, i + 1)));
            }
            if (!line.startsWith(PROPERTY)) {
                links.addAll(links(line, i, headings.size() - 1));
            }
        }
        return new Note(
                path,
                blob(String.join("\n", lines)),
                frontMatter.title().orElse(path.name()),
                frontMatter,
                headings,
                List.of(),
                blocks,
                frontMatter.tags(),
                links,
                List.of(),
                "",
                lines.size());
    }

    private static FrontMatter frontMatter(List<String> lines) {
        return FrontMatter.NONE.with(
                given -> given.title(values(lines, "title: ").stream().findFirst())
                        .aliases(values(lines, "alias: "))
                        .tags(values(lines, "tag: ").stream().map(Tag::new).toList())
                        .isDraft(lines.contains("draft"))
                        .isUnlisted(lines.contains("unlisted"))
                        .order(values(lines, "order: ").stream().findFirst().map(Double::valueOf))
                        .properties(properties(lines)));
    }

    private static List<Property> properties(List<String> lines) {
        List<Property> properties = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(PROPERTY)) {
                List<PropertyValue.Piece> pieces = new ArrayList<>();
                links(line, i, -1).forEach(link -> pieces.add(new PropertyValue.Linked("x", link)));
                properties.add(new Property(
                        line.substring(PROPERTY.length(), line.indexOf(" [[")), new PropertyValue.Text(pieces)));
            }
        }
        return properties;
    }

    private static List<Link> links(String line, int index, int heading) {
        List<Link> links = new ArrayList<>();
        Matcher matcher = LINK.matcher(line);
        while (matcher.find()) {
            Link.Place place = new Link.Place(new Excerpt(line, matcher.start(), matcher.end()), heading);
            Span span = new Span(index, index, index + 1);
            boolean isEmbed = line.startsWith("!", matcher.start() - 1);
            links.add(
                    matcher.group(1) != null
                            ? new Link.WikiLink(matcher.group(1), matcher.group(2), isEmbed, place, span)
                            : new Link.PathLink(matcher.group(3), matcher.group(4), isEmbed, place, span));
        }
        return links;
    }

    private static List<String> values(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .toList();
    }

    /** A blob id that follows from the content, so that equal content has equal ids. */
    public static BlobId blob(String content) {
        return new BlobId(String.format("%040x", content.hashCode() & 0xffffffffL));
    }
}
