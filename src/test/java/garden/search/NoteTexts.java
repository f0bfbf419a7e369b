package garden.search;

import garden.note.Anchors;
import garden.note.BlobId;
import garden.note.Excerpt;
import garden.note.FrontMatter;
import garden.note.Heading;
import garden.note.Link;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.ParsedNote;
import garden.note.Property;
import garden.note.PropertyValue;
import garden.note.Span;
import garden.note.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Notes written as text, for tests: {@code --- path}, then lines {@code title: …}, {@code aliases: a, b}, {@code tags: x, y},
 * {@code attachments: a.png}, {@code author: …},
 * {@code lang: de} in any number, then the body, in which {@code # …} is a heading.
 */
final class NoteTexts {

    private static final String START = "--- ";

    private NoteTexts() {}

    static List<ParsedNote> notes(String text) {
        return Stream.of(text.split("(?m)^(?=" + START + ")"))
                .filter(note -> note.startsWith(START))
                .map(NoteTexts::note)
                .toList();
    }

    private static ParsedNote note(String text) {
        NotePath path = new NotePath(text.lines().findFirst().orElseThrow().substring(START.length()));
        List<Heading> headings = new ArrayList<>();
        Anchors anchors = new Anchors();
        List<String> lines = new ArrayList<>();
        text.lines().skip(1).filter(line -> !isKey(line)).forEach(line -> {
            String plain = line.replaceFirst("^#+ ", "");
            if (!plain.equals(line)) {
                headings.add(new Heading(1, plain, "", anchors.next(plain), new Span(0, 0, 1)));
            }
            lines.add(plain);
        });
        String body = String.join("\n", lines);
        String title = values(text, "title").findFirst().orElse(path.name());
        Note note = note(path, title, values(text, "aliases").toList(), tags(text), headings, body);
        return new ParsedNote(
                with(
                        note,
                        attachments(text),
                        properties(text),
                        values(text, "lang").findFirst()),
                body);
    }

    static Note note(
            NotePath path, String title, List<String> aliases, List<Tag> tags, List<Heading> headings, String body) {
        FrontMatter frontMatter = FrontMatter.NONE.with(
                given -> given.title(Optional.of(title)).aliases(aliases).tags(tags));
        String summary = body.length() > 60 ? body.substring(0, 60) : body;
        BlobId blob = new BlobId("0".repeat(40));
        return new Note(
                path, blob, title, frontMatter, headings, List.of(), List.of(), tags, List.of(), List.of(), summary, 1);
    }

    private static Note with(Note note, List<Link> links, List<Property> properties, Optional<String> language) {
        return new Note(
                note.path(),
                note.blob(),
                note.title(),
                note.frontMatter().withProperties(properties).withLanguage(language),
                note.headings(),
                note.places(),
                note.blocks(),
                note.tags(),
                links,
                note.problems(),
                note.summary(),
                note.words());
    }

    private static List<Link> attachments(String text) {
        Link.Place place = new Link.Place(new Excerpt("", 0, 0), -1);
        return values(text, "attachments")
                .<Link>map(target -> new Link.WikiLink(target, "", true, place, new Span(0, 1, 1)))
                .toList();
    }

    private static List<Property> properties(String text) {
        return values(text, "author")
                .map(value -> new Property("author", new PropertyValue.Text(List.of(new PropertyValue.Words(value)))))
                .toList();
    }

    private static List<Tag> tags(String text) {
        return values(text, "tags").map(Tag::new).toList();
    }

    private static boolean isKey(String line) {
        return line.matches("(title|aliases|tags|attachments|author|lang): .*");
    }

    private static Stream<String> values(String text, String key) {
        return text.lines()
                .filter(line -> line.startsWith(key + ": "))
                .flatMap(line -> Stream.of(line.substring(key.length() + 2).split(", ")));
    }
}
