package garden.git;

import garden.note.CommitId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The latest commits that were made of a working folder. Thread-safe. */
public final class Drafts {

    /** A page may still be read of the commit before the last. */
    private static final int REMEMBERED = 8;

    private final Map<CommitId, Draft> drafts = new LinkedHashMap<>();

    /** Remembers one, and forgets the oldest when there are too many. */
    public synchronized void add(CommitId commit, Draft draft) {
        drafts.remove(commit);
        drafts.put(commit, draft);
        if (drafts.size() > REMEMBERED) {
            drafts.remove(drafts.keySet().iterator().next());
        }
    }

    /** What {@code commit} holds beyond a real one; empty when it is one, or one long past. */
    public synchronized Optional<Draft> at(CommitId commit) {
        return Optional.ofNullable(drafts.get(commit));
    }
}
