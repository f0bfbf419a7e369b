package garden.page.address;

/** What an answer is made of, and so for whom it is and what its tag may be. */
public enum Basis {
    /** One commit and nothing else: the commit stands for the answer. */
    COMMIT,
    /** Notes, folders and tags of one commit: what is shown stands for the answer, at whichever commit. */
    CONTENT,
    /** One commit, of which operators are shown also what notes hide from their pages. */
    COMMIT_TEXTS,
    /** What was pushed, hidden notes included: for operators alone. */
    PUSHES,
    /** Anything else: the server as it is now, or bytes that have a tag of their own. */
    OTHER;

    /** Whether the answer is as long the same as the commit is. */
    public boolean isCommit() {
        return this == COMMIT || this == COMMIT_TEXTS;
    }
}
