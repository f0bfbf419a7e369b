package garden;

import garden.note.NotePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Seeded random gardens for property tests: few names, so that files collide, aliases shadow and links break and heal
 * often. The same seed gives the same values.
 */
public final class Arbitrary {

    private static final List<String> FOLDERS = List.of("", "", "a/", "b/", "a/deep/", "tags/");
    private static final List<String> NAMES =
            List.of("elm", "Elm", "ash", "oak", "index", "README", "fruit", "café", "two words");
    private static final List<String> SUFFIXES = List.of(".md", ".md", ".md", ".md", ".md", ".markdown", ".mkd");
    private static final List<String> TAGS = List.of("fruit", "Fruit", "fruit/stone", "tree");
    private static final List<String> BLOCKS = List.of("b1", "b2");
    private static final List<String> FRAGMENTS = List.of("elm", "Elm", "ash", "two words", "^b1", "^b2");
    private static final List<String> LINKS = List.of(
            "elm",
            "ELM",
            "a/elm",
            "../ash",
            "../../elm",
            "./oak",
            "/ash",
            "oak.md",
            "two words",
            "café",
            "leaf.png",
            "tags/fruit",
            "a",
            "a/",
            "/b/",
            "a/deep/",
            "README",
            "README.md",
            "../README.md",
            "a/README.md",
            "fruit",
            "gone",
            "tags/",
            "index",
            "index.md",
            "elm.markdown",
            "a/oak.mkd",
            "../ash.mkd");
    private static final List<String> NEW_FOLDERS = List.of("c/", "tags/", "a/deep/", "moved/");
    private static final List<String> ORDERS = List.of("1", "2.5", "-3");

    private final Random random;

    /** What was written last at each path. */
    private final Map<NotePath, Draft> drafts = new HashMap<>();

    public Arbitrary(long seed) {
        this.random = new Random(seed);
    }

    /** A number from 0, {@code bound} excluded. */
    public int number(int bound) {
        return random.nextInt(bound);
    }

    /** What a note says, ready to be printed in the language a test needs. */
    public record Draft(
            List<String> titles,
            List<String> aliases,
            List<String> tags,
            List<String> orders,
            List<String> properties,
            List<String> headings,
            List<String> blocks,
            List<String> links) {

        /** The note in the language of {@link garden.note.SampleNotes}. */
        public String sample() {
            return lines("title: ", titles)
                    + lines("alias: ", aliases)
                    + lines("tag: ", tags)
                    + lines("order: ", orders)
                    + properties.stream()
                            .map(link -> "property: up [[" + link + "]]\n")
                            .collect(Collectors.joining())
                    + lines("# ", headings)
                    + lines("^", blocks)
                    + links.stream().map(link -> "see " + sampled(link) + "\n").collect(Collectors.joining());
        }

        /** The note in Markdown. */
        public String markdown() {
            String up = properties.stream()
                    .map(link -> "\"[[" + link + "]]\"")
                    .collect(Collectors.joining(", ", "up: [", "]\n"));
            return "---\n" + lines("title: ", titles) + lines("order: ", orders) + up + "aliases: " + list(aliases)
                    + "\ntags: " + list(tags)
                    + "\n---\n"
                    + lines("# ", headings)
                    + lines("\nwords ^", blocks)
                    + links.stream()
                            .map(link -> "\nsee " + marked(link) + " now\n")
                            .collect(Collectors.joining());
        }

        /** The same note with other headings. */
        Draft with(List<String> others) {
            return new Draft(titles, aliases, tags, orders, properties, others, blocks, links);
        }

        /** Some are embeds. */
        private static String written(String link) {
            return (link.length() % 3 == 0 ? "![[" : "[[") + link + "]]";
        }

        private static boolean isMarkdown(String link) {
            return link.contains(".m");
        }

        private static String sampled(String link) {
            return isMarkdown(link) ? "(" + link + ")" : written(link);
        }

        private static String marked(String link) {
            if (isMarkdown(link)) {
                return "[x](<" + link + ">)";
            }
            return link.length() % 4 == 1 ? "[[" + link + "|label " + link.charAt(0) + "]]" : written(link);
        }

        private static String lines(String prefix, List<String> values) {
            return values.stream().map(value -> prefix + value + "\n").collect(Collectors.joining());
        }

        private static String list(List<String> values) {
            return "[" + String.join(", ", values) + "]";
        }
    }

    /** A step in the life of a garden: what is written at which path. Some edits change nothing but the headings. */
    public Map<NotePath, Draft> edits(List<NotePath> living, int max) {
        Map<NotePath, Draft> edits = new TreeMap<>();
        int count = 1 + random.nextInt(max);
        for (int i = 0; i < count; i++) {
            NotePath path = !living.isEmpty() && random.nextBoolean() ? pick(living) : path();
            Optional<Draft> edited = Optional.ofNullable(drafts.get(path))
                    .filter(known -> living.contains(path) && random.nextInt(3) == 0)
                    .map(known -> known.with(some(NAMES, 2)));
            edits.put(path, edited.orElseGet(this::draft));
        }
        drafts.putAll(edits);
        return edits;
    }

    /** Now and then all files of a folder move to another: the old paths by the new ones, at which nothing was. */
    public Map<NotePath, NotePath> move(List<NotePath> living) {
        Map<NotePath, NotePath> moved = new TreeMap<>();
        String from = pick(FOLDERS);
        String to = pick(NEW_FOLDERS);
        if (from.isEmpty() || to.startsWith(from) || random.nextInt(3) > 0) {
            return moved;
        }
        for (NotePath path : living) {
            if (path.value().startsWith(from)) {
                moved.put(new NotePath(to + path.value().substring(from.length())), path);
            }
        }
        moved.keySet().removeAll(living);
        moved.forEach(
                (now, then) -> Optional.ofNullable(drafts.remove(then)).ifPresent(draft -> drafts.put(now, draft)));
        return moved;
    }

    /** Some of the living, to be deleted. */
    public List<NotePath> deletions(List<NotePath> living) {
        return living.stream().filter(path -> random.nextInt(6) == 0).toList();
    }

    /** A path of a note, or now and then of an attachment. */
    public NotePath path() {
        return random.nextInt(8) == 0
                ? new NotePath(pick(FOLDERS) + "leaf.png")
                : new NotePath(pick(FOLDERS) + pick(NAMES) + pick(SUFFIXES));
    }

    public Draft draft() {
        return new Draft(
                some(NAMES, 1),
                some(NAMES, 2),
                some(TAGS, 2),
                some(ORDERS, 1),
                links(2),
                some(NAMES, 2),
                some(BLOCKS, 1),
                links(5));
    }

    private List<String> links(int max) {
        List<String> links = new ArrayList<>();
        some(LINKS, max).forEach(link -> links.add(random.nextInt(4) == 0 ? link + "#" + pick(FRAGMENTS) : link));
        return links;
    }

    private List<String> some(List<String> from, int max) {
        return IntStream.range(0, random.nextInt(max + 1))
                .mapToObj(i -> pick(from))
                .toList();
    }

    public <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
