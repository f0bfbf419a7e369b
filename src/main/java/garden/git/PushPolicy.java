package garden.git;

import garden.note.CommitId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Decides whether the served branch may move, once git's own rules allow it. May be asked by several threads at once. */
@FunctionalInterface
public interface PushPolicy {

    /**
     * Why the branch must not move to {@code after}, a line for each reason; empty when it may. Both commits can be read.
     *
     * @param before where the branch is; empty for the first push
     * @throws IOException when it cannot be decided; the push is refused then
     */
    List<String> objections(Optional<CommitId> before, CommitId after) throws IOException;
}
