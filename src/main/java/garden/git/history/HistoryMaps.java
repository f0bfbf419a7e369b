package garden.git.history;

import garden.note.CommitId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * The maps of a history: as they change, or as they were once.
 *
 * @param about the commit whose history this is, and what it was made with
 * @param first the first touch by path, in seconds since 1970; {@link Long#MIN_VALUE} when it lies beyond a cut-off history
 * @param last the last touch by path
 * @param commits {@link CommitRow} by id
 * @param versions {@link VersionRow} by {@link RowKey}
 * @param dimmed keys of those versions whose commits count as no change
 * @param events {@link PathEvent} by {@link RowKey}
 * @param timeline paths of the notes that a commit touched, by its place; commits that touch none that is shown are left out
 */
record HistoryMaps(
        MVMap<String, String> about,
        MVMap<String, Long> first,
        MVMap<String, Long> last,
        MVMap<String, String> commits,
        MVMap<String, String> versions,
        MVMap<String, String> dimmed,
        MVMap<String, String> events,
        MVMap<String, String> timeline) {

    static HistoryMaps open(MVStore store) {
        return new HistoryMaps(
                map(store, "about", StringDataType.INSTANCE),
                map(store, "first", LongDataType.INSTANCE),
                map(store, "last", LongDataType.INSTANCE),
                map(store, "commits", StringDataType.INSTANCE),
                map(store, "versions", StringDataType.INSTANCE),
                map(store, "dimmed", StringDataType.INSTANCE),
                map(store, "turns", StringDataType.INSTANCE),
                map(store, "timeline", StringDataType.INSTANCE));
    }

    private static <V> MVMap<String, V> map(MVStore store, String name, DataType<V> values) {
        return store.openMap(
                name,
                new MVMap.Builder<String, V>().keyType(StringDataType.INSTANCE).valueType(values));
    }

    /** The maps as they are now, whatever is written later. The version must be in use, else its pages may go. */
    HistoryMaps frozen() {
        long version = about.getStore().getCurrentVersion();
        return new HistoryMaps(
                about.openVersion(version),
                first.openVersion(version),
                last.openVersion(version),
                commits.openVersion(version),
                versions.openVersion(version),
                dimmed.openVersion(version),
                events.openVersion(version),
                timeline.openVersion(version));
    }

    /** All but {@link #about}. */
    List<MVMap<String, ?>> facts() {
        return List.of(first, last, commits, versions, dimmed, events, timeline);
    }

    /** The commit whose history this is; empty when there is none yet. */
    Optional<CommitId> commit() {
        return Optional.ofNullable(about.get("commit")).map(CommitId::new);
    }

    Optional<CommitRow> commit(String id) {
        return Optional.ofNullable(commits.get(id)).map(CommitRow::parse);
    }

    /** Beginnings and ends at {@code path}, from the latest one before the key {@code before} on. */
    Iterator<RowKey> eventsBefore(String path, String before) {
        String start = events.lowerKey(before);
        Iterator<String> keys = start == null ? List.<String>of().iterator() : events.keyIteratorReverse(start);
        return new OfPath(keys, RowKey.before(path));
    }

    PathEvent event(RowKey key) {
        String text = events.get(key.toString());
        if (text == null) {
            throw new IllegalStateException("history: expected a turn at " + key + ", found none");
        }
        return PathEvent.parse(text);
    }

    /** Number of keys of {@code map} from {@code from} on, {@code to} excluded. Cost: logarithmic. */
    static long count(MVMap<String, ?> map, String from, String to) {
        return index(map, to) - index(map, from);
    }

    /** How many keys are less than {@code key}. */
    static long index(MVMap<String, ?> map, String key) {
        long index = map.getKeyIndex(key);
        return index >= 0 ? index : -index - 1;
    }

    /** The keys as long as they begin with a prefix. */
    private static final class OfPath implements Iterator<RowKey> {

        private final Iterator<String> keys;
        private final String prefix;
        private Optional<RowKey> next;

        OfPath(Iterator<String> keys, String prefix) {
            this.keys = keys;
            this.prefix = prefix;
            this.next = advance();
        }

        private Optional<RowKey> advance() {
            return keys.hasNext()
                    ? Optional.of(keys.next())
                            .filter(key -> key.startsWith(prefix))
                            .map(RowKey::parse)
                    : Optional.empty();
        }

        @Override
        public boolean hasNext() {
            return next.isPresent();
        }

        @Override
        public RowKey next() {
            RowKey key = next.orElseThrow();
            next = advance();
            return key;
        }
    }
}
