package garden.sync;

import garden.concurrent.Backoff;
import garden.concurrent.Timings;
import java.time.Duration;

/**
 * How often an upstream is asked.
 *
 * @param interval between two questions as long as it answers
 * @param longest between two when it does not; {@code interval} when that is longer
 */
public record MirrorPace(Duration interval, Duration longest) {

    private static final double SPREAD = 0.1;

    /** As often as {@code interval}, and at least every {@link Timings#UPSTREAM_LONGEST} after failures. */
    public static MirrorPace every(Duration interval) {
        return new MirrorPace(interval, Timings.UPSTREAM_LONGEST);
    }

    /**
     * How long to wait now: twice as long after each further failure, and never just the same, so that many mirrors do not
     * ask in step.
     *
     * @param failures in a row, up to now
     * @param random from 0 to 1
     */
    public Duration wait(int failures, double random) {
        Duration limit = longest.compareTo(interval) > 0 ? longest : interval;
        long plain = new Backoff(interval, limit).pause(failures).toMillis();
        return Duration.ofMillis(Math.round(plain * (1 - SPREAD + 2 * SPREAD * random)));
    }
}
