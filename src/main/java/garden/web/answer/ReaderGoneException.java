package garden.web.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The response could not be sent on: whoever asked is gone, or does not read. Nobody's failure. */
public final class ReaderGoneException extends IOException {

    private static final long serialVersionUID = 1L;

    ReaderGoneException(IOException cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether {@code failure} is that, or what somebody made of it on the way. */
    public static boolean isOne(@Nullable Throwable failure) {
        return failure instanceof ReaderGoneException
                || (failure instanceof UncheckedIOException && isOne(failure.getCause()));
    }
}
