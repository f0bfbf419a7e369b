package garden.snapshot;

import garden.graph.Target;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A new garden, and the pages that differ from those of the one before.
 *
 * @param affected notes, folders and tags whose pages differ; pages that list the whole garden are not named, they always may
 */
public record GardenStep(Garden garden, SortedSet<Target> affected) {

    public GardenStep {
        affected = new TreeSet<>(affected);
    }
}
