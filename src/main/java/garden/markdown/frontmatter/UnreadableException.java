package garden.markdown.frontmatter;

import garden.note.Problem;

/** Front matter that cannot be read at all: where, and what was expected and found. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    /** {@code line} is that of the file, from 1. */
    UnreadableException(int line, String message) {
        super("front matter: " + message, null, false, false);
        this.line = line;
    }

    Problem problem() {
        return new Problem(Problem.Kind.BAD_FRONT_MATTER, line, String.valueOf(getMessage()));
    }
}
