package garden.web.answer;

import garden.note.CommitId;
import garden.snapshot.ChangeReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The web's door to the reports of what was pushed. They name notes that were hidden or removed, so whole they are for those who
 * may push. Reports are not to be had while the disk fails, which is what an {@link IOException} says.
 */
public interface PushReports {

    /**
     * Whether a request with this {@code Authorization} header, empty for one without, may read reports.
     *
     * @throws IOException when that cannot be found out
     */
    boolean isOpenTo(Optional<String> authorization) throws IOException;

    /** The report of the step that led to {@code commit}; empty when none is kept. */
    Optional<ChangeReport> at(CommitId commit) throws IOException;

    /** At most {@code count} reports from the newest, {@code offset} left out. */
    List<ChangeReport> newest(int offset, int count) throws IOException;

    /** As {@link #newest}, those after the latest report of {@code commit} left out; all, when none of it is kept. */
    List<ChangeReport> upTo(CommitId commit, int offset, int count) throws IOException;

    /** How many reports are kept. */
    int size() throws IOException;
}
