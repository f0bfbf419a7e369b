package garden.search;

import com.ibm.icu.util.VersionInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of an index: decides whether what is there can be gone on with, and empties it when not. */
final class IndexFolder {

    /** Raised with every change of what the index holds: a record of {@code garden.note}, a field, how words are cut. */
    static final int FORMAT = 11;

    /** Where a Lucene commit says which configuration it is of. */
    static final String FINGERPRINT = "fingerprint";

    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
    private static final double MAX_CACHED_SEGMENT_MB = 5;
    private static final double MAX_CACHED_MB = 60;

    private final Path folder;
    private final Directory directory;
    private final String fingerprint;

    private IndexFolder(Path folder, Directory directory, String fingerprint) {
        this.folder = folder;
        this.directory = directory;
        this.fingerprint = fingerprint;
    }

    /** What makes one index unfit for another configuration or another program. */
    static String fingerprint(String configuration) {
        return "format " + FORMAT + ", Lucene " + Version.LATEST + ", ICU " + VersionInfo.ICU_VERSION + ", "
                + configuration;
    }

    /** A writer that goes on from the last commit in the folder, or from nothing; it locks the folder until it is closed. */
    static IndexWriter openWriter(Path folder, String fingerprint, UnaryOperator<Directory> disk) throws IOException {
        removeGarbledLock(folder.resolve(IndexWriter.WRITE_LOCK_NAME));
        Directory files = FSDirectory.open(folder);
        try {
            // Small segments of single edits live in memory until they are merged or saved.
            Directory directory = disk.apply(new NRTCachingDirectory(files, MAX_CACHED_SEGMENT_MB, MAX_CACHED_MB));
            return new IndexFolder(folder, directory, fingerprint).openWriter();
        } catch (LockObtainFailedException e) {
            files.close();
            throw new IOException(
                    "index " + folder + ": expected to be its only user, found it locked by another process;"
                            + " stop that one or choose another data folder",
                    e);
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    /** Lucene's lock is an empty file, and it refuses one that is not: whoever holds such a lock did not write it. */
    private static void removeGarbledLock(Path lock) throws IOException {
        if (Files.isRegularFile(lock) && Files.size(lock) > 0) {
            Files.delete(lock);
        }
    }

    private IndexWriter openWriter() throws IOException {
        Optional<String> obstacle = obstacle();
        if (obstacle.isEmpty()) {
            return new IndexWriter(directory, config(OpenMode.APPEND));
        }
        empty(obstacle.get());
        return new IndexWriter(directory, config(OpenMode.CREATE));
    }

    /** Why the index cannot be gone on with; empty when it can. Reads every byte of the last commit once. */
    private Optional<String> obstacle() {
        try {
            if (!DirectoryReader.indexExists(directory)) {
                return Optional.of("there is none");
            }
            SegmentInfos commit = SegmentInfos.readLatestCommit(directory);
            Map<String, String> data = commit.getUserData();
            if (!fingerprint.equals(data.get(FINGERPRINT))) {
                return Optional.of("expected " + fingerprint + ", found " + data.get(FINGERPRINT));
            }
            for (String file : new TreeSet<>(commit.files(true))) {
                try (IndexInput input = directory.openInput(file, IOContext.READONCE)) {
                    CodecUtil.checksumEntireFile(input);
                }
            }
            DirectoryReader.open(directory).close();
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            // Damaged bytes show themselves as any exception at all; whatever cannot be read can be derived again.
            return Optional.of("it cannot be read: " + e);
        }
    }

    private void empty(String reason) throws IOException {
        Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME);
        try {
            deleteFiles(reason);
        } finally {
            lock.close();
        }
    }

    private void deleteFiles(String reason) throws IOException {
        List<String> files = Stream.of(directory.listAll())
                .filter(file -> !file.equals(IndexWriter.WRITE_LOCK_NAME))
                .toList();
        if (!files.isEmpty()) {
            LOG.warn("index {} is started anew: {}", folder, reason);
        }
        for (String file : files) {
            directory.deleteFile(file);
        }
    }

    private static IndexWriterConfig config(OpenMode mode) {
        // A view never waits for a merge; otherwise it would, up to half a second, for fewer segments.
        return new IndexWriterConfig(Words.forIndex(Stemming.NONE))
                .setOpenMode(mode)
                .setCommitOnClose(false)
                .setMaxFullFlushMergeWaitMillis(0);
    }
}
