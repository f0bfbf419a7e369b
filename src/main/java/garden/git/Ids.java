package garden.git;

import garden.note.BlobId;
import garden.note.CommitId;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;

/** The names of JGit in the words of the garden, and back. */
public final class Ids {

    private Ids() {}

    /** The commit of this name, as the garden calls it. */
    public static CommitId commit(AnyObjectId id) {
        return new CommitId(id.name());
    }

    static BlobId blob(AnyObjectId id) {
        return new BlobId(id.name());
    }

    /** The commit of this name, as JGit calls it. */
    public static ObjectId object(CommitId commit) {
        return ObjectId.fromString(commit.hex());
    }
}
