package garden.git;

import garden.note.CommitId;
import garden.note.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/** {@link HistoryFacts} of one commit in a file. A change is in the file as a whole or not at all. */
final class HistoryStore implements AutoCloseable {

    /** Goes up with each change of the definitions in {@link History} or of the form of the maps. */
    private static final String FORMAT = "1";

    /** No path holds it. */
    private static final String SEPARATOR = "\0";

    private final Path file;
    private final MVStore store;
    private final MVMap<String, String> about;
    private final MVMap<String, Long> first;
    private final MVMap<String, Long> last;
    private final MVMap<String, String> earlier;
    private final MVMap<String, String> later;

    private HistoryStore(Path file, MVStore store) {
        this.file = file;
        this.store = store;
        this.about = openTexts("about");
        this.first = openTimes("first");
        this.last = openTimes("last");
        this.earlier = openTexts("earlier");
        this.later = openTexts("later");
    }

    private MVMap<String, String> openTexts(String name) {
        return store.openMap(
                name,
                new MVMap.Builder<String, String>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(StringDataType.INSTANCE));
    }

    private MVMap<String, Long> openTimes(String name) {
        return store.openMap(
                name,
                new MVMap.Builder<String, Long>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(LongDataType.INSTANCE));
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
        fresh.about.put("format", FORMAT);
        fresh.about.put("folder", folder.value());
        fresh.store.commit();
        return fresh;
    }

    private static MVStore openStore(Path file) {
        return new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
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
        for (MVMap<String, ?> map : List.of(about, first, last, earlier, later)) {
            map.cursor(null).forEachRemaining(key -> {});
        }
    }

    private boolean isAbout(Folder folder) {
        return FORMAT.equals(about.get("format")) && folder.value().equals(about.get("folder"));
    }

    /** The commit whose facts these are; empty when there are none yet. */
    Optional<CommitId> commit() {
        return Optional.ofNullable(about.get("commit")).map(CommitId::new);
    }

    Optional<HistoryFacts.Times> times(String path) {
        Long firstTime = first.get(path);
        Long lastTime = last.get(path);
        return firstTime == null || lastTime == null
                ? Optional.empty()
                : Optional.of(new HistoryFacts.Times(firstTime, lastTime));
    }

    /** Every path that has times. */
    Collection<String> paths() {
        return first.keySet();
    }

    List<String> earlierNames(String path) {
        return names(earlier, path);
    }

    List<String> laterNames(String path) {
        return names(later, path);
    }

    private static List<String> names(MVMap<String, String> map, String path) {
        String names = map.get(path);
        return names == null ? List.of() : List.of(names.split(SEPARATOR, -1));
    }

    /** Adds {@code facts}, after which all facts are those of {@code commit}. */
    void merge(HistoryFacts facts, CommitId commit) {
        store(() -> add(facts), commit);
    }

    /** Forgets what is stored for {@code facts}, which are those of {@code commit}. */
    void replace(HistoryFacts facts, CommitId commit) {
        store(
                () -> {
                    List.of(first, last, earlier, later).forEach(MVMap::clear);
                    add(facts);
                },
                commit);
    }

    private void store(Runnable change, CommitId commit) {
        try {
            change.run();
            about.put("commit", commit.hex());
            store.commit();
            store.sync();
        } catch (RuntimeException e) {
            store.rollback();
            throw e;
        }
    }

    private void add(HistoryFacts facts) {
        facts.times().forEach((path, times) -> {
            HistoryFacts.Times all = times(path).map(times::merge).orElse(times);
            first.put(path, all.first());
            last.put(path, all.last());
        });
        facts.earlierNames().forEach((to, froms) -> {
            for (String from : froms) {
                addName(earlier, to, from);
                addName(later, from, to);
            }
        });
    }

    private static void addName(MVMap<String, String> map, String path, String name) {
        Set<String> names = new TreeSet<>(names(map, path));
        if (names.add(name)) {
            map.put(path, String.join(SEPARATOR, names));
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
