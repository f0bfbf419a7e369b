package garden.page.history;

import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.Contributor;
import garden.note.NotePath;
import garden.note.Touch;
import garden.note.Version;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The narrow door to git's history: what notes were, as far as readers may see. Thread-safe. */
public interface Past {

    /** The history of one commit; empty when it is not, or no longer, at hand. */
    Optional<At> at(CommitId commit);

    /** Whether the repository lacks the beginning of the history. */
    boolean isCutOff() throws IOException;

    /** The bytes of a version; those of one that is too large may be cut. */
    byte[] read(BlobId blob) throws IOException;

    /** The history of one commit, which does not change. */
    interface At {

        /** Number of versions of a note, under all its names. */
        int versionCount(NotePath path);

        /** Number of those that count as changes. */
        int changeCount(NotePath path);

        /** Versions from the newest; {@code offset} of them left out. */
        List<Version> versions(NotePath path, int offset, int limit);

        /** What a commit made of a note. */
        Optional<Version> version(NotePath path, CommitId commit);

        /** Earlier names of a note, from the latest. */
        List<NotePath> formerPaths(NotePath path);

        /** Who wrote the latest {@code max} versions, the most diligent first. */
        List<Contributor> authors(NotePath path, int max);

        /** Commits that touched notes, from the newest; {@code offset} of them left out. */
        List<Touch> touches(int offset, int limit);

        /** One of these commits; empty for one that touched no notes that readers could see. */
        Optional<Touch> touch(CommitId commit);

        /** Number of commits that touched notes. */
        int touchCount();
    }
}
