package garden.markdown;

import garden.markdown.FrontValue.Entries;
import garden.markdown.FrontValue.Entry;
import garden.markdown.FrontValue.Items;
import garden.markdown.FrontValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads front matter in YAML. Used once, by one thread.
 *
 * <p>Only the tree of YAML nodes is built, so that no tag can name a class; copies that aliases make are counted.
 */
final class YamlFrontMatter {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(FrontMatterReader.MAX_CHARS)
            .setMaxAliasesForCollections(20)
            .setAllowNonScalarKeys(true)
            .build();

    private final FrontBudget budget = new FrontBudget();
    private final int firstLine;

    private YamlFrontMatter(int firstLine) {
        this.firstLine = firstLine;
    }

    /** The keys in {@code text}, which begins on line {@code firstLine} of its file. */
    static Entries read(String text, int firstLine) throws UnreadableException {
        return new YamlFrontMatter(firstLine).read(text);
    }

    private Entries read(String text) throws UnreadableException {
        Optional<Node> root;
        try {
            root = new Compose(SETTINGS).composeString(text);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(this::line).orElse(1);
            throw new UnreadableException(line, error(e.getProblem()));
        } catch (YamlEngineException e) {
            throw new UnreadableException(1, error(String.valueOf(e.getMessage())));
        }
        FrontValue value = root.isEmpty() ? new Scalar("", true, firstLine) : value(root.get());
        return switch (value) {
            case Entries entries -> entries;
            case Scalar scalar when scalar.isNull() -> new Entries(List.of(), firstLine);
            case Scalar scalar -> throw noKeys(scalar);
            case Items items -> throw noKeys(items);
        };
    }

    private static String error(String message) {
        return "expected YAML, found an error: "
                + message.strip().lines().findFirst().orElse("");
    }

    private UnreadableException noKeys(FrontValue value) {
        return new UnreadableException(firstLine, "expected keys and values, found " + value.kind());
    }

    private int line(Mark mark) {
        return mark.getLine() + firstLine;
    }

    private int line(Node node) {
        return node.getStartMark().map(this::line).orElse(firstLine);
    }

    private FrontValue value(Node node) throws UnreadableException {
        int line = line(node);
        budget.enter(line);
        FrontValue value = switch (node) {
            case ScalarNode scalar -> scalar(scalar, line);
            case SequenceNode list -> new Items(items(list), line);
            case MappingNode mapping -> new Entries(entries(mapping), line);
            default -> new Scalar("", true, line);
        };
        budget.leave();
        return value;
    }

    private Scalar scalar(ScalarNode node, int line) throws UnreadableException {
        String text = node.getValue().strip();
        budget.text(text, line);
        return new Scalar(text, node.isPlain(), line);
    }

    private List<FrontValue> items(SequenceNode list) throws UnreadableException {
        List<FrontValue> items = new ArrayList<>();
        for (Node item : list.getValue()) {
            FrontValue value = value(item);
            if (!(value instanceof Scalar scalar && scalar.isNull())) {
                items.add(value);
            }
        }
        return items;
    }

    private List<Entry> entries(MappingNode mapping) throws UnreadableException {
        List<Entry> entries = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            FrontValue value = value(tuple.getValueNode());
            boolean isNull = value instanceof Scalar scalar && scalar.isNull();
            if (tuple.getKeyNode() instanceof ScalarNode key && !isNull) {
                String name = key.getValue().strip();
                budget.text(name, line(key));
                entries.add(new Entry(name, value, line(key)));
            }
        }
        return entries;
    }
}
