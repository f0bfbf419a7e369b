package garden.page.history;

import garden.note.BlobId;
import garden.note.CommitHistory;
import garden.note.CommitId;
import java.io.IOException;
import java.util.Optional;

/** The narrow door to git's history: what notes were, as far as readers may see. Thread-safe. */
public interface Past {

    /** The history of one commit; empty when it is not, or no longer, at hand. */
    Optional<CommitHistory> at(CommitId commit);

    /** Whether the repository lacks the beginning of the history. */
    boolean isCutOff() throws IOException;

    /** The bytes of a version; those of one that is too large may be cut. */
    byte[] read(BlobId blob) throws IOException;
}
