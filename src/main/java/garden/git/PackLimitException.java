package garden.git;

import org.eclipse.jgit.errors.CorruptObjectException;

/** A push or fetch costs more than one may. Nothing is corrupt, but JGit's checker of objects may throw nothing else. */
public final class PackLimitException extends CorruptObjectException {

    private static final long serialVersionUID = 1;

    private PackLimitException(String message) {
        super(message);
    }

    static PackLimitException of(String expected, String found, String key) {
        return new PackLimitException(
                "expected " + expected + ", found " + found + "; raise " + key + " in the configuration to allow it");
    }
}
