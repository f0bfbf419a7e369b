package garden.snapshot;

import java.util.function.Function;

/**
 * The one cell that changes while serving: the current snapshot. One thread publishes, any number read.
 *
 * <p>A reader sees one snapshot from beginning to end, whatever is published meanwhile; its search view stays open until
 * the reader is done.
 */
public final class LiveGarden {

    private volatile Snapshot current;

    /** Begins with {@code first}, whose view is given over: it is released when the next is published. */
    public LiveGarden(Snapshot first) {
        this.current = first;
    }

    /** What {@code reader} makes of the current snapshot. The search view must not be kept longer than the call. */
    public <R> R read(Function<Snapshot, R> reader) {
        Snapshot pinned = pin();
        try {
            return reader.apply(pinned);
        } finally {
            pinned.search().release();
        }
    }

    /** The current garden, without its index; may be kept as long as one likes. */
    public Garden garden() {
        return current.garden();
    }

    /** Makes {@code next} the current snapshot; its view is given over. For the one writer. */
    public void publish(Snapshot next) {
        Snapshot last = current;
        current = next;
        last.search().release();
    }

    /** A view whose last reference is gone was replaced between the two steps: the newer one is read again. */
    private Snapshot pin() {
        while (true) {
            Snapshot snapshot = current;
            if (snapshot.search().tryRetain()) {
                return snapshot;
            }
            Thread.onSpinWait();
        }
    }
}
