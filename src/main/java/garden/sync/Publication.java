package garden.sync;

import garden.graph.Target;
import garden.snapshot.ChangeReport;
import garden.snapshot.Garden;
import garden.snapshot.GardenStep;
import garden.snapshot.Lazy;
import garden.snapshot.StepDetails;
import java.time.Duration;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One step from a garden to the next, published.
 *
 * @param before the garden that readers saw until then
 * @param step the garden that they see now, and the pages that differ
 * @param details what of it the two gardens do not tell
 * @param timing when readers saw it, and how long that took from the request
 * @param phases how long each phase took of those that there were, in their order
 * @param reported what all who are told of it are told; made once, when the first asks
 */
public record Publication(
        Garden before,
        GardenStep step,
        StepDetails details,
        ChangeReport.Timing timing,
        Map<PublicationPhase, Duration> phases,
        Lazy<ChangeReport> reported) {

    /** A publication whose report follows from the rest. */
    public Publication(Garden before, GardenStep step, StepDetails details, ChangeReport.Timing timing) {
        this(before, step, details, timing, Map.of(), new Lazy<>(() -> ChangeReport.of(before, step, details, timing)));
    }

    /** This publication, whose phases took so long. */
    Publication with(Map<PublicationPhase, Duration> times) {
        return new Publication(before, step, details, timing, times, reported);
    }

    /** The garden that readers see now. */
    public Garden now() {
        return step.garden();
    }

    /** Pages that differ, as {@link GardenStep#affected}. */
    public SortedSet<Target> affected() {
        return step.affected();
    }

    /** From the request to the publication. */
    public Duration took() {
        return timing.took();
    }

    /** Whether readers see any of it. */
    public boolean isSeen() {
        return !now().commit().equals(before.commit());
    }

    /** The pages that differ for readers. */
    public SortedSet<Target> seen() {
        SortedSet<Target> seen = new TreeSet<>(affected());
        details.unseen().forEach(path -> seen.remove(new Target.File(path)));
        return seen;
    }

    /** What the step did: the same for everyone who asks. Cost, once: the pages it affected. */
    public ChangeReport report() {
        return reported.get();
    }
}
