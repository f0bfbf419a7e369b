package garden.sync;

import java.time.Instant;
import java.util.Optional;

/**
 * How the garden is kept up to date.
 *
 * @param publishedAt when the current snapshot was published; empty until the first is
 * @param lastFailure empty when the last attempt went well
 */
public record SyncStatus(Optional<Instant> publishedAt, Optional<Failure> lastFailure) {

    /** Before anything was published. */
    public static final SyncStatus STARTING = new SyncStatus(Optional.empty(), Optional.empty());

    /** Why the last attempt published nothing, in words for the operator. */
    public record Failure(Instant at, String message) {}
}
