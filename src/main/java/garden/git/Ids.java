package garden.git;

import garden.note.BlobId;
import garden.note.CommitId;
import java.time.Instant;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/** The names and times of JGit in the words of the garden, and back. */
final class Ids {

    private Ids() {}

    static CommitId commit(AnyObjectId id) {
        return new CommitId(id.name());
    }

    static BlobId blob(AnyObjectId id) {
        return new BlobId(id.name());
    }

    static ObjectId object(CommitId commit) {
        return ObjectId.fromString(commit.hex());
    }

    /** When the change was written. */
    static Instant authored(RevCommit commit) {
        return Instant.ofEpochSecond(commit.getAuthorIdent().getWhenAsInstant().getEpochSecond());
    }

    /** When the commit was made. */
    static Instant committed(RevCommit commit) {
        return Instant.ofEpochSecond(commit.getCommitTime());
    }
}
