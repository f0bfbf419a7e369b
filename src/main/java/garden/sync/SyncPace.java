package garden.sync;

import garden.concurrent.Backoff;
import garden.concurrent.Timings;
import java.time.Duration;

/**
 * When the sync thread saves the index and retries what failed.
 *
 * @param quiet how long nothing is published before the index is put on disk
 * @param retry when what failed is tried again
 */
public record SyncPace(Duration quiet, Backoff retry) {

    /** The pace of a server. */
    public static final SyncPace USUAL = new SyncPace(Timings.INDEX_QUIET, Timings.PUBLISH_RETRY);
}
