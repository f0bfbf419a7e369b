package garden.markdown.frontmatter;

import garden.markdown.frontmatter.FrontValue.Entries;
import garden.markdown.frontmatter.FrontValue.Entry;
import garden.markdown.frontmatter.FrontValue.Items;
import garden.markdown.frontmatter.FrontValue.Scalar;
import garden.note.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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

    /** The key of what is taken over from elsewhere: YAML 1.1, "Merge Key Language-Independent Type"; YAML 1.2 leaves it to the schema. */
    static final String MERGE = "<<";

    private static final Pattern WIKI_LINK = Pattern.compile("\\[\\[[^\\[\\]]+]]");

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(FrontMatterReader.MAX_CHARS)
            .setMaxAliasesForCollections(20)
            .setAllowNonScalarKeys(true)
            .build();

    /** Reading goes on after so many keys that are no YAML. */
    private static final int MAX_LOST = 50;

    private static final int MAX_ERRORS = 5;

    private final FrontBudget budget;
    private final YamlChunk chunk;
    private final int[] codePoints;

    private YamlFrontMatter(YamlChunk chunk, FrontBudget budget) {
        this.chunk = chunk;
        this.budget = budget;
        this.codePoints = chunk.text().codePoints().toArray();
    }

    /**
     * The keys in {@code text}, which begins on line {@code firstLine} of its file. What is no YAML loses its key, not the others: then
     * each is read by itself, and an anchor of one is unknown to the others.
     */
    static FrontLines read(String text, int firstLine) throws UnreadableException {
        YamlChunk whole = new YamlChunk(text, firstLine);
        FrontBudget budget = new FrontBudget();
        Optional<Node> root;
        try {
            root = compose(whole);
        } catch (UnreadableException e) {
            return keyByKey(text, firstLine, e);
        }
        return new FrontLines(new YamlFrontMatter(whole, budget).entries(root), List.of(), "");
    }

    private static FrontLines keyByKey(String text, int firstLine, UnreadableException error)
            throws UnreadableException {
        FrontBudget budget = new FrontBudget();
        List<Entry> entries = new ArrayList<>();
        List<UnreadableException> errors = new ArrayList<>();
        StringBuilder lost = new StringBuilder();
        for (YamlChunk chunk : YamlChunk.of(text, firstLine)) {
            try {
                entries.addAll(entries(chunk, budget));
            } catch (UnreadableException e) {
                errors.add(e);
                lost.append(chunk.text());
            }
            if (errors.size() > MAX_LOST) {
                throw error;
            }
        }
        List<Problem> problems = errors.stream()
                .limit(MAX_ERRORS)
                .map(UnreadableException::problem)
                .toList();
        return new FrontLines(new Entries(entries, firstLine), problems, lost.toString());
    }

    private static List<Entry> entries(YamlChunk chunk, FrontBudget budget) throws UnreadableException {
        YamlChunk readable = chunk;
        Optional<Node> root;
        try {
            root = compose(chunk);
        } catch (UnreadableException e) {
            readable = chunk.quoted().orElseThrow(() -> e);
            root = compose(readable);
        }
        return new YamlFrontMatter(readable, budget).entries(root).entries();
    }

    private static Optional<Node> compose(YamlChunk chunk) throws UnreadableException {
        try {
            return new Compose(SETTINGS).composeString(chunk.text());
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0);
            throw new UnreadableException(chunk.line() + line, error(e.getProblem()));
        } catch (YamlEngineException e) {
            throw new UnreadableException(chunk.line(), error(String.valueOf(e.getMessage())));
        }
    }

    private Entries entries(Optional<Node> root) throws UnreadableException {
        int firstLine = chunk.line();
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
        return new UnreadableException(chunk.line(), "expected keys and values, found " + value.kind());
    }

    private int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + chunk.line();
    }

    private FrontValue value(Node node) throws UnreadableException {
        int line = line(node);
        budget.enter(line);
        FrontValue value = switch (node) {
            case ScalarNode scalar -> scalar(scalar, line);
            case SequenceNode list -> {
                Optional<String> link = wikiLink(list);
                yield link.isPresent() ? text(link.get(), line) : new Items(items(list), line);
            }
            case MappingNode mapping when mapping.getValue().isEmpty() -> new Scalar("", true, line);
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

    private Scalar text(String text, int line) throws UnreadableException {
        budget.text(text, line);
        return new Scalar(text, false, line);
    }

    /** A wikilink without quotes around it, as written: for YAML a list in a list. */
    private Optional<String> wikiLink(SequenceNode list) {
        boolean isListInList = list.getValue().size() == 1
                && list.getValue().getFirst() instanceof SequenceNode inner
                && inner.getValue().stream().noneMatch(item -> item instanceof ScalarNode text && !text.isPlain());
        if (!isListInList || list.getStartMark().isEmpty() || list.getEndMark().isEmpty()) {
            return Optional.empty();
        }
        int start = list.getStartMark().get().getIndex();
        int end = list.getEndMark().get().getIndex();
        return Optional.of(new String(codePoints, start, end - start))
                .filter(written -> WIKI_LINK.matcher(written).matches());
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

    /** What is merged ({@link #MERGE}) comes after the mapping's own keys, and without those that stand there or were merged before. */
    private List<Entry> entries(MappingNode mapping) throws UnreadableException {
        List<Entry> entries = new ArrayList<>();
        List<Entry> merged = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            FrontValue value = value(tuple.getValueNode());
            boolean isNull = value instanceof Scalar scalar && scalar.isNull();
            if (tuple.getKeyNode() instanceof ScalarNode key && !isNull) {
                String name = key.getValue().strip();
                budget.text(name, line(key));
                List<Entry> mappings = name.equals(MERGE) ? merged(value) : List.of();
                if (mappings.isEmpty()) {
                    entries.add(new Entry(name, value, line(key)));
                }
                merged.addAll(mappings);
            }
        }
        Set<String> names = new HashSet<>();
        entries.forEach(entry -> names.add(entry.key().toLowerCase(Locale.ROOT)));
        merged.stream()
                .filter(entry -> names.add(entry.key().toLowerCase(Locale.ROOT)))
                .forEach(entries::add);
        return entries;
    }

    /** The keys of one mapping or of several; none of anything else. */
    private static List<Entry> merged(FrontValue value) {
        return switch (value) {
            case Entries mapping -> mapping.entries();
            case Items list ->
                list.items().stream().flatMap(item -> merged(item).stream()).toList();
            case Scalar scalar -> List.of();
        };
    }
}
