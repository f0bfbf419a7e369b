package garden.snapshot;

import garden.note.CommitId;
import java.time.Instant;

/**
 * The commit that readers are told a garden is of: the last that changed anything they may see.
 *
 * @param committed when it was made; the epoch for {@link CommitId#NONE}
 */
public record Standing(CommitId commit, Instant committed) {

    /** Readers have never seen anything. */
    public static final Standing NONE = new Standing(CommitId.NONE, Instant.EPOCH);
}
