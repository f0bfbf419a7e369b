package garden.git;

import garden.note.BlobId;
import garden.note.NotePath;
import java.util.Optional;

/** One file that differs between two commits. */
public sealed interface Change {

    /** The file that differs. */
    NotePath path();

    /** The file is new at {@code path}, or holds other bytes than {@code before}. */
    record Put(NotePath path, BlobId blob, Optional<BlobId> before) implements Change {}

    /** No file is at {@code path} any more. */
    record Delete(NotePath path) implements Change {}
}
