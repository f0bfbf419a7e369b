package garden.git;

import garden.note.CommitId;
import garden.note.NotePath;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a commit of a working folder holds beyond what its author has committed.
 *
 * @param head the last real commit; empty when there is none
 * @param written files that differ from those of {@code head}, and when they were written, seconds precision; deleted ones are
 *     left out
 */
public record Draft(Optional<CommitId> head, Map<NotePath, Instant> written) {

    public Draft {
        written = Map.copyOf(written);
    }

    /** That of a commit which holds no more than it says. */
    static Draft of(CommitId commit) {
        return new Draft(Optional.of(commit), Map.of());
    }

    /** The files that only one of the two has, or that were written at another time. */
    public Set<NotePath> difference(Draft other) {
        Set<NotePath> paths = new TreeSet<>();
        addOthers(written, other.written, paths);
        addOthers(other.written, written, paths);
        return paths;
    }

    private static void addOthers(Map<NotePath, Instant> ones, Map<NotePath, Instant> others, Set<NotePath> paths) {
        ones.forEach((path, at) -> {
            if (!Objects.equals(at, others.get(path))) {
                paths.add(path);
            }
        });
    }
}
