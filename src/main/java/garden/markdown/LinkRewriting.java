package garden.markdown;

import garden.note.BlobId;
import garden.note.Link;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.PropertyLink;
import garden.note.Span;
import garden.text.PercentCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes new targets into the links of a note and changes nothing else. Each edit is read again as the note it makes, and dropped
 * unless exactly the links that were meant have changed: so what cannot be done is left, and never done wrongly.
 */
public record LinkRewriting(Markdown markdown, NotePath path) {

    private static final BlobId NO_BLOB = new BlobId("0".repeat(40));

    private static final int MAX_TRIED = 200;

    /** A line that says where links by a label lead (CommonMark 0.31, section 4.7). */
    private static final Pattern DEFINITION = Pattern.compile("(?m)^ {0,3}\\[[^\\]\\n]+]:.*$");

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

    /** A text and the links in it. */
    private record Read(String text, List<Link.Local> links) {}

    /** A place where an old target may stand, and what may be put there. */
    private record Edit(int start, int end, String replacement) {

        String in(String text) {
            return text.substring(0, start) + replacement + text.substring(end);
        }
    }

    /**
     * {@code text} with the new target of each link of {@code targets}, which are links of {@code text}; not encoded. The likely
     * edits are made and read together; those of them that fail are tried one by one, {@link #MAX_TRIED} at most.
     */
    public Rewritten rewrite(String text, Map<Link.Local, String> targets) {
        List<Link.Local> links = links(text);
        List<String> wanted = links.stream()
                .map(link -> targets.getOrDefault(link, link.target()))
                .toList();
        return oneByOne(together(text, links, wanted).orElse(new Read(text, links)), links, wanted);
    }

    /** From the last to the first, so that the places of the others stay. Empty when something else came of it. */
    private Optional<Read> together(String text, List<Link.Local> links, List<String> wanted) {
        String edited = text;
        List<String> expected =
                new ArrayList<>(links.stream().map(Link.Local::target).toList());
        for (int index : byPlace(links).reversed()) {
            Link.Local link = links.get(index);
            Optional<Edit> likely = link.target().equals(wanted.get(index))
                    ? Optional.empty()
                    : likely(edited, link, wanted.get(index));
            if (likely.isPresent()) {
                edited = likely.get().in(edited);
                expected.set(index, wanted.get(index));
            }
        }
        List<Link.Local> after = links(edited);
        boolean isRight = isSame(links, after)
                && after.stream().map(Link.Local::target).toList().equals(expected);
        return isRight ? Optional.of(new Read(edited, after)) : Optional.empty();
    }

    /** The label of a Markdown link comes before its target, that of a wikilink after it. */
    private static Optional<Edit> likely(String text, Link.Local link, String target) {
        Span span = link.span();
        int label = text.substring(span.start(), span.end()).lastIndexOf("](");
        int from = span.start() + (link instanceof Link.WikiLink ? 0 : label);
        boolean isKnown = link instanceof Link.WikiLink || label >= 0;
        return isKnown
                ? edits(text, new Span(from, span.end(), span.line()), link, target)
                        .findFirst()
                : Optional.empty();
    }

    private static List<Integer> byPlace(List<Link.Local> links) {
        return IntStream.range(0, links.size())
                .boxed()
                .sorted(Comparator.comparingInt(index -> links.get(index).span().start()))
                .toList();
    }

    private Rewritten oneByOne(Read read, List<Link.Local> original, List<String> wanted) {
        List<Link.Local> left = new ArrayList<>();
        String current = read.text();
        List<Link.Local> now = read.links();
        int tried = 0;
        for (int index = original.size() - 1; index >= 0; index--) {
            String target = wanted.get(index);
            boolean isDone =
                    now.size() == original.size() && now.get(index).target().equals(target);
            if (isDone) {
                continue;
            }
            Optional<String> edited = now.size() == original.size() && tried++ < MAX_TRIED
                    ? edited(current, now, index, target)
                    : Optional.empty();
            if (edited.isEmpty()) {
                left.addFirst(original.get(index));
            } else {
                current = edited.get();
                now = links(current);
            }
        }
        return new Rewritten(current, left);
    }

    /** Those that stay in the garden, first those in front matter. */
    private List<Link.Local> links(String text) {
        Note note = markdown.parse(path, NO_BLOB, text.getBytes(StandardCharsets.UTF_8))
                .note();
        return Stream.concat(note.frontMatter().links().stream().map(PropertyLink::link), note.localLinks())
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
                String encoded = PercentCode.encodeTarget(target);
                if (encoded.equals(target)) {
                    spellings.add(target);
                } else {
                    spellings.addAll(
                            List.of(encoded, PercentCode.encodeUrl(target), target.replace(" ", "%20"), target));
                }
            }
        }
        return spellings;
    }

    /** Whether the link at {@code index} has its new target now, and no other link differs but those that were written with it. */
    private static boolean isOnly(List<Link.Local> before, List<Link.Local> after, int index, String target) {
        if (!isSame(before, after) || !after.get(index).target().equals(target)) {
            return false;
        }
        String old = before.get(index).target();
        return IntStream.range(0, before.size()).allMatch(other -> {
            String then = before.get(other).target();
            String now = after.get(other).target();
            return then.equals(now) || (then.equals(old) && now.equals(target));
        });
    }

    /** Whether these are the same links but for their targets and places. */
    private static boolean isSame(List<Link.Local> before, List<Link.Local> after) {
        return before.size() == after.size()
                && IntStream.range(0, before.size()).allMatch(index -> isSame(before.get(index), after.get(index)));
    }

    private static boolean isSame(Link.Local then, Link.Local now) {
        return then.getClass().equals(now.getClass())
                && then.fragment().equals(now.fragment())
                && then.isEmbed() == now.isEmbed();
    }
}
