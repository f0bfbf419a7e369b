package garden.snapshot;

import garden.note.CommitId;

/** For whom something is told, and so which commits they know of. */
public enum Audience {
    /** They know of commits that change what readers see. */
    READERS,
    /** They know of all. */
    OPERATORS;

    /** The commit that these are told a garden is of. */
    public CommitId commit(Garden garden) {
        return switch (this) {
            case READERS -> garden.commit();
            case OPERATORS -> garden.tip();
        };
    }

    /** A snapshot as these are told of it. */
    public Snapshot of(Snapshot snapshot) {
        return switch (this) {
            case READERS -> snapshot;
            case OPERATORS -> snapshot.asOfTip();
        };
    }
}
