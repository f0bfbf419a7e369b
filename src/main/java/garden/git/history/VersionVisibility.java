package garden.git.history;

import garden.note.BlobId;
import garden.note.NotePath;
import java.util.Arrays;

/**
 * Which versions of files readers may see. What it hides is in no history that is shown: no version, no author, no name. Any
 * thread may ask.
 */
public interface VersionVisibility {

    /** Whether a version of the file at {@code path} may be seen at all. */
    boolean mayShow(NotePath path);

    /**
     * Whether this version of a note may be seen. Asked only where {@link #mayShow} holds.
     *
     * @param content of {@code blob}; may be cut
     */
    boolean isShown(NotePath path, BlobId blob, byte[] content);

    /** Whether two versions of a note, both shown, show readers the same, so that the later is none for them. */
    default boolean isSame(byte[] before, byte[] after) {
        return Arrays.equals(before, after);
    }

    /** Names the rules: another one makes the history anew. */
    String rules();
}
