package garden.git;

import java.io.IOException;
import java.util.List;

/** Decides whether the served branch may move, once git's own rules allow it. May be asked by several threads at once. */
@FunctionalInterface
public interface PushPolicy {

    /**
     * Why the branch must not move so, a line for each reason; empty when it may. Both commits can be read.
     *
     * @throws IOException when it cannot be decided; the push is refused then
     */
    List<String> objections(BranchMove move) throws IOException;
}
