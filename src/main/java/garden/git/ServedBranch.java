package garden.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** The name of the branch that is the garden. Form: without {@code refs/heads/}, as git allows branch names: {@code main}. */
public record ServedBranch(String name) {

    public ServedBranch {
        if (!Repository.isValidRefName(Constants.R_HEADS + name)) {
            throw new IllegalArgumentException("branch: expected a name that git allows, found \"" + name + "\"");
        }
    }

    /** The branch that the bare repository at {@code location} calls its own; empty when it has no commits. */
    public static Optional<ServedBranch> ofCommitsIn(Path location) throws IOException {
        try (Repository repository = BareRepository.open(location)) {
            Ref head = repository.exactRef(Constants.HEAD);
            return head != null && head.isSymbolic() && head.getObjectId() != null
                    ? Optional.of(new ServedBranch(
                            Repository.shortenRefName(head.getTarget().getName())))
                    : Optional.empty();
        }
    }

    /** The full name: {@code refs/heads/main}. */
    public String ref() {
        return Constants.R_HEADS + name;
    }

    @Override
    public String toString() {
        return name;
    }
}
