package garden.markdown.frontmatter;

/**
 * How much front matter may hold once the aliases of YAML are put in, and how deep. Owned by one thread.
 *
 * <p>What is written is short, {@link FrontMatterReader#MAX_CHARS}; a few aliases make a thousand copies of a part of it.
 */
final class FrontBudget {

    static final int MAX_DEPTH = 100;
    static final int MAX_VALUES = 1 << 15;
    static final int MAX_CHARS = 1 << 17;

    private int depth;
    private int values;
    private int chars;

    /** Before a value is read; {@link #leave} follows. */
    void enter(int line) throws UnreadableException {
        if (++depth > MAX_DEPTH) {
            throw new UnreadableException(line, "expected at most " + MAX_DEPTH + " values inside each other");
        }
        if (++values > MAX_VALUES) {
            throw new UnreadableException(line, "expected at most " + MAX_VALUES + " values");
        }
    }

    void leave() {
        depth--;
    }

    /** A text was read. */
    void text(String text, int line) throws UnreadableException {
        chars += text.length();
        if (chars > MAX_CHARS) {
            throw new UnreadableException(line, "expected at most " + MAX_CHARS + " characters in values");
        }
    }
}
