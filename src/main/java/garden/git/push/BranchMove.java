package garden.git.push;

import garden.note.CommitId;
import java.util.List;
import java.util.Optional;

/**
 * What a push wants of the served branch.
 *
 * @param before where the branch is; empty for the first push
 * @param after where it is to be
 * @param options as given by {@code git push -o}, in order
 */
public record BranchMove(Optional<CommitId> before, CommitId after, List<String> options) {

    public BranchMove {
        options = List.copyOf(options);
    }
}
