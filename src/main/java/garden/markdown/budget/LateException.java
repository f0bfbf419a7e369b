package garden.markdown.budget;

import java.io.Serial;

/** Work was given up for now, and would perhaps have ended well: nothing is known by it. The message is that of the note's problem. */
public final class LateException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    public LateException(String message) {
        super(message);
    }
}
