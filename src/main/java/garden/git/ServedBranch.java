package garden.git;

import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/** The name of the branch that is the garden. Form: without {@code refs/heads/}, as git allows branch names: {@code main}. */
public record ServedBranch(String name) {

    public ServedBranch {
        if (!Repository.isValidRefName(Constants.R_HEADS + name)) {
            throw new IllegalArgumentException("branch: expected a name that git allows, found \"" + name + "\"");
        }
    }

    /** The full name: {@code refs/heads/main}. */
    String ref() {
        return Constants.R_HEADS + name;
    }

    @Override
    public String toString() {
        return name;
    }
}
