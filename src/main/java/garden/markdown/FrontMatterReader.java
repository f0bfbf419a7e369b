package garden.markdown;

import garden.note.FrontMatter;
import garden.note.Problem;
import garden.note.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads front matter. Keys are compared without regard to case; keys that Garden does not know are left alone.
 *
 * <p>Only the tree of YAML nodes is built, so that no tag can name a class and no alias can multiply.
 */
final class FrontMatterReader {

    /** Beyond this a note is misusing front matter; YAML readers are slow and recursive. */
    private static final int MAX_CHARS = 1 << 16;

    /** The YAML reader is quadratic in this. */
    private static final int MAX_NESTING = 100;

    /** Line of the file on which the YAML begins. */
    private static final int FIRST_LINE = 2;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(MAX_CHARS)
            .setMaxAliasesForCollections(20)
            .setAllowDuplicateKeys(false)
            .setAllowNonScalarKeys(true)
            .build();

    /** Front matter and what is wrong with it, by line. */
    record Result(FrontMatter frontMatter, List<Problem> problems) {

        static final Result NONE = new Result(FrontMatter.NONE, List.of());

        static Result unread(int line, String message) {
            return new Result(FrontMatter.NONE, List.of(new Problem(Problem.Kind.BAD_FRONT_MATTER, line, message)));
        }
    }

    private FrontMatterReader() {}

    /** What stands in the YAML {@code text}; never fails. */
    static Result read(String text) {
        if (text.length() > MAX_CHARS) {
            return Result.unread(
                    1, "front matter: expected at most " + MAX_CHARS + " characters, found " + text.length());
        }
        if (nesting(text) > MAX_NESTING) {
            return Result.unread(1, "front matter: expected at most " + MAX_NESTING + " brackets inside each other");
        }
        try {
            return read(new Compose(SETTINGS).composeString(text));
        } catch (MarkedYamlEngineException e) {
            return Result.unread(
                    e.getProblemMark().map(mark -> mark.getLine() + FIRST_LINE).orElse(1),
                    "front matter: expected YAML, found an error: " + oneLine(e.getProblem()));
        } catch (YamlEngineException e) {
            return Result.unread(
                    1, "front matter: expected YAML, found an error: " + oneLine(String.valueOf(e.getMessage())));
        }
    }

    private static int nesting(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '[', '{' -> deepest = Math.max(deepest, ++depth);
                case ']', '}' -> depth--;
                default -> {}
            }
        }
        return deepest;
    }

    private static Result read(Optional<Node> root) {
        if (root.isEmpty() || FrontMatterValues.isNull(root.get())) {
            return Result.NONE;
        }
        if (!(root.get() instanceof MappingNode mapping)) {
            return Result.unread(
                    FIRST_LINE, "front matter: expected keys and values, found " + FrontMatterValues.kind(root.get()));
        }
        FrontMatterValues values = FrontMatterValues.of(mapping, FIRST_LINE);
        FrontMatter frontMatter = new FrontMatter(
                values.text("title"),
                values.names("aliases", "alias"),
                tags(values),
                values.text("description"),
                values.flag("draft").orElse(false),
                values.flag("publish"),
                values.flag("unlisted").orElse(false),
                values.instant("created", "date"),
                values.instant("modified", "updated", "lastmod"),
                values.flag("enabletoc").orElse(true) && values.flag("toc").orElse(true));
        return new Result(frontMatter, values.problems());
    }

    /** Tags with spaces inside get {@code -} for them, as Quartz has it, when they are written in a list. */
    private static List<Tag> tags(FrontMatterValues values) {
        List<Tag> tags = new ArrayList<>();
        for (String written : values.words("tags", "tag")) {
            String name = written.replaceFirst("^#+", "").strip().replaceAll("\\s+", "-");
            if (!Tag.isTag(name)) {
                values.problem("tags", "a name", "\"" + written + "\"");
            } else if (!tags.contains(new Tag(name))) {
                tags.add(new Tag(name));
            }
        }
        return tags;
    }

    private static String oneLine(String message) {
        return message.strip().lines().findFirst().orElse("");
    }
}
