package garden.note;

import java.time.Instant;

/** What became of the file that once had a name. */
public sealed interface RenamedOrDeleted {

    /** The file lives under another name now. */
    record Renamed(NotePath to) implements RenamedOrDeleted {}

    /**
     * The file is gone.
     *
     * @param commit the commit that deleted it
     * @param path its last name
     * @param last what it held at last
     */
    record Deleted(CommitId commit, Instant when, NotePath path, BlobId last) implements RenamedOrDeleted {}

    /** No file that readers could see ever had the name, or one has it now. */
    record Unknown() implements RenamedOrDeleted {}
}
