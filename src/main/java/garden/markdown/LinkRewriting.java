package garden.markdown;

import garden.note.BlobId;
import garden.note.Link;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.PropertyLink;
import garden.note.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes new targets into the links of a note and changes nothing else. Each edit is read again as the note it makes, and dropped
 * unless exactly the links that were meant have changed: so what cannot be done is left, and never done wrongly.
 */
public record LinkRewriting(Markdown markdown, NotePath path) {

    private static final BlobId NO_BLOB = new BlobId("0".repeat(40));

    /** A line that says where links by a label lead (CommonMark 0.31, section 4.7). */
    private static final Pattern DEFINITION = Pattern.compile("(?m)^ {0,3}\\[[^\\]\\n]+]:.*$");

    /** In a Markdown link these would end the target or be undone. */
    private static final Pattern SPECIAL = Pattern.compile("[()<>\\\\#?%]");

    /**
     * A note with its new links.
     *
     * @param left links that could not be rewritten, in order
     */
    public record Rewritten(String text, List<Link.Local> left) {

        public Rewritten {
            left = List.copyOf(left);
        }
    }

    /** A place where an old target may stand, and what may be put there. */
    private record Edit(int start, int end, String replacement) {

        String in(String text) {
            return text.substring(0, start) + replacement + text.substring(end);
        }
    }

    /** {@code text} with the new target of each link of {@code targets}, which are links of {@code text}; not encoded. */
    public Rewritten rewrite(String text, Map<Link.Local, String> targets) {
        List<Link.Local> original = links(text);
        List<Link.Local> left = new ArrayList<>();
        String current = text;
        for (int i = original.size() - 1; i >= 0; i--) {
            String target = targets.get(original.get(i));
            if (target == null) {
                continue;
            }
            List<Link.Local> now = links(current);
            // A definition that several links share was written with the last of them.
            if (!now.get(i).target().equals(target)) {
                Optional<String> edited = edited(current, now, i, target);
                if (edited.isEmpty()) {
                    left.addFirst(original.get(i));
                }
                current = edited.orElse(current);
            }
        }
        return new Rewritten(current, left);
    }

    /** Those that stay in the garden, first those in front matter. */
    private List<Link.Local> links(String text) {
        Note note = markdown.parse(path, NO_BLOB, text.getBytes(StandardCharsets.UTF_8))
                .note();
        Stream<Link.Local> inText =
                note.links().stream().filter(Link.Local.class::isInstance).map(Link.Local.class::cast);
        return Stream.concat(note.frontMatter().links().stream().map(PropertyLink::link), inText)
                .toList();
    }

    private Optional<String> edited(String text, List<Link.Local> before, int index, String target) {
        Link.Local link = before.get(index);
        return Stream.concat(
                        edits(text, link.span(), link, target),
                        DEFINITION
                                .matcher(text)
                                .results()
                                .flatMap(line -> edits(text, new Span(line.start(), line.end(), 1), link, target)))
                .map(edit -> edit.in(text))
                .filter(after -> isOnly(before, links(after), index, target))
                .findFirst();
    }

    private static Stream<Edit> edits(String text, Span region, Link.Local link, String target) {
        String part = text.substring(region.start(), region.end());
        int start = region.start();
        return spellings(link, link.target()).stream()
                .flatMap(old ->
                        Pattern.compile(old, Pattern.LITERAL).matcher(part).results())
                .flatMap(found -> spellings(link, target).stream()
                        .map(spelled -> new Edit(start + found.start(), start + found.end(), spelled)));
    }

    /** How a target may be written. */
    private static Set<String> spellings(Link.Local link, String target) {
        Set<String> spellings = new LinkedHashSet<>();
        switch (link) {
            case Link.WikiLink wiki -> spellings.add(target);
            case Link.PathLink path -> {
                String encoded = Address.Percent.encode(encodeSpecial(target));
                if (encoded.equals(target)) {
                    spellings.add(target);
                } else {
                    spellings.addAll(
                            List.of(encoded, Address.Percent.encode(target), target.replace(" ", "%20"), target));
                }
            }
        }
        return spellings;
    }

    private static String encodeSpecial(String target) {
        return SPECIAL.matcher(target)
                .replaceAll(special -> Matcher.quoteReplacement(
                        String.format("%%%02X", (int) special.group().charAt(0))));
    }

    /** Whether the link at {@code index} has its new target now, and no other link differs but those that were written with it. */
    private static boolean isOnly(List<Link.Local> before, List<Link.Local> after, int index, String target) {
        if (after.size() != before.size() || !after.get(index).target().equals(target)) {
            return false;
        }
        String old = before.get(index).target();
        for (int i = 0; i < before.size(); i++) {
            Link.Local then = before.get(i);
            Link.Local now = after.get(i);
            boolean hasMoved = then.target().equals(old) && now.target().equals(target);
            boolean isSame = then.getClass().equals(now.getClass())
                    && then.fragment().equals(now.fragment())
                    && then.isEmbed() == now.isEmbed();
            if (!isSame || !(hasMoved || then.target().equals(now.target()))) {
                return false;
            }
        }
        return true;
    }
}
