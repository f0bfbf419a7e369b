package garden.concurrent;

import java.time.Duration;

/**
 * Pauses that double from failure to failure.
 *
 * @param first after the first failure
 * @param longest that is ever waited
 */
public record Backoff(Duration first, Duration longest) {

    private static final int MAX_DOUBLINGS = 20;

    /** How long to wait after so many failures in a row, at least one. */
    public Duration pause(int failures) {
        Duration pause = first.multipliedBy(1L << Math.clamp(failures - 1L, 0, MAX_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
