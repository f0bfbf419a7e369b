package garden.git.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lives of a file. A name may be used again for something else: a <i>life</i> is what happened at a path between one file's
 * beginning there and its end. A renamed file goes on from the life of its former path.
 */
record FileHistory(HistoryMaps maps) {

    /** A file that was renamed more often is followed so far. */
    private static final int MAX_LIVES = 200;

    /**
     * A life at a path.
     *
     * @param from the first key of its versions
     * @param to what comes after the last key
     */
    record Life(String path, String from, String to) {

        boolean holds(String key) {
            return from.compareTo(key) <= 0 && key.compareTo(to) < 0;
        }
    }

    /** The end of the part of a life that is to be found: a key of its path. */
    private record End(String path, String key) {}

    /** A life, and the ends of those it goes on from. */
    private record Found(Life life, List<End> earlier) {}

    /** The lives of the file that is at {@code path}, from the present one back; the first is always there. */
    List<Life> of(String path) {
        List<Life> lives = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<End> open = new ArrayDeque<>(List.of(new End(path, RowKey.after(path))));
        while (!open.isEmpty() && lives.size() < MAX_LIVES) {
            End end = open.remove();
            Found found = found(end);
            if (seen.add(found.life().from())) {
                lives.add(found.life());
                open.addAll(found.earlier());
            }
        }
        return lives;
    }

    /** A beginning that follows no end is one more of the same life: two branches brought the same file in. */
    private Found found(End end) {
        List<End> earlier = new ArrayList<>();
        String from = RowKey.before(end.path());
        Iterator<RowKey> events = maps.eventsBefore(end.path(), end.key());
        Optional<RowKey> birth = Optional.empty();
        while (events.hasNext()) {
            RowKey key = events.next();
            PathEvent event = maps.event(key);
            if (event.isBirth()) {
                birth = Optional.of(key);
                if (event.isRename()) {
                    earlier.add(
                            new End(event.other(), new RowKey(event.other(), key.position(), key.commit()).toString()));
                }
            } else if (birth.isPresent()) {
                break;
            }
        }
        String start = birth.map(RowKey::toString).orElse(from);
        return new Found(new Life(end.path(), start, nextBirth(end)), earlier);
    }

    /** Where the next file of this name begins: what another branch wrote to the old path after the rename belongs to this file. */
    private String nextBirth(End end) {
        String after = RowKey.after(end.path());
        for (String key = maps.events().higherKey(end.key());
                key != null && key.compareTo(after) < 0;
                key = maps.events().higherKey(key)) {
            if (maps.event(RowKey.parse(key)).isBirth()) {
                return key;
            }
        }
        return after;
    }
}
