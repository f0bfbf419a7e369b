package garden.markdown.budget;

import java.io.Serial;

/** A note would cost more than it may. The message is that of the note's problem. */
public final class OverBudgetException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    /** @param message what was expected and found, for readers */
    public OverBudgetException(String message) {
        super(message);
    }
}
