package garden.web;

import java.time.Instant;
import java.util.Optional;

/**
 * How the garden is kept up to date, as operators want to know it.
 *
 * @param publishedAt empty until the first snapshot is published
 * @param lastFailure empty when the last attempt went well
 * @param abandonedNotes parsings and renderings given up since the start because their time was over
 * @param upstream what is followed; empty for a garden that takes pushes
 * @param announcement why the last announcement of a publication did not arrive; empty when it did
 */
public record ServerStatus(
        Optional<Instant> publishedAt,
        Optional<Failure> lastFailure,
        long abandonedNotes,
        Optional<Upstream> upstream,
        Optional<Failure> announcement) {

    /** Why the last attempt published nothing. */
    public record Failure(Instant at, String message) {}

    /**
     * A repository elsewhere that is followed.
     *
     * @param address fit to be shown
     * @param inStep when the garden was last known to be where it is; empty when it never was since the start
     * @param behind empty as long as it can be followed
     */
    public record Upstream(String address, Optional<Instant> inStep, Optional<Behind> behind) {}

    /** Since when an upstream cannot be followed, when that was last tried, why, how often in a row, and when next. */
    public record Behind(Instant since, Instant tried, String reason, int failures, Instant nextTry) {}
}
