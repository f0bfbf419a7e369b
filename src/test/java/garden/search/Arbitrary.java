package garden.search;

import garden.note.BlobId;
import garden.note.Block;
import garden.note.Excerpt;
import garden.note.FrontMatter;
import garden.note.Heading;
import garden.note.Link;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.ParsedNote;
import garden.note.Problem;
import garden.note.Property;
import garden.note.PropertyValue;
import garden.note.Span;
import garden.note.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Notes by chance; one seed always makes the same ones. Few words, so that notes share them. */
final class Arbitrary {

    private static final List<String> WORDS = List.of(
            "gpu",
            "gpus",
            "training",
            "train",
            "trains",
            "H100",
            "GB200",
            "HBM3e",
            "InfiniBand",
            "infinband",
            "Llama-3.1",
            "C++",
            "node.js",
            "Größe",
            "東京都",
            "タワー",
            "🌱",
            "the",
            "system",
            "systems",
            "network",
            "networks",
            "storage");
    private static final List<String> TAGS = List.of("usa", "usa/doe", "gpu", "GPU");

    private final Random random;

    Arbitrary(long seed) {
        random = new Random(seed);
    }

    /** From 0 to bound - 1. */
    int number(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String words(int max) {
        return Stream.generate(() -> oneOf(WORDS)).limit(1 + number(max)).collect(Collectors.joining(" "));
    }

    NotePath path() {
        return new NotePath(
                oneOf(List.of("", "systems/", "a/b/")) + oneOf(WORDS).replace("/", "") + number(4) + ".md");
    }

    String query() {
        return switch (number(8)) {
            case 0 -> "\"" + words(2) + "\"";
            case 1 -> "#" + oneOf(TAGS) + " " + words(1);
            case 2 -> words(2) + " -" + words(1);
            case 3 -> "path:systems/ " + words(1);
            case 4 -> oneOf(WORDS).substring(0, 1) + "x" + words(1);
            default -> words(3);
        };
    }

    ParsedNote parsed(NotePath path) {
        List<Heading> headings = headings();
        String text = headings.stream()
                .map(heading -> heading.text() + "\n" + words(20))
                .collect(Collectors.joining("\n", words(10) + "\n", ""));
        return new ParsedNote(note(path, headings), text);
    }

    Note note() {
        return note(path(), headings());
    }

    private Note note(NotePath path, List<Heading> headings) {
        FrontMatter frontMatter = frontMatter();
        return new Note(
                path,
                new BlobId("%040x".formatted(random.nextInt(1 << 30))),
                frontMatter.title().orElse(path.name()),
                frontMatter,
                headings,
                list(() -> oneOf(WORDS)),
                list(() -> new Block(oneOf(WORDS) + number(9), span())),
                frontMatter.tags(),
                list(this::link),
                list(() -> new Problem(oneOf(List.of(Problem.Kind.values())), 1 + number(9), words(2))),
                words(5),
                number(1_000));
    }

    private FrontMatter frontMatter() {
        return new FrontMatter(
                maybe(() -> words(3)),
                list(() -> words(2)),
                list(() -> new Tag(oneOf(TAGS))),
                maybe(() -> words(4)),
                random.nextBoolean(),
                maybe(random::nextBoolean),
                random.nextBoolean(),
                maybe(() -> Instant.ofEpochSecond(number(2_000_000_000), number(1_000_000_000))),
                maybe(() -> Instant.ofEpochSecond(-number(1_000_000))),
                random.nextBoolean(),
                maybe(() -> words(1)),
                maybe(() -> oneOf(List.of("en", "ja"))),
                list(() -> "wide"),
                maybe(this::link),
                maybe(() -> number(10) / 4.0),
                list(() -> new Property(words(1), value())));
    }

    private PropertyValue value() {
        return switch (number(6)) {
            case 0 -> new PropertyValue.Items(list(this::text));
            case 1 -> new PropertyValue.Numeral("" + number(100));
            case 2 -> new PropertyValue.Checkbox(random.nextBoolean());
            case 3 -> new PropertyValue.Day(LocalDate.ofEpochDay(number(30_000)));
            case 4 -> new PropertyValue.Moment(LocalDateTime.of(2024, 5, 1, number(24), number(60)), "Z");
            default -> text();
        };
    }

    private PropertyValue.Text text() {
        return new PropertyValue.Text(list(() ->
                random.nextBoolean() ? new PropertyValue.Words(words(2)) : new PropertyValue.Linked(words(1), link())));
    }

    private List<Heading> headings() {
        return list(() -> new Heading(1 + number(6), words(3), words(2), words(1), span()));
    }

    private Link link() {
        Link.Place place = new Link.Place(new Excerpt("see this here", 4, 8), number(3) - 1);
        return switch (number(3)) {
            case 0 -> new Link.WikiLink(words(2), "", random.nextBoolean(), place, span());
            case 1 -> new Link.PathLink(words(2), words(1), random.nextBoolean(), place, span());
            default -> new Link.ExternalLink("https://example.org/" + words(1), span());
        };
    }

    private Span span() {
        int start = number(100);
        return new Span(start, start + number(100), 1 + number(10));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> list(Supplier<T> element) {
        return IntStream.range(0, number(4)).mapToObj(i -> element.get()).toList();
    }
}
