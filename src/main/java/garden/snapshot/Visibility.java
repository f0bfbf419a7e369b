package garden.snapshot;

/** Who may see a note. Decided by {@link VisibilityRules} and nowhere else. */
public enum Visibility {
    /** Shown, listed, found. */
    PUBLIC,
    /** Shown to who knows the address; not listed, not found, not counted as a backlink. */
    UNLISTED,
    /** Does not exist for readers. */
    PRIVATE,
}
