package garden.markdown;

import java.io.Serial;

/** Work was given up for now, and would perhaps have ended well: nothing is known by it. The message is that of the note's problem. */
final class LateException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    LateException(String message) {
        super(message);
    }
}
