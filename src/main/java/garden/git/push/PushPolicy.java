package garden.git.push;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Decides whether the served branch may move, once git's own rules allow it. May be asked by several threads at once. */
@FunctionalInterface
public interface PushPolicy {

    /**
     * Why the branch must not move so, a line for each reason; empty when it may. Both commits can be read.
     *
     * @throws IOException when it cannot be decided; the push is refused then
     */
    List<String> objections(BranchMove move) throws IOException;

    /** Why nothing may be pushed here at all; then no byte of a push is kept. Empty when something may. */
    default Optional<String> closed() {
        return Optional.empty();
    }

    /** Refuses every push for {@code reason}. */
    static PushPolicy closed(String reason) {
        return new PushPolicy() {
            @Override
            public List<String> objections(BranchMove move) {
                return List.of(reason);
            }

            @Override
            public Optional<String> closed() {
                return Optional.of(reason);
            }
        };
    }
}
