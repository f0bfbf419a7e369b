package garden.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the garden stands to its upstream.
 *
 * @param upstream what is followed, fit to be shown
 * @param inStep when the garden was last known to be where the upstream is; empty when it never was since the start
 * @param behind empty as long as it is in step, for all that is known
 */
public record MirrorStatus(String upstream, Optional<Instant> inStep, Optional<Behind> behind) {

    /**
     * The upstream cannot be followed.
     *
     * @param since when it was last followed, or the server was started
     * @param tried the last attempt
     * @param failures in a row
     * @param nextTry when it will be tried again, unless somebody asks for it sooner
     */
    public record Behind(Instant since, Instant tried, String reason, int failures, Instant nextTry) {}

    /** How long the garden has been behind at {@code now}; zero when it is not. */
    public Duration lag(Instant now) {
        return behind.map(behind -> Duration.between(behind.since(), now)).orElse(Duration.ZERO);
    }
}
