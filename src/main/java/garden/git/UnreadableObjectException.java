package garden.git;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;

/** The repository lacks an object, holds another kind under its name, or holds it damaged: asking again does not help. */
public final class UnreadableObjectException extends IOException {

    private static final long serialVersionUID = 1;

    UnreadableObjectException(String message, IOException cause) {
        super(message, cause);
    }

    /** Whether it is the object that cannot be read, and not the disk. */
    public static boolean isSaidBy(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MissingObjectException
                    || cause instanceof IncorrectObjectTypeException
                    || cause instanceof CorruptObjectException
                    || cause instanceof ZipException
                    || cause instanceof EOFException) {
                return true;
            }
        }
        return false;
    }
}
