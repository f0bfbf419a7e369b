package garden.git;

import garden.concurrent.SingleFlight;
import garden.note.BlobId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parts of files, each at the cost of its bytes. Git packs a file as one stream that can be read from its beginning only, so of
 * a large file a copy is made when a part of it is asked for first, and later parts are read from that. The copies are derived,
 * begin anew with each start, and go, the longest unread first, when they would be too many bytes. Thread-safe.
 *
 * <p>Which go is kept by hand: a cache makes room after something was put into it, a disk must have it before; and Caffeine
 * may let the newest go first, which somebody waits for.
 */
public final class SeekableBlobs {

    private static final Logger LOG = LoggerFactory.getLogger(SeekableBlobs.class);

    /** What is read from git each time is at most so long. */
    static final long SMALL_BYTES = 1 << 20;

    private final NotesRepository repository;
    private final Path folder;
    private final long maxBytes;
    private final SingleFlight<BlobId, Boolean> copying = new SingleFlight<>();

    /** Sizes of the copies by file, the longest unread first. */
    private final Map<BlobId, Long> copies = new LinkedHashMap<>(16, 0.75f, true);

    private long totalBytes;

    private SeekableBlobs(NotesRepository repository, Path folder, long maxBytes) {
        this.repository = repository;
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    /**
     * Keeps copies in {@code folder}, which belongs to this alone and is emptied.
     *
     * @param maxBytes of all copies together
     */
    public static SeekableBlobs open(NotesRepository repository, Path folder, long maxBytes) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        return new SeekableBlobs(repository, folder, maxBytes);
    }

    /** How many bytes {@code blob} has. */
    public long size(BlobId blob) throws IOException {
        return repository.size(blob);
    }

    /**
     * {@code length} bytes of {@code blob} from {@code offset} on; closed by the caller.
     *
     * @throws IOException also when there are fewer, at the latest while they are read
     */
    public InputStream stream(BlobId blob, long offset, long length) throws IOException {
        Optional<FileChannel> copy = opened(blob);
        if (copy.isEmpty()) {
            copy = copied(blob, length);
        }
        if (copy.isPresent()) {
            copy.get().position(offset);
            return new ExactStream(Channels.newInputStream(copy.get()), length);
        }
        return new ExactStream(repository.stream(blob, offset), length);
    }

    /** Empty when none is worth it, or there is no room for it. */
    private Optional<FileChannel> copied(BlobId blob, long length) throws IOException {
        long size = repository.size(blob);
        boolean isWorthIt = length < size && size > SMALL_BYTES && size <= maxBytes;
        return isWorthIt && copying.run(blob, () -> isKnown(blob) || isWritten(blob, size))
                ? opened(blob)
                : Optional.empty();
    }

    private synchronized boolean isKnown(BlobId blob) {
        return copies.containsKey(blob);
    }

    private synchronized Optional<FileChannel> opened(BlobId blob) throws IOException {
        return copies.get(blob) == null
                ? Optional.empty()
                : Optional.of(FileChannel.open(file(blob), StandardOpenOption.READ));
    }

    private Path file(BlobId blob) {
        return folder.resolve(blob.hex());
    }

    private boolean isWritten(BlobId blob, long size) throws IOException {
        makeRoom(size);
        try (InputStream in = repository.stream(blob, 0)) {
            Files.copy(in, file(blob));
        } catch (IOException e) {
            // A full disk is no reason not to answer: whatever is wrong with the file itself shows when it is read from
            // git.
            LOG.warn("cannot copy a file to read parts of it: {}; it is read from its beginning", e.getMessage());
            Files.deleteIfExists(file(blob));
            return false;
        }
        keep(blob, size);
        return true;
    }

    private synchronized void keep(BlobId blob, long size) {
        copies.put(blob, size);
        totalBytes += size;
    }

    /** Whoever reads a copy that goes reads on: it is gone when the last is done. */
    private synchronized void makeRoom(long size) throws IOException {
        Iterator<Map.Entry<BlobId, Long>> longestUnread = copies.entrySet().iterator();
        while (totalBytes + size > maxBytes && longestUnread.hasNext()) {
            Map.Entry<BlobId, Long> copy = longestUnread.next();
            Files.deleteIfExists(file(copy.getKey()));
            totalBytes -= copy.getValue();
            longestUnread.remove();
        }
    }
}
