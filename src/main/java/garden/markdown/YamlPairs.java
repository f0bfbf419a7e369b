package garden.markdown;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A YAML file that maps texts to texts.
 *
 * @param pairs in the order of lines
 * @param errors what is no such pair, in the order of lines; a file that is no mapping at all is one error
 */
public record YamlPairs(List<Pair> pairs, List<Pair> errors) {

    private static final int MAX_CHARS = 1 << 20;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(MAX_CHARS)
            .setMaxAliasesForCollections(20)
            .setAllowDuplicateKeys(true)
            .setAllowNonScalarKeys(true)
            .build();

    /** A key and its value, trimmed; of an error what was expected and what was found. {@code line} counts from 1. */
    public record Pair(String key, String value, int line) {}

    public YamlPairs {
        pairs = List.copyOf(pairs);
        errors = List.copyOf(errors);
    }

    /** The pairs in {@code text}; never fails. Brackets are no part of the form, so nesting cannot grow. */
    public static YamlPairs read(String text) {
        if (text.length() > MAX_CHARS || text.indexOf('[') >= 0 || text.indexOf('{') >= 0) {
            return error(new Pair("at most " + MAX_CHARS + " characters and no brackets", "other", 1));
        }
        try {
            return new Compose(SETTINGS)
                    .composeString(text)
                    .map(YamlPairs::pairs)
                    .orElse(new YamlPairs(List.of(), List.of()));
        } catch (YamlEngineException e) {
            return error(new Pair("YAML", "an error", 1));
        }
    }

    private static YamlPairs error(Pair error) {
        return new YamlPairs(List.of(), List.of(error));
    }

    private static YamlPairs pairs(Node root) {
        if (!(root instanceof MappingNode mapping)) {
            return error(new Pair("old paths and new paths", "something else", 1));
        }
        List<Pair> pairs = new ArrayList<>();
        List<Pair> errors = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = tuple.getKeyNode().getStartMark().map(Mark::getLine).orElse(0) + 1;
            if (tuple.getKeyNode() instanceof ScalarNode key && tuple.getValueNode() instanceof ScalarNode value) {
                pairs.add(new Pair(key.getValue().strip(), value.getValue().strip(), line));
            } else {
                errors.add(new Pair("an old path and a new path", "something else", line));
            }
        }
        return new YamlPairs(pairs, errors);
    }
}
