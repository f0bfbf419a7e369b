package garden.git.push;

import garden.note.CommitId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Is told of each move of the served branch, after it is on disk and before the push is answered; one call at a time. */
@FunctionalInterface
public interface PushListener {

    /**
     * Does what is to be done with the new commit, and returns lines for whoever pushed. The push is answered afterwards.
     *
     * @param before where the branch was; empty for the first push
     * @throws IOException when it cannot be done; the branch stays moved and whoever pushed is told the message
     * @throws InterruptedException as for an {@code IOException}
     */
    List<String> pushed(Optional<CommitId> before, CommitId after) throws IOException, InterruptedException;
}
