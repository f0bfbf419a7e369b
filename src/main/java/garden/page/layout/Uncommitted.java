package garden.page.layout;

import garden.note.CommitId;
import garden.note.NotePath;
import java.util.Optional;

/** The narrow door to what an author sees in a preview and has not committed yet. Thread-safe. */
@FunctionalInterface
public interface Uncommitted {

    /** For a garden that shows only what is committed. */
    Uncommitted NOTHING = commit -> Optional.empty();

    /** What a commit holds that nobody committed; empty when it is a real one. */
    Optional<Beyond> at(CommitId commit);

    /** What is shown beyond a commit; does not change. */
    interface Beyond {

        /** The last real commit; empty when there is none. */
        Optional<CommitId> head();

        /** Whether the note at {@code path} is new or differs from that of {@link #head}. */
        boolean holds(NotePath path);
    }
}
