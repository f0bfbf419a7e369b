package garden.concurrent;

import java.time.Duration;

/**
 * Pauses that grow from failure to failure: the one rule by which anything is tried again.
 *
 * @param first after the first failure
 * @param growth so many times as long is each further one
 * @param longest that is ever waited
 */
public record Backoff(Duration first, int growth, Duration longest) {

    /** Pauses that double. */
    public Backoff(Duration first, Duration longest) {
        this(first, 2, longest);
    }

    /** How long to wait after so many failures in a row; after none as after one. */
    public Duration pause(int failures) {
        Duration pause = first;
        for (int failure = 1; failure < failures && pause.compareTo(longest) < 0; failure++) {
            pause = pause.multipliedBy(growth);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
