package garden.markdown.frontmatter;

import garden.markdown.frontmatter.FrontMatterBlock.Language;
import garden.markdown.text.Source;
import garden.note.FrontMatter;
import garden.note.Problem;
import java.util.List;

/**
 * Reads front matter, whichever language it is in. Keys are compared without regard to case; those that mean nothing to
 * the garden are properties.
 */
public record FrontMatterReader(Source source, FrontMatterBlock block) {

    /** Beyond this a note is misusing front matter; readers of YAML and TOML are slow and recursive. */
    public static final int MAX_CHARS = 1 << 16;

    /** The YAML reader is quadratic in this. */
    private static final int MAX_NESTING = 100;

    /** Line of the file on which the YAML or TOML begins. */
    private static final int FIRST_LINE = 2;

    /** Front matter and what is wrong with it, by line. */
    public record Result(FrontMatter frontMatter, List<Problem> problems) {

        /** Of a file without any. */
        public static final Result NONE = new Result(FrontMatter.NONE, List.of());

        /** Front matter that was not read in time: whatever it says, the note is hidden until then. */
        public static Result pending(String message) {
            return new Result(
                    SpokenVisibility.HIDDEN.narrow(FrontMatter.NONE),
                    List.of(new Problem(Problem.Kind.PENDING, 1, "front matter: " + message)));
        }

        /** Whether it was not read in time. */
        public boolean isPending() {
            return problems.stream().anyMatch(problem -> problem.kind() == Problem.Kind.PENDING);
        }
    }

    /** What stands in the block; never fails. */
    public Result read() {
        String text = text();
        if (!block.isClosed()) {
            return unread(1, unclosed(text));
        }
        if (text.length() > MAX_CHARS) {
            return unread(1, "front matter: expected at most " + MAX_CHARS + " characters, found " + text.length());
        }
        if (nesting(text) > MAX_NESTING) {
            return unread(1, "front matter: expected at most " + MAX_NESTING + " brackets inside each other");
        }
        try {
            FrontLines lines = block.language() == Language.YAML
                    ? YamlFrontMatter.read(text, FIRST_LINE)
                    : TomlFrontMatter.read(text, FIRST_LINE);
            FrontMatterValues values = FrontMatterValues.of(lines);
            FrontMatter frontMatter = new FrontMatterKeys(source, values).read();
            SpokenVisibility lost = new UnreadVisibility(lines.lost()).read();
            return new Result(lost.narrow(frontMatter), values.problems());
        } catch (UnreadableException e) {
            return unread(e.problem());
        }
    }

    private String unclosed(String text) {
        String mark = block.language() == Language.YAML ? "---" : "+++";
        long last = FIRST_LINE - 1 + text.lines().count();
        return "front matter: expected a line " + mark + " after line " + last
                + " that closes it, found none; until then only what hides the note counts";
    }

    /** What is known of front matter that cannot be read, for the reason {@code message}. */
    public Result unread(int line, String message) {
        return unread(new Problem(Problem.Kind.BAD_FRONT_MATTER, line, message));
    }

    private Result unread(Problem problem) {
        return new Result(new UnreadVisibility(text()).read().narrow(FrontMatter.NONE), List.of(problem));
    }

    private String text() {
        return source.text().substring(block.start(), block.end());
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
}
