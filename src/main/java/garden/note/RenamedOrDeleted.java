package garden.note;

import java.time.Instant;

/** What became of a file that had a path before. */
public sealed interface RenamedOrDeleted {

    /** The file is at another path now. */
    record Renamed(NotePath to) implements RenamedOrDeleted {}

    /**
     * The file was deleted.
     *
     * @param commit the commit that deleted it
     * @param path its last name
     * @param last what it held at last
     */
    record Deleted(CommitId commit, Instant when, NotePath path, BlobId last) implements RenamedOrDeleted {}

    /** Readers never saw a file at the path, or a file is there now. */
    record Unknown() implements RenamedOrDeleted {}
}
