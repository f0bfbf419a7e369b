package garden.git.history;

import garden.note.CommitId;
import garden.note.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** The history of one commit in a file. A change is in the file as a whole, or the file is known to be unfinished. */
final class HistoryStore implements AutoCloseable {

    /** Goes up with each change of the definitions in {@link History} or of the form of the maps. */
    private static final String FORMAT = "4";

    /** A change of so many rows goes to disk in parts, so that memory does not grow with the history. */
    private static final int FLUSH_ROWS = 100_000;

    private static final int COMPACT_MILLIS = 5_000;

    private final Path file;
    private final MVStore store;
    private final HistoryMaps maps;

    private HistoryStore(Path file, MVStore store) {
        this.file = file;
        this.store = store;
        this.maps = HistoryMaps.open(store);
    }

    /** Opens {@code file}; begins it anew when it is damaged, of another format or about another folder. */
    static HistoryStore open(Path file, Folder folder) throws IOException {
        Optional<HistoryStore> found = Files.exists(file) ? openWhole(file) : Optional.empty();
        if (found.isPresent() && found.get().isAbout(folder)) {
            return found.get();
        }
        found.ifPresent(HistoryStore::close);
        Files.deleteIfExists(file);
        HistoryStore fresh = new HistoryStore(file, openStore(file));
        fresh.maps.about().put("format", FORMAT);
        fresh.maps.about().put("folder", folder.value());
        fresh.store.commit();
        return fresh;
    }

    private static MVStore openStore(Path file) {
        return new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .compress()
                .open();
    }

    /** Damage may show on opening or only on reading, and as any kind of exception. */
    private static Optional<HistoryStore> openWhole(Path file) throws IOException {
        MVStore store;
        try {
            store = openStore(file);
        } catch (RuntimeException e) {
            if (isLocked(e)) {
                throw new IOException("cannot open " + file + ": another process has it open", e);
            }
            return Optional.empty();
        }
        try {
            HistoryStore whole = new HistoryStore(file, store);
            whole.readAll();
            return Optional.of(whole);
        } catch (RuntimeException e) {
            store.closeImmediately();
            return Optional.empty();
        }
    }

    private static boolean isLocked(RuntimeException e) {
        return e instanceof MVStoreException failure && failure.getErrorCode() == DataUtils.ERROR_FILE_LOCKED;
    }

    private void readAll() {
        maps.about().cursor(null).forEachRemaining(key -> {});
        for (MVMap<String, ?> map : maps.facts()) {
            map.cursor(null).forEachRemaining(key -> {});
        }
    }

    private boolean isAbout(Folder folder) {
        return FORMAT.equals(maps.about().get("format"))
                && folder.value().equals(maps.about().get("folder"));
    }

    HistoryMaps maps() {
        return maps;
    }

    /** What {@link TipRules#fingerprint} was when the facts were gathered; empty when there are none. */
    String rules() {
        return maps.about().getOrDefault("rules", "");
    }

    /** Gathers facts. */
    interface Gathering {
        void into(Writer writer) throws IOException;
    }

    /** Adds what {@code gathering} finds, after which all facts are those of {@code commit}. */
    void add(Gathering gathering, CommitId commit, String rules) throws IOException {
        try {
            Writer writer = new Writer();
            gathering.into(writer);
            maps.about().put("commit", commit.hex());
            maps.about().put("rules", rules);
            store.commit();
            store.sync();
            if (writer.hasFlushed) {
                store.compactFile(COMPACT_MILLIS);
            }
        } catch (IOException | RuntimeException e) {
            store.rollback();
            throw e;
        }
    }

    /** Forgets what is stored for what {@code gathering} finds, which are the facts of {@code commit}. */
    void replace(Gathering gathering, CommitId commit, String rules) throws IOException {
        add(
                writer -> {
                    maps.facts().forEach(MVMap::clear);
                    gathering.into(writer);
                },
                commit,
                rules);
    }

    /** What is read from it stays readable until it is closed, whatever is written meanwhile. */
    Frozen freeze() {
        MVStore.TxCounter use = store.registerVersionUsage();
        return new Frozen(maps.frozen(), () -> store.deregisterVersionUsage(use));
    }

    /** The maps at one time. */
    record Frozen(HistoryMaps maps, Runnable release) {}

    /** Puts facts into the maps. Putting the same again changes nothing. */
    final class Writer {

        private int rows;
        private boolean hasFlushed;

        void touch(String path, long seconds) {
            maps.first().merge(path, seconds, Math::min);
            maps.last().merge(path, seconds, Math::max);
        }

        /** The file was there before the oldest commit that is known. */
        void touchBeyond(String path) {
            maps.first().put(path, Long.MIN_VALUE);
        }

        void commit(String id, CommitRow row) {
            maps.commits().put(id, row.text());
            rows++;
            if (rows >= FLUSH_ROWS) {
                flush();
            }
        }

        void version(RowKey key, VersionRow row) {
            maps.versions().put(key.toString(), row.text());
            rows++;
        }

        void dim(RowKey key) {
            maps.dimmed().put(key.toString(), "");
        }

        void event(RowKey key, PathEvent event) {
            maps.events().put(key.toString(), event.text());
            rows++;
        }

        void touches(String place, Collection<String> paths) {
            maps.timeline().put(place, String.join("\0", paths));
        }

        /** From here on the file is unfinished until the end. */
        private void flush() {
            maps.about().remove("commit");
            store.commit();
            rows = 0;
            hasFlushed = true;
        }
    }

    /** Gives the file up as damaged. */
    void discard() throws IOException {
        store.closeImmediately();
        Files.deleteIfExists(file);
    }

    @Override
    public void close() {
        store.close();
    }
}
