package garden.sync;

import java.time.Duration;

/**
 * How often an upstream is asked.
 *
 * @param interval between two questions as long as it answers
 * @param longest between two when it does not; {@code interval} when that is longer
 */
public record MirrorPace(Duration interval, Duration longest) {

    private static final double SPREAD = 0.1;
    private static final int MAX_DOUBLINGS = 20;

    /** As often as {@code interval}, and at least every quarter of an hour after failures. */
    public static MirrorPace every(Duration interval) {
        return new MirrorPace(interval, Duration.ofMinutes(15));
    }

    /**
     * How long to wait now: twice as long after each further failure, and never just the same, so that many mirrors do not
     * ask in step.
     *
     * @param failures in a row, up to now
     * @param random from 0 to 1
     */
    public Duration wait(int failures, double random) {
        long factor = 1L << Math.clamp(failures - 1L, 0, MAX_DOUBLINGS);
        long limit = Math.max(longest.toMillis(), interval.toMillis());
        long plain = Math.min(interval.toMillis() * factor, limit);
        return Duration.ofMillis(Math.round(plain * (1 - SPREAD + 2 * SPREAD * random)));
    }
}
