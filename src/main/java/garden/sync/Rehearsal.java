package garden.sync;

import garden.note.CommitId;
import garden.snapshot.ChangeReport;
import garden.snapshot.Garden;
import garden.snapshot.GardenStep;
import garden.snapshot.LiveGarden;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** What a commit would do to the published garden, found out beforehand. Thread-safe; changes nothing. */
public record Rehearsal(Sources sources, LiveGarden live) {

    /**
     * The report that publishing {@code commit} would give, but for its times. Cost as of publishing it, without index and
     * history.
     *
     * @throws IOException when the commit cannot be read
     */
    public ChangeReport of(CommitId commit) throws IOException {
        Garden before = live.garden();
        GardenUpdate update = new GardenUpdate(sources, before, commit, new Progress());
        GardenStep step = update.rehearse();
        return ChangeReport.of(before, step, update.moves(), new ChangeReport.Timing(Instant.EPOCH, Duration.ZERO));
    }
}
