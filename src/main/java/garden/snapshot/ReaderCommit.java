package garden.snapshot;

import garden.note.CommitId;
import java.time.Instant;

/**
 * The commit that readers are told a garden is of: the last that changed anything they may see.
 *
 * @param committed when it was made; the epoch for {@link CommitId#NONE}
 */
public record ReaderCommit(CommitId commit, Instant committed) {

    /** Readers have never seen anything. */
    public static final ReaderCommit NONE = new ReaderCommit(CommitId.NONE, Instant.EPOCH);
}
