package garden.note;

/** Names a commit of the garden's repository. Form: 40 lower-case hexadecimal digits (git's SHA-1). */
public record CommitId(String hex) {

    /** Git's null id, forty zeros: the commit of a repository without commits. */
    public static final CommitId NONE = new CommitId("0".repeat(40));

    public CommitId {
        Hex.check("commit", hex);
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
