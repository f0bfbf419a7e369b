package garden.graph;

/** Whether readers see attachments to which no note links. */
public enum Unlinked {
    /** They do not exist: no link leads to them, and none is ambiguous because of them. */
    HIDDEN,
    /** They are there as others are. */
    SHOWN
}
