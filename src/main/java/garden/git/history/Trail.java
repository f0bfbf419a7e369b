package garden.git.history;

import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.NotePath;
import garden.note.Whereabouts;
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
final class Trail {

    /** Beyond so many renames the file counts as lost. */
    private static final int MAX_STEPS = 1_000;

    private final HistoryMaps maps;
    private final Predicate<NotePath> isLiving;
    private final Set<String> seen = new HashSet<>();
    private Optional<RowKey> end = Optional.empty();

    Trail(HistoryMaps maps, Predicate<NotePath> isLiving) {
        this.maps = maps;
        this.isLiving = isLiving;
    }

    Whereabouts from(String path) {
        if (isThere(path)) {
            return new Whereabouts.Unknown();
        }
        Deque<RowKey> open = new ArrayDeque<>();
        for (RowKey key : endings(path, "")) {
            if (maps.turn(key).isShown()) {
                open.add(key);
            }
        }
        while (!open.isEmpty() && seen.size() < MAX_STEPS) {
            RowKey key = open.remove();
            Turn turn = maps.turn(key);
            if (!turn.isRename()) {
                end = end.or(() -> Optional.of(key));
            } else if (isLiving.test(new NotePath(turn.other()))) {
                return new Whereabouts.Moved(new NotePath(turn.other()));
            } else {
                endings(turn.other(), key.place()).reversed().forEach(open::addFirst);
            }
        }
        return end.<Whereabouts>map(this::deleted).orElseGet(Whereabouts.Unknown::new);
    }

    /** Whether a file is there, though readers may not see it: what was there before it is nobody's business then. */
    private boolean isThere(String path) {
        Iterator<RowKey> turns = maps.turnsBefore(path, RowKey.after(path));
        return turns.hasNext() && maps.turn(turns.next()).isBirth();
    }

    /** Ends of files at {@code path}, from the newest; those that are not later than {@code place}, or were seen, left out. */
    private List<RowKey> endings(String path, String place) {
        List<RowKey> endings = new ArrayList<>();
        Iterator<RowKey> turns = maps.turnsBefore(path, RowKey.after(path));
        while (turns.hasNext()) {
            RowKey key = turns.next();
            if (key.place().compareTo(place) <= 0 || seen.size() >= MAX_STEPS) {
                break;
            }
            if (!maps.turn(key).isBirth() && seen.add(key.toString())) {
                endings.add(key);
            }
        }
        return endings;
    }

    /** The name and the content that were hidden when the file ended stay so. */
    private Whereabouts deleted(RowKey key) {
        Turn turn = maps.turn(key);
        if (!turn.isShown()) {
            return new Whereabouts.Unknown();
        }
        Instant when = maps.commit(key.commit())
                .map(row -> Instant.ofEpochSecond(row.written()))
                .orElse(Instant.EPOCH);
        return new Whereabouts.Deleted(
                new CommitId(key.commit()), when, new NotePath(key.path()), new BlobId(turn.blob()));
    }
}
