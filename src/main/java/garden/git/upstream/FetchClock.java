package garden.git.upstream;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.eclipse.jgit.lib.EmptyProgressMonitor;

/** Ends a fetch that takes too long, or that nobody wants any more. JGit asks it while it works. */
final class FetchClock extends EmptyProgressMonitor {

    private final Duration whole;
    private final Instant end;
    private final BooleanSupplier isGivenUp;

    /** Runs from now on. */
    FetchClock(Duration whole, BooleanSupplier isGivenUp) {
        this.whole = whole;
        this.end = Instant.now().plus(whole);
        this.isGivenUp = isGivenUp;
    }

    @Override
    public boolean isCancelled() {
        return isGivenUp.getAsBoolean() || isOver();
    }

    private boolean isOver() {
        return Instant.now().isAfter(end);
    }

    /** Fails when the fetch is to end. */
    void check() throws IOException {
        if (isOver()) {
            throw new IOException("not done after " + whole.toSeconds() + " s");
        }
        if (isGivenUp.getAsBoolean()) {
            throw new IOException("the server is stopping");
        }
    }
}
