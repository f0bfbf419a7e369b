package garden.sync;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import garden.note.CommitId;
import garden.snapshot.ChangeReport;
import garden.text.JsonMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reports of the last publications, in a file. Thread-safe. A log: nothing else depends on it, so a damaged file is begun
 * anew.
 */
public final class PushLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PushLog.class);

    /** How many reports are kept. */
    public static final int CAPACITY = 1_000;

    /** Goes up with each change of {@link ChangeReport} or of the maps. */
    private static final String MAPS = "4";

    private static final JsonMapper JSON = JsonMapping.MAPPER
            .rebuild()
            // The components only; not isEmpty() and its like.
            .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY)
            .build();

    private final Path file;
    private Maps maps;
    private boolean isClosed;

    /** The log in {@code store}, which is in {@code file}. */
    PushLog(Path file, MVStore store) {
        this.file = file;
        this.maps = new Maps(store);
    }

    /** The maps of a store that may close itself. */
    private record Maps(MVStore store, MVMap<Long, String> reports, MVMap<String, Long> byCommit) {

        Maps(MVStore store) {
            this(
                    store,
                    store.openMap(
                            "reports" + MAPS,
                            new MVMap.Builder<Long, String>()
                                    .keyType(LongDataType.INSTANCE)
                                    .valueType(StringDataType.INSTANCE)),
                    store.openMap(
                            "commits" + MAPS,
                            new MVMap.Builder<String, Long>()
                                    .keyType(StringDataType.INSTANCE)
                                    .valueType(LongDataType.INSTANCE)));
        }

        ChangeReport add(ChangeReport report) {
            long number = reports.isEmpty() ? 1 : reports.lastKey() + 1;
            reports.put(number, text(report));
            byCommit.put(report.commit().hex(), number);
            while (reports.size() > CAPACITY) {
                long oldest = reports.firstKey();
                String commit = report(oldest).commit().hex();
                reports.remove(oldest);
                byCommit.computeIfPresent(commit, (same, last) -> last == oldest ? null : last);
            }
            store.commit();
            return report;
        }

        List<ChangeReport> newest(int offset, int count) {
            List<ChangeReport> found = new ArrayList<>();
            long size = reports.sizeAsLong();
            for (long index = size - 1 - offset; index >= 0 && found.size() < count; index--) {
                found.add(report(reports.getKey(index)));
            }
            return found;
        }

        int newerThan(CommitId commit) {
            Long last = byCommit.get(commit.hex());
            return last == null ? 0 : Math.toIntExact(reports.sizeAsLong() - 1 - reports.getKeyIndex(last));
        }

        ChangeReport report(long number) {
            String text = Objects.requireNonNull(reports.get(number), "a report has a text");
            try {
                return JSON.readValue(text, ChangeReport.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("cannot read a push report", e);
            }
        }
    }

    /**
     * The log in {@code file}, which need not exist, in a folder that must.
     *
     * @throws IOException when it cannot be made, or another process has it open
     */
    public static PushLog open(Path file) throws IOException {
        return new PushLog(file, openWhole(file));
    }

    private static MVStore openWhole(Path file) throws IOException {
        try {
            return openStore(file);
        } catch (MVStoreException e) {
            switch (e.getErrorCode()) {
                case DataUtils.ERROR_FILE_LOCKED ->
                    throw new IOException("cannot open " + file + ": another process has it open", e);
                // The disk fails, which says nothing about the file.
                case DataUtils.ERROR_READING_FAILED, DataUtils.ERROR_WRITING_FAILED ->
                    throw new IOException("cannot open " + file + ": " + e.getMessage(), e);
                default -> Files.deleteIfExists(file);
            }
            return openStore(file);
        }
    }

    private static MVStore openStore(Path file) {
        return new MVStore.Builder().fileName(file.toString()).open();
    }

    /** What is asked of the maps. */
    @FunctionalInterface
    private interface Use<T> {

        T of(Maps maps);
    }

    /** A store closes itself when the disk fails; it is opened again at the next use, and once for this one. */
    private <T> T use(Use<T> use) throws IOException {
        if (isClosed) {
            throw new IOException("the log of pushes is closed");
        }
        if (maps.store().isClosed()) {
            maps = reopened();
        }
        try {
            return use.of(maps);
        } catch (MVStoreException e) {
            if (!maps.store().isClosed()) {
                throw e;
            }
            LOG.warn("{} closed itself: {}", file, e.getMessage());
        }
        maps = reopened();
        return retried(use);
    }

    private <T> T retried(Use<T> use) throws IOException {
        try {
            return use.of(maps);
        } catch (MVStoreException e) {
            throw new IOException("cannot use " + file + ": " + e.getMessage(), e);
        }
    }

    private Maps reopened() throws IOException {
        try {
            return new Maps(openWhole(file));
        } catch (MVStoreException e) {
            throw new IOException("cannot open " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Adds the newest report; beyond {@link #CAPACITY} the oldest goes.
     *
     * @throws IOException when the disk fails
     */
    public synchronized void add(ChangeReport report) throws IOException {
        use(log -> log.add(report));
    }

    /** The latest report of the step that led to {@code commit}; empty when none is kept. */
    public synchronized Optional<ChangeReport> at(CommitId commit) throws IOException {
        return use(log -> Optional.ofNullable(log.byCommit().get(commit.hex())).map(log::report));
    }

    /** At most {@code count} reports from the newest, {@code offset} left out. Cost: those returned. */
    public synchronized List<ChangeReport> newest(int offset, int count) throws IOException {
        return use(log -> log.newest(offset, count));
    }

    /**
     * As {@link #newest}, those after the latest report of {@code commit} left out; all, when none of it is kept.
     */
    public synchronized List<ChangeReport> upTo(CommitId commit, int offset, int count) throws IOException {
        return use(log -> log.newest(log.newerThan(commit) + offset, count));
    }

    /** How many reports are kept. */
    public synchronized int size() throws IOException {
        return use(log -> log.reports().size());
    }

    private static String text(ChangeReport report) {
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("expected every report to have a JSON form", e);
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        maps.store().close();
    }
}
