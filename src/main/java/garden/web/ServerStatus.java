package garden.web;

import java.time.Instant;
import java.util.Optional;

/**
 * How the garden is kept up to date, as operators want to know it.
 *
 * @param publishedAt empty until the first snapshot is published
 * @param lastFailure empty when the last attempt went well
 * @param abandonedNotes parsings and renderings given up since the start because their time was over
 */
public record ServerStatus(Optional<Instant> publishedAt, Optional<Failure> lastFailure, long abandonedNotes) {

    /** Why the last attempt published nothing. */
    public record Failure(Instant at, String message) {}
}
