package garden.sync;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import garden.note.CommitId;
import garden.snapshot.ChangeReport;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/**
 * The reports of the last publications, in a file. Thread-safe. A log: nothing else depends on it, so a damaged file is begun
 * anew.
 */
public final class PushLog implements AutoCloseable {

    /** How many reports are kept. */
    public static final int CAPACITY = 1_000;

    /** Goes up with each change of {@link ChangeReport} or of the maps. */
    private static final String MAPS = "2";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            // The components only; not isEmpty() and its like.
            .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY)
            .build();

    private final MVStore store;
    private final MVMap<Long, String> reports;
    private final MVMap<String, Long> byCommit;

    private PushLog(MVStore store) {
        this.store = store;
        this.reports = store.openMap(
                "reports" + MAPS,
                new MVMap.Builder<Long, String>().keyType(LongDataType.INSTANCE).valueType(StringDataType.INSTANCE));
        this.byCommit = store.openMap(
                "commits" + MAPS,
                new MVMap.Builder<String, Long>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(LongDataType.INSTANCE));
    }

    /**
     * The log in {@code file}, which need not exist, in a folder that must.
     *
     * @throws IOException when it cannot be made, or another process has it open
     */
    public static PushLog open(Path file) throws IOException {
        try {
            return new PushLog(openStore(file));
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new IOException("cannot open " + file + ": another process has it open", e);
            }
            Files.deleteIfExists(file);
            return new PushLog(openStore(file));
        }
    }

    private static MVStore openStore(Path file) {
        return new MVStore.Builder().fileName(file.toString()).open();
    }

    /** Adds the newest report; beyond {@link #CAPACITY} the oldest goes. */
    public synchronized void add(ChangeReport report) {
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
    }

    /** The latest report of the step that led to {@code commit}; empty when none is kept. */
    public synchronized Optional<ChangeReport> at(CommitId commit) {
        return Optional.ofNullable(byCommit.get(commit.hex())).map(this::report);
    }

    /** At most {@code count} reports from the newest, {@code offset} left out. Cost: those returned. */
    public synchronized List<ChangeReport> newest(int offset, int count) {
        List<ChangeReport> found = new ArrayList<>();
        long size = reports.sizeAsLong();
        for (long index = size - 1 - offset; index >= 0 && found.size() < count; index--) {
            found.add(report(reports.getKey(index)));
        }
        return found;
    }

    /**
     * As {@link #newest}, those after the latest report of {@code commit} left out; all, when none of it is kept.
     */
    public synchronized List<ChangeReport> upTo(CommitId commit, int offset, int count) {
        Long last = byCommit.get(commit.hex());
        long newer = last == null ? 0 : reports.sizeAsLong() - 1 - reports.getKeyIndex(last);
        return newest(Math.toIntExact(newer) + offset, count);
    }

    /** How many reports are kept. */
    public synchronized int size() {
        return reports.size();
    }

    private static String text(ChangeReport report) {
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("expected every report to have a JSON form", e);
        }
    }

    private ChangeReport report(long number) {
        String text = Objects.requireNonNull(reports.get(number), "a report has a text");
        try {
            return JSON.readValue(text, ChangeReport.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot read a push report", e);
        }
    }

    @Override
    public synchronized void close() {
        store.close();
    }
}
