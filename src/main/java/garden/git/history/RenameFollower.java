package garden.git.history;

import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Follows a file from a name it once had, by the renames that came later. For one question. */
final class RenameFollower {

    /** Beyond so many renames the file counts as lost. */
    private static final int MAX_STEPS = 1_000;

    private final HistoryMaps maps;
    private final Predicate<NotePath> isLiving;
    private final Set<String> seen = new HashSet<>();
    private Optional<RowKey> end = Optional.empty();

    RenameFollower(HistoryMaps maps, Predicate<NotePath> isLiving) {
        this.maps = maps;
        this.isLiving = isLiving;
    }

    RenamedOrDeleted from(String path) {
        if (isThere(path)) {
            return new RenamedOrDeleted.Unknown();
        }
        Deque<RowKey> open = new ArrayDeque<>();
        for (RowKey key : endings(path, "")) {
            if (maps.event(key).isShown()) {
                open.add(key);
            }
        }
        while (!open.isEmpty() && seen.size() < MAX_STEPS) {
            RowKey key = open.remove();
            PathEvent event = maps.event(key);
            if (!event.isRename()) {
                end = end.or(() -> Optional.of(key));
            } else if (isLiving.test(new NotePath(event.other()))) {
                return new RenamedOrDeleted.Renamed(new NotePath(event.other()));
            } else {
                endings(event.other(), key.place()).reversed().forEach(open::addFirst);
            }
        }
        return end.<RenamedOrDeleted>map(this::deleted).orElseGet(RenamedOrDeleted.Unknown::new);
    }

    /** Whether a file is there, though readers may not see it: what was there before it is nobody's business then. */
    private boolean isThere(String path) {
        Iterator<RowKey> events = maps.eventsBefore(path, RowKey.after(path));
        return events.hasNext() && maps.event(events.next()).isBirth();
    }

    /** Ends of files at {@code path}, from the newest; those that are not later than {@code place}, or were seen, left out. */
    private List<RowKey> endings(String path, String place) {
        List<RowKey> endings = new ArrayList<>();
        Iterator<RowKey> events = maps.eventsBefore(path, RowKey.after(path));
        while (events.hasNext()) {
            RowKey key = events.next();
            if (key.place().compareTo(place) <= 0 || seen.size() >= MAX_STEPS) {
                break;
            }
            if (!maps.event(key).isBirth() && seen.add(key.toString())) {
                endings.add(key);
            }
        }
        return endings;
    }

    /** The name and the content that were hidden when the file ended stay so. */
    private RenamedOrDeleted deleted(RowKey key) {
        PathEvent event = maps.event(key);
        if (!event.isShown()) {
            return new RenamedOrDeleted.Unknown();
        }
        Instant when = maps.commit(key.commit())
                .map(row -> Instant.ofEpochSecond(row.written()))
                .orElse(Instant.EPOCH);
        return new RenamedOrDeleted.Deleted(
                new CommitId(key.commit()), when, new NotePath(key.path()), new BlobId(event.blob()));
    }
}
