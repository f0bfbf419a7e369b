package garden.markdown.frontmatter;

import garden.markdown.frontmatter.FrontValue.Entries;
import garden.markdown.frontmatter.FrontValue.Entry;
import garden.markdown.frontmatter.FrontValue.Items;
import garden.markdown.frontmatter.FrontValue.Scalar;
import garden.note.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The keys of front matter by the type that is expected of them; gathers what is not of its type. Owned by one thread.
 *
 * <p>Where a method takes several keys they mean the same, and the first that is given counts.
 */
final class FrontMatterValues {

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Problem> problems;
    private SpokenVisibility visibility = SpokenVisibility.NOTHING;

    private FrontMatterValues(List<Problem> problems) {
        this.problems = new ArrayList<>(problems);
    }

    /**
     * A key with an empty value is as one that is not there. Of a key that is given twice the first counts, but of those that say who may
     * see the note the one that shows it to fewest.
     */
    static FrontMatterValues of(FrontLines lines) {
        FrontMatterValues values = new FrontMatterValues(lines.problems());
        for (Entry entry : lines.entries().entries()) {
            if (!entry.value().isEmpty()) {
                values.add(entry);
            }
        }
        return values;
    }

    private void add(Entry entry) {
        if (entries.putIfAbsent(entry.key().toLowerCase(Locale.ROOT), entry) != null) {
            problem(entry.line(), entry.key() + ": expected once, found again");
        }
        VisibilityKey.of(entry.key()).ifPresent(key -> {
            Optional<SpokenVisibility> said = key.says(entry.value());
            if (said.isEmpty()) {
                problem(entry, "true or false", entry.value().kind() + ", so the note is hidden");
            }
            visibility = visibility.and(said.orElse(SpokenVisibility.HIDDEN));
        });
    }

    /** What all keys together say of who may see the note. */
    SpokenVisibility visibility() {
        return visibility;
    }

    /** All keys in lower case and what is written there, in the order written. */
    Map<String, Entry> entries() {
        return entries;
    }

    /** Text, or a number as written; on one line. */
    Optional<String> text(String... keys) {
        return first(keys)
                .flatMap(key -> read(key, "text", value -> scalar(value)))
                .map(text -> text.replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty());
    }

    /** A list of texts, or one text with commas between. */
    List<String> names(String... keys) {
        return list(",", keys);
    }

    /** A list of texts, or one text with commas or spaces between. */
    List<String> words(String... keys) {
        return list("[,\\s]+", keys);
    }

    /** True or false, also as a word. */
    Optional<Boolean> flag(String key) {
        return read(
                key,
                "true or false",
                value -> value instanceof Scalar scalar ? scalar.flag() : Optional.<Boolean>empty());
    }

    Optional<Instant> instant(String... keys) {
        return first(keys)
                .flatMap(key -> read(key, "a date", value -> scalar(value).flatMap(FrontMatterDates::parse)));
    }

    /** What {@code key} says when it is a single value; anything else is nothing. */
    Optional<String> scalarAt(String key) {
        Entry entry = entries.get(key);
        return entry == null ? Optional.empty() : scalar(entry.value());
    }

    /** What {@code reader} makes of the value of {@code key}; a problem when it is there and nothing is made of it. */
    <T> Optional<T> read(String key, String expected, Function<FrontValue, Optional<T>> reader) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        Optional<T> value = reader.apply(entry.value());
        if (value.isEmpty()) {
            problem(entry, expected, entry.value().kind());
        }
        return value;
    }

    /** Reports a value of the first of {@code keys} that is given, which is not as expected. */
    void problem(String expected, String found, String... keys) {
        first(keys).map(entries::get).ifPresent(entry -> problem(entry, expected, found));
    }

    /** What was reported so far, by line. */
    List<Problem> problems() {
        return problems.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }

    private void problem(Entry entry, String expected, String found) {
        problem(entry.line(), entry.key().toLowerCase(Locale.ROOT) + ": expected " + expected + ", found " + found);
    }

    private void problem(int line, String message) {
        problems.add(new Problem(Problem.Kind.BAD_FRONT_MATTER, line, message));
    }

    /** The first of {@code keys} that is given. */
    Optional<String> first(String... keys) {
        return Arrays.stream(keys).filter(entries::containsKey).findFirst();
    }

    private List<String> list(String separator, String... keys) {
        return first(keys)
                .flatMap(key -> read(key, "a list or text", value -> items(key, value, separator)))
                .orElse(List.of());
    }

    private Optional<List<String>> items(String key, FrontValue value, String separator) {
        return switch (value) {
            case Items list ->
                Optional.of(list.items().stream()
                        .flatMap(item -> item(key, item))
                        .filter(item -> !item.isEmpty())
                        .toList());
            case Scalar scalar ->
                Optional.of(Stream.of(scalar.text().split(separator))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList());
            case Entries mapping -> Optional.empty();
        };
    }

    private Stream<String> item(String key, FrontValue item) {
        Optional<String> text = scalar(item);
        if (text.isEmpty()) {
            problem("a list of texts", item.kind() + " in it", key);
        }
        return text.stream();
    }

    private static Optional<String> scalar(FrontValue value) {
        return value instanceof Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
    }
}
