package garden.sync;

import garden.concurrent.Backoff;
import garden.concurrent.Timings;
import java.time.Duration;

/**
 * When the sync thread does what nobody waits for.
 *
 * @param quiet how long nothing is published before the index is put on disk
 * @param retry when what failed is tried again
 */
public record SyncPace(Duration quiet, Backoff retry) {

    /** That of a server. */
    public static final SyncPace USUAL = new SyncPace(Timings.INDEX_QUIET, Timings.PUBLISH_RETRY);
}
