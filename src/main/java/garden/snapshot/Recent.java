package garden.snapshot;

import garden.note.NotePath;
import java.time.Instant;
import java.util.Comparator;

/** A note and when it last changed. Ordered from the latest change, then by title, then by path. */
record Recent(Instant modified, Named<NotePath> note) implements Comparable<Recent> {

    private static final Comparator<Recent> ORDER =
            Comparator.comparing(Recent::modified).reversed().thenComparing(Recent::note);

    @Override
    public int compareTo(Recent other) {
        return ORDER.compare(this, other);
    }
}
