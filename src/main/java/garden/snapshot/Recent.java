package garden.snapshot;

import garden.note.NotePath;
import java.time.Instant;
import java.util.Comparator;

/** A note and when it last changed. Ordered from the latest change, then by path. */
public record Recent(Instant modified, NotePath path) implements Comparable<Recent> {

    @Override
    public int compareTo(Recent other) {
        return Comparator.comparing(Recent::modified)
                .reversed()
                .thenComparing(Recent::path)
                .compare(this, other);
    }
}
