package garden.markdown;

/** Front matter that cannot be read at all: where, and what was expected and found. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    /** {@code line} is that of the file, from 1. */
    UnreadableException(int line, String message) {
        super("front matter: " + message, null, false, false);
        this.line = line;
    }

    int line() {
        return line;
    }
}
