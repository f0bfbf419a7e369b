package garden.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads the two levels of {@code config.yml}, each entry with its line. */
final class YamlFile {

    private final Path file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<ConfigProblem> problems = new ArrayList<>();

    private YamlFile(Path file) {
        this.file = file;
    }

    /** What {@code file} says; one problem when it is not there or not YAML. */
    static Layer read(Path file) {
        YamlFile yaml = new YamlFile(file);
        try {
            YamlText.read(file).ifPresent(yaml::readTop);
        } catch (YamlText.Unreadable unreadable) {
            yaml.addProblem(unreadable.line(), "", unreadable.reason());
        }
        return new Layer(yaml.entries, yaml.problems);
    }

    private void readTop(Node top) {
        if (top instanceof MappingNode mapping) {
            eachOnce(mapping, "", this::readSection);
        } else if (!isNothing(top)) {
            addProblem(lineOf(top), "", "expected sections such as site: and server:, found " + raw(top));
        }
    }

    private void readSection(ScalarNode key, Node value) {
        String section = key.getValue();
        boolean isSection = Keys.explainedSections().containsKey(section);
        if (isSection && value instanceof MappingNode mapping) {
            eachOnce(mapping, section + ".", (leaf, leafValue) -> readLeaf(section, leaf, leafValue));
        } else if (isSection && !isNothing(value)) {
            addProblem(lineOf(key), section, "expected keys below it, found " + raw(value));
        } else if (!isSection) {
            addProblem(lineOf(key), section, misplaced(section, value));
        }
    }

    private static String misplaced(String name, Node value) {
        if (Keys.find(name).isPresent()) {
            return "expected " + name.substring(name.indexOf('.') + 1) + ": below "
                    + name.substring(0, name.indexOf('.')) + ":, found the two in one line";
        }
        return value instanceof MappingNode
                ? Refusal.unknownSection(name)
                : Refusal.of(name).orElseThrow();
    }

    private void readLeaf(String section, ScalarNode key, Node value) {
        String name = section + "." + key.getValue();
        Entry entry = new Entry(file.toString(), lineOf(key), name, raw(value), Layer.folderOf(file));
        Refusal.of(name).ifPresentOrElse(reason -> problems.add(entry.problem(reason)), () -> entries.put(name, entry));
    }

    /** Hands on the entries of {@code mapping}; a key that is no text or is there already is a problem instead. */
    private void eachOnce(MappingNode mapping, String prefix, BiConsumer<ScalarNode, Node> reader) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                addProblem(lineOf(tuple.getKeyNode()), "", "expected a key, found " + raw(tuple.getKeyNode()));
                continue;
            }
            Integer before = lines.putIfAbsent(key.getValue(), lineOf(key));
            if (before == null) {
                reader.accept(key, tuple.getValueNode());
            } else {
                addProblem(lineOf(key), prefix + key.getValue(), "expected once, found also in line " + before);
            }
        }
    }

    private static Raw raw(Node node) {
        return switch (node) {
            case ScalarNode scalar when isNothing(scalar) -> new Raw.Other("nothing");
            case ScalarNode scalar -> new Raw.Text(scalar.getValue());
            case SequenceNode list
            when list.getValue().stream().allMatch(YamlFile::isText) ->
                new Raw.Items(list.getValue().stream()
                        .map(item -> ((ScalarNode) item).getValue())
                        .toList());
            case SequenceNode list -> new Raw.Other("a list of more than texts");
            default -> new Raw.Other("a mapping");
        };
    }

    private static boolean isText(Node node) {
        return node instanceof ScalarNode && !isNothing(node);
    }

    private static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private void addProblem(int line, String key, String message) {
        problems.add(new ConfigProblem(file.toString(), line, key, message));
    }
}
