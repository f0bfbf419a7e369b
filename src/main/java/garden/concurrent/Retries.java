package garden.concurrent;

import java.time.Duration;
import java.util.Optional;

/**
 * How often something that was not done in time was tried again.
 *
 * @param made from 0
 */
public record Retries(int made) {

    /** After these it rests until the next start. */
    private static final int MOST = 5;

    /** Before the first. */
    public static final Retries NONE = new Retries(0);

    public Retries {
        if (made < 0) {
            throw new IllegalArgumentException("retries: expected 0 or more, found " + made);
        }
    }

    /** One more. */
    public Retries next() {
        return new Retries(made + 1);
    }

    /** Whether it is tried once more. */
    public boolean isOneLeft() {
        return made < MOST;
    }

    /** What to wait before the next, as {@link Timings#PENDING_RETRY} says. Empty when there is none. */
    public Optional<Duration> pause() {
        return isOneLeft() ? Optional.of(Timings.PENDING_RETRY.pause(made + 1)) : Optional.empty();
    }
}
