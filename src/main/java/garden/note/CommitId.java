package garden.note;

import java.util.Optional;

/** Names a commit of the garden's repository. Form: 40 lower-case hexadecimal digits (git's SHA-1). */
public record CommitId(String hex) {

    /** Git's null id, forty zeros: the commit of a repository without commits. */
    public static final CommitId NONE = new CommitId("0".repeat(40));

    public CommitId {
        Hex.check("commit", hex);
    }

    /** The commit that {@code hex} names; empty when it is not of the form. */
    public static Optional<CommitId> parse(String hex) {
        return Hex.isId(hex) ? Optional.of(new CommitId(hex)) : Optional.empty();
    }

    /** The first seven digits, as people write a commit. */
    public String abbreviated() {
        return hex.substring(0, 7);
    }

    @Override
    public String toString() {
        return hex;
    }
}
