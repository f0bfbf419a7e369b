package garden.markdown.frontmatter;

import garden.markdown.frontmatter.FrontValue.Entries;
import garden.markdown.frontmatter.FrontValue.Entry;
import garden.markdown.frontmatter.FrontValue.Items;
import garden.markdown.frontmatter.FrontValue.Scalar;
import garden.note.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads front matter in TOML, as Hugo has it. Used once, by one thread. */
final class TomlFrontMatter {

    private static final int MAX_ERRORS = 5;

    private final FrontBudget budget = new FrontBudget();
    private final int firstLine;

    private TomlFrontMatter(int firstLine) {
        this.firstLine = firstLine;
    }

    /** The keys in {@code text}, which begins on line {@code firstLine} of its file; lines in error are left out. */
    static FrontLines read(String text, int firstLine) throws UnreadableException {
        TomlFrontMatter reader = new TomlFrontMatter(firstLine);
        TomlParseResult result = Toml.parse(text);
        List<Problem> problems =
                result.errors().stream().limit(MAX_ERRORS).map(reader::problem).toList();
        return new FrontLines(new Entries(reader.entries(result), firstLine), problems, problems.isEmpty() ? "" : text);
    }

    private Problem problem(TomlParseError error) {
        String message = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
        return new Problem(
                Problem.Kind.BAD_FRONT_MATTER,
                line(error.position()),
                "front matter: expected TOML, found an error: " + message);
    }

    private int line(@Nullable TomlPosition position) {
        return position == null ? firstLine : position.line() - 1 + firstLine;
    }

    private List<Entry> entries(TomlTable table) throws UnreadableException {
        List<String> keys = new ArrayList<>(table.keySet());
        keys.sort(Comparator.comparingInt((String key) -> line(position(table, key)))
                .thenComparingInt(key -> column(position(table, key))));
        List<Entry> entries = new ArrayList<>();
        for (String key : keys) {
            int line = line(position(table, key));
            budget.text(key, line);
            Object value = Objects.requireNonNull(table.get(List.of(key)));
            entries.add(new Entry(key.strip(), value(value, line), line));
        }
        return entries;
    }

    private static @Nullable TomlPosition position(TomlTable table, String key) {
        return table.inputPositionOf(List.of(key));
    }

    private static int column(@Nullable TomlPosition position) {
        return position == null ? 0 : position.column();
    }

    private FrontValue value(Object value, int line) throws UnreadableException {
        budget.enter(line);
        FrontValue read = switch (value) {
            case TomlTable table when table.isEmpty() -> new Scalar("", true, line);
            case TomlTable table -> new Entries(entries(table), line);
            case TomlArray array -> new Items(items(array), line);
            case String text -> scalar(text, false, line);
            default -> scalar(value.toString(), true, line);
        };
        budget.leave();
        return read;
    }

    private Scalar scalar(String text, boolean isPlain, int line) throws UnreadableException {
        budget.text(text, line);
        return new Scalar(text.strip(), isPlain, line);
    }

    private List<FrontValue> items(TomlArray array) throws UnreadableException {
        List<FrontValue> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            items.add(value(array.get(i), line(array.inputPositionOf(i))));
        }
        return items;
    }
}
