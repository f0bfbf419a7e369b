package garden.page.layout;

import garden.snapshot.Garden;
import garden.snapshot.Snapshot;

/** What one answer is made of: a snapshot, and for whom. */
public record Viewing(Snapshot snapshot, Viewer viewer) {

    /** {@code snapshot} as {@code viewer} is told of it. */
    public static Viewing of(Snapshot snapshot, Viewer viewer) {
        return new Viewing(viewer.audience().of(snapshot), viewer);
    }

    /** Of any reader. */
    public static Viewing ofReader(Snapshot snapshot) {
        return of(snapshot, Viewer.READER);
    }

    /** The garden of the snapshot. */
    public Garden garden() {
        return snapshot.garden();
    }
}
