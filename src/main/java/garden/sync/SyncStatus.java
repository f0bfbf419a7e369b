package garden.sync;

import garden.concurrent.Failure;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When the garden was published last, and what failed since.
 *
 * @param publishedAt when the current snapshot was published; empty until the first is
 * @param lastFailure empty when the last attempt to publish went well
 * @param troubles what else did not go well the last time, by its name: those who are told of publications, the index on disk
 */
public record SyncStatus(
        Optional<Instant> publishedAt, Optional<Failure> lastFailure, SortedMap<String, Failure> troubles) {

    public SyncStatus {
        troubles = Collections.unmodifiableSortedMap(new TreeMap<>(troubles));
    }
}
