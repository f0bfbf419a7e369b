/**
 * The one writer: from a commit to the published snapshot.
 *
 * <p>Commit, diff, parse, graph, index, publish, in this order and in one thread. Never answers a reader, and never publishes
 * half a change: when a step fails, the last good snapshot stays. Read {@link garden.sync.SyncLoop} and
 * {@link garden.sync.GardenUpdater} first.
 */
@NullMarked
package garden.sync;

import org.jspecify.annotations.NullMarked;
