package garden.markdown;

import java.time.Duration;
import java.util.Optional;

/**
 * How often something that was not done in time was tried again.
 *
 * @param made from 0
 */
public record Retries(int made) {

    /** After these it rests until the next start. */
    public static final int MOST = 5;

    /** Before the first. */
    public static final Retries NONE = new Retries(0);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int GROWTH = 4;

    public Retries {
        if (made < 0) {
            throw new IllegalArgumentException("retries: expected 0 or more, found " + made);
        }
    }

    /** One more. */
    public Retries next() {
        return new Retries(made + 1);
    }

    /** What to wait before the next: 1, 4, 16, 64 and 256 s. Empty when there is none. */
    public Optional<Duration> pause() {
        return made < MOST ? Optional.of(FIRST_PAUSE.multipliedBy((long) Math.pow(GROWTH, made))) : Optional.empty();
    }
}
