package garden.sync;

/** What a publication does, in this order. */
public enum PublicationPhase {
    /** Finds what differs, reads and parses notes; of a large garden writes the first of them to the index. */
    READ,
    /** Walks the new commits. */
    HISTORY,
    /** Resolves links, and makes the lists and addresses that follow. */
    GRAPH,
    /** Writes to the index. */
    INDEX,
    /** Finds what is to be told, and opens the index for readers. */
    SHOW
}
