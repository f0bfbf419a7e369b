package garden.concurrent;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turns of one loop, none of which ends its thread: whatever a turn throws, an {@link Error} too, is caught here, logged
 * once for each reason, kept for the status, and answered with a pause after which to try again. Thread-safe.
 */
public final class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final String verb;
    private final IntFunction<Duration> pauses;
    private Instant lastGood = Instant.now();
    private Optional<Failing> failing = Optional.empty();

    /**
     * Nothing tried yet.
     *
     * @param verb what a turn does, as it follows "cannot"
     * @param pauses how long to wait after so many failures in a row; zero where nothing is tried again by itself
     */
    public Attempts(String verb, IntFunction<Duration> pauses) {
        this.verb = verb;
        this.pauses = pauses;
    }

    /** What is done in a turn. */
    @FunctionalInterface
    public interface Turn {

        /** Does it. */
        void run() throws Exception;
    }

    /**
     * Runs the turn, whatever comes of it.
     *
     * @return how long to wait before the next try; empty when all went well
     * @throws InterruptedException when the thread is to end
     */
    public Optional<Duration> run(Turn turn) throws InterruptedException {
        try {
            turn.run();
            succeeded();
            return Optional.empty();
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            return Optional.of(failed(cause(e)));
        }
    }

    /** As {@link #run}, for threads that look at their interrupt themselves: it is set again, and nothing is tried after it. */
    public Optional<Duration> runOrInterrupt(Turn turn) {
        try {
            return run(turn);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Why the last turn failed; empty when it did not, or there was none. */
    public synchronized Optional<Failing> failing() {
        return failing;
    }

    private synchronized void succeeded() {
        lastGood = Instant.now();
        failing.ifPresent(last -> LOG.info("can {} again, after {} failures", verb, last.failures()));
        failing = Optional.empty();
    }

    private synchronized Duration failed(Throwable failure) {
        Instant now = Instant.now();
        int failures = failing.map(Failing::failures).orElse(0) + 1;
        String reason = reason(failure);
        boolean isKnown = failing.filter(last -> last.reason().equals(reason)).isPresent();
        Duration pause = pauses.apply(failures);
        failing = Optional.of(new Failing(lastGood, now, reason, failures, now.plus(pause)));
        if (!isKnown) {
            log(failure, reason, pause);
        }
        return pause;
    }

    /** What the pool or the future that ran the work wrapped it in says nothing. */
    private static Throwable cause(Throwable failure) {
        boolean isWrapped = failure instanceof UncheckedIOException
                || failure instanceof CompletionException
                || failure instanceof ExecutionException;
        Throwable cause = failure.getCause();
        return isWrapped && cause != null ? cause(cause) : failure;
    }

    private static boolean isBug(Throwable failure) {
        return failure instanceof RuntimeException || failure instanceof Error;
    }

    private static String reason(Throwable failure) {
        return isBug(failure)
                ? "internal error (" + failure.getClass().getSimpleName() + "); the log has the details"
                : String.valueOf(failure.getMessage());
    }

    /** A log that cannot be written, for lack of memory perhaps, is no reason to end the thread. */
    private void log(Throwable failure, String reason, Duration pause) {
        try {
            String next = pause.isZero() ? "" : "; next try in " + pause.toMillis() + " ms";
            if (isBug(failure)) {
                LOG.error("cannot {}{}", verb, next, failure);
            } else {
                LOG.warn("cannot {}: {}{}", verb, reason, next);
            }
        } catch (Throwable unloggable) {
            failure.addSuppressed(unloggable);
        }
    }
}
