package garden.markdown.frontmatter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A value in front matter, whichever language it is written in. {@code line} is that of the file, from 1. */
sealed interface FrontValue {

    int line();

    /**
     * One word, number, sentence, …
     *
     * @param text trimmed
     * @param isPlain whether it may be something else than text: not in quotes, not a block
     */
    record Scalar(String text, boolean isPlain, int line) implements FrontValue {

        boolean isNull() {
            return isPlain && List.of("", "~", "null").contains(text.toLowerCase(Locale.ROOT));
        }

        /** True or false, also as a word and in quotes. */
        Optional<Boolean> flag() {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "yes", "on", "1" -> Optional.of(true);
                case "false", "no", "off", "0" -> Optional.of(false);
                default -> Optional.empty();
            };
        }
    }

    /** Values in a row. */
    record Items(List<FrontValue> items, int line) implements FrontValue {}

    /** Keys and values, in the order written; those without a value left out. A mapping that has no keys is an empty text. */
    record Entries(List<Entry> entries, int line) implements FrontValue {}

    /** A key as written, trimmed, and its value. {@code line} is the key's. */
    record Entry(String key, FrontValue value, int line) {}

    /** Whether nothing is said: an empty text, or a list of nothing else. */
    default boolean isEmpty() {
        return switch (this) {
            case Scalar scalar -> scalar.text().isEmpty();
            case Items list -> list.items().stream().allMatch(FrontValue::isEmpty);
            case Entries mapping -> false;
        };
    }

    /** What to call the value in a message. */
    default String kind() {
        return switch (this) {
            case Items list -> "a list";
            case Entries mapping -> "a mapping";
            case Scalar scalar -> "\"" + scalar.text() + "\"";
        };
    }

    /** The value on one line, as YAML writes it between brackets. */
    default String compact() {
        return switch (this) {
            case Scalar scalar -> scalar.text();
            case Items list ->
                list.items().stream().map(FrontValue::compact).collect(Collectors.joining(", ", "[", "]"));
            case Entries mapping ->
                mapping.entries().stream()
                        .map(entry -> entry.key() + ": " + entry.value().compact())
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }
}
