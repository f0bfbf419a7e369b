package garden.sync;

import garden.graph.Target;
import garden.snapshot.ChangeReport;
import garden.snapshot.Garden;
import garden.snapshot.GardenStep;
import garden.snapshot.StepDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One step from a garden to the next, published.
 *
 * @param affected pages that differ, as {@link garden.snapshot.GardenStep#affected}
 * @param at when readers saw it
 * @param took from the request to the publication
 */
public record Publication(
        Garden before, Garden now, SortedSet<Target> affected, StepDetails details, Instant at, Duration took) {

    public Publication {
        affected = new TreeSet<>(affected);
    }

    /** Whether readers see any of it. */
    public boolean isSeen() {
        return !now.commit().equals(before.commit());
    }

    /** The pages that differ for readers. */
    public SortedSet<Target> seen() {
        SortedSet<Target> seen = new TreeSet<>(affected);
        details.unseen().forEach(path -> seen.remove(new Target.File(path)));
        return seen;
    }

    /** What the step did. Cost: the pages it affected. */
    public ChangeReport report() {
        return ChangeReport.of(before, new GardenStep(now, affected), details, new ChangeReport.Timing(at, took));
    }
}
