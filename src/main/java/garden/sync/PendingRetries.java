package garden.sync;

import garden.concurrent.Retries;
import garden.note.BlobId;
import garden.note.NotePath;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** When the pending notes of the published garden are tried again. Owned by the sync thread. */
final class PendingRetries {

    private SortedMap<NotePath, Tried> notes = new TreeMap<>();
    private boolean isDue;
    private boolean isWaiting;

    /** A version of a note, and how often it was tried again. */
    private record Tried(BlobId blob, Retries retries) {}

    /** The pause before the next retry is over. */
    void fallDue() {
        isDue = true;
        isWaiting = false;
    }

    /** What to try again now; mostly nothing. Those tried least often come first, so that each waits for the pause that is its own. */
    SortedSet<NotePath> due() {
        SortedSet<NotePath> due = new TreeSet<>();
        if (isDue) {
            int least = least();
            notes.forEach((path, tried) -> {
                if (tried.retries().made() == least && tried.retries().isOneLeft()) {
                    due.add(path);
                }
            });
        }
        return due;
    }

    /**
     * What is pending after {@code retried} were tried again.
     *
     * @return when to {@link #fallDue}; empty when nothing is to be tried again, or it was said before
     */
    Optional<Duration> see(SortedMap<NotePath, BlobId> pending, Collection<NotePath> retried) {
        SortedMap<NotePath, Tried> now = new TreeMap<>();
        pending.forEach((path, blob) -> now.put(path, tried(path, blob, retried)));
        notes = now;
        isDue = false;
        if (isWaiting) {
            return Optional.empty();
        }
        Optional<Duration> pause = new Retries(least()).pause();
        isWaiting = !notes.isEmpty() && pause.isPresent();
        return isWaiting ? pause : Optional.empty();
    }

    private Tried tried(NotePath path, BlobId blob, Collection<NotePath> retried) {
        Tried known = notes.get(path);
        if (known == null || !known.blob().equals(blob)) {
            return new Tried(blob, Retries.NONE);
        }
        return retried.contains(path) ? new Tried(blob, known.retries().next()) : known;
    }

    private int least() {
        return notes.values().stream()
                .mapToInt(tried -> tried.retries().made())
                .min()
                .orElse(0);
    }
}
