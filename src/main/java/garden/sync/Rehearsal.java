package garden.sync;

import garden.graph.LocatedProblem;
import garden.note.CommitId;
import garden.snapshot.ChangeReport;
import garden.snapshot.Garden;
import garden.snapshot.GardenStep;
import garden.snapshot.LiveGarden;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a commit would do to the published garden, found out beforehand. Thread-safe; changes nothing. */
public record Rehearsal(Sources sources, LiveGarden live) {

    /**
     * What would happen.
     *
     * @param report that of publishing the commit, but for its times
     * @param hidden what would be newly wrong with the front matter of notes that readers do not see
     */
    public record Outcome(ChangeReport report, List<LocatedProblem> hidden) {

        public Outcome {
            hidden = List.copyOf(hidden);
        }
    }

    /**
     * The report that publishing {@code commit} would give, but for its times. Cost as of publishing it, without index and
     * history.
     *
     * @throws IOException when the commit cannot be read
     */
    public Outcome of(CommitId commit) throws IOException {
        Garden before = live.garden();
        GardenUpdater update = new GardenUpdater(sources, before, commit);
        GardenStep step = update.rehearse();
        return new Outcome(
                ChangeReport.of(before, step, update.details(), new ChangeReport.Timing(Instant.EPOCH, Duration.ZERO)),
                update.addedToHidden());
    }
}
