package garden.markdown;

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
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The keys of front matter by the type that is expected of them; gathers what is not of its type. Owned by one thread.
 *
 * <p>Where a method takes several keys they mean the same, and the first that is given counts.
 */
final class FrontMatterValues {

    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private FrontMatterValues() {}

    static FrontMatterValues of(MappingNode mapping, int firstLine) {
        FrontMatterValues values = new FrontMatterValues();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key && !isNull(tuple.getValueNode())) {
                String name = key.getValue().strip().toLowerCase(Locale.ROOT);
                values.values.putIfAbsent(name, tuple.getValueNode());
                values.lines.putIfAbsent(
                        name, key.getStartMark().map(mark -> mark.getLine()).orElse(0) + firstLine);
            }
        }
        return values;
    }

    static boolean isNull(Node node) {
        return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
    }

    /** What to call a value in a message. */
    static String kind(Node node) {
        return switch (node) {
            case SequenceNode list -> "a list";
            case MappingNode mapping -> "a mapping";
            case ScalarNode scalar -> "\"" + scalar.getValue() + "\"";
            default -> "no value";
        };
    }

    /** Text, or a number as written; trimmed. */
    Optional<String> text(String key) {
        return read(key, "text", node -> scalar(node)).filter(text -> !text.isEmpty());
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
        return read(key, "true or false", node -> scalar(node).flatMap(FrontMatterValues::bool));
    }

    Optional<Instant> instant(String... keys) {
        return first(keys)
                .flatMap(key -> scalar(values.get(key)).filter(String::isEmpty).isPresent()
                        ? Optional.empty()
                        : read(key, "a date", node -> scalar(node).flatMap(FrontMatterDates::parse)));
    }

    /** Reports a value of {@code key} that is not as expected. */
    void problem(String key, String expected, String found) {
        problems.add(new Problem(
                Problem.Kind.BAD_FRONT_MATTER,
                lines.getOrDefault(key, 1),
                key + ": expected " + expected + ", found " + found));
    }

    /** What was reported so far, by line. */
    List<Problem> problems() {
        return problems.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }

    private Optional<String> first(String... keys) {
        return Arrays.stream(keys).filter(values::containsKey).findFirst();
    }

    private <T> Optional<T> read(String key, String expected, Function<Node, Optional<T>> reader) {
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        Optional<T> value = reader.apply(node);
        if (value.isEmpty()) {
            problem(key, expected, kind(node));
        }
        return value;
    }

    private List<String> list(String separator, String... keys) {
        return first(keys)
                .flatMap(key -> read(key, "a list or text", node -> items(key, node, separator)))
                .orElse(List.of());
    }

    private Optional<List<String>> items(String key, Node node, String separator) {
        return switch (node) {
            case SequenceNode list ->
                Optional.of(list.getValue().stream()
                        .filter(item -> !isNull(item))
                        .flatMap(item -> item(key, item))
                        .filter(item -> !item.isEmpty())
                        .toList());
            case ScalarNode scalar ->
                Optional.of(Stream.of(scalar.getValue().split(separator))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList());
            default -> Optional.empty();
        };
    }

    private Stream<String> item(String key, Node item) {
        Optional<String> text = scalar(item);
        if (text.isEmpty()) {
            problem(key, "a list of texts", kind(item) + " in it");
        }
        return text.stream();
    }

    private static Optional<String> scalar(@Nullable Node node) {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue().strip()) : Optional.empty();
    }

    private static Optional<Boolean> bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> Optional.of(true);
            case "false", "no", "off", "0", "" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
