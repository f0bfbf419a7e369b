package garden.git.push;

import garden.git.Ids;
import garden.git.ServedBranch;
import garden.note.CommitId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.ReceiveCommand;

/**
 * What a push may do: move the served branch forward, or anywhere when {@link GitLimits#allowForcePush}, as long as the
 * {@link PushPolicy} agrees. Other branches and tags are refused, since the garden shows nothing of them and they would
 * only hide that the push went astray.
 */
record PushRules(ServedBranch branch, GitLimits limits, PushPolicy policy, List<String> options) {

    /** Why {@code command}, one of {@code count} of a push, is refused, a line for each reason; empty when it is not. */
    List<String> objections(ReceiveCommand command, int count, RevWalk walk) throws IOException {
        Optional<String> objection = objection(command, count, walk);
        return objection.isPresent()
                ? List.of(objection.get())
                : policy.objections(
                        new BranchMove(commit(command.getOldId()), Ids.commit(command.getNewId()), options));
    }

    private Optional<String> objection(ReceiveCommand command, int count, RevWalk walk) throws IOException {
        if (count > limits.maxCommands()) {
            return Optional.of("expected at most " + limits.maxCommands() + " branches in one push, found " + count);
        }
        if (!command.getRefName().equals(branch.ref())) {
            return Optional.of(
                    "only the branch " + branch + " is served here; push to it: git push <remote> HEAD:" + branch);
        }
        if (command.getType() == ReceiveCommand.Type.DELETE) {
            return Optional.of("the branch " + branch + " is served here and cannot be deleted");
        }
        if (!(walk.parseAny(command.getNewId()) instanceof RevCommit)) {
            return Optional.of("expected a commit for " + branch + ", found something else");
        }
        if (command.getType() == ReceiveCommand.Type.UPDATE_NONFASTFORWARD && !limits.allowForcePush()) {
            return Optional.of(branch
                    + " has commits that this push would remove; fetch and merge them first (force is not"
                    + " allowed here)");
        }
        return Optional.empty();
    }

    /** The commit of this name; empty for the name that stands for none. */
    static Optional<CommitId> commit(ObjectId id) {
        return id.equals(ObjectId.zeroId()) ? Optional.empty() : Optional.of(Ids.commit(id));
    }
}
