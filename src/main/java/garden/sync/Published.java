package garden.sync;

import garden.graph.Target;
import garden.snapshot.Garden;
import java.time.Duration;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One step from a garden to the next, published.
 *
 * @param affected pages that differ, as {@link garden.snapshot.GardenStep#affected}
 * @param took from the request to the publication
 */
public record Published(Garden before, Garden now, SortedSet<Target> affected, Duration took) {

    public Published {
        affected = new TreeSet<>(affected);
    }
}
