package garden.markdown;

import java.io.Serial;

/** A note would cost more than it may. The message is that of the note's problem. */
final class OverBudgetException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    OverBudgetException(String message) {
        super(message);
    }
}
