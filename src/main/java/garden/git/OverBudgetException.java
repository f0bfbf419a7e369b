package garden.git;

import org.eclipse.jgit.errors.CorruptObjectException;

/** A push or fetch costs more than one may. Nothing is corrupt, but JGit's checker of objects may throw nothing else. */
public final class OverBudgetException extends CorruptObjectException {

    private static final long serialVersionUID = 1;

    private OverBudgetException(String message) {
        super(message);
    }

    static OverBudgetException of(String expected, String found, String key) {
        return new OverBudgetException(
                "expected " + expected + ", found " + found + "; raise " + key + " in the configuration to allow it");
    }
}
