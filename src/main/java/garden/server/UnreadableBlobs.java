package garden.server;

import garden.git.UnreadableObjectException;
import garden.note.BlobId;
import garden.page.note.UnreadableBlobException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells which files of the repository cannot be read, each once, however many pages and feeds ask for it. Thread-safe. */
final class UnreadableBlobs {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableBlobs.class);
    private static final int MAX_TOLD = 1_000;

    private final Set<BlobId> told = ConcurrentHashMap.newKeySet();

    /** Something read from the repository. */
    @FunctionalInterface
    interface Reading<T> {

        T read() throws IOException;
    }

    /**
     * What {@code reading} reads of {@code blob}.
     *
     * @throws UnreadableBlobException when the repository lacks it or holds it damaged
     */
    <T> T read(BlobId blob, UnreadableBlobException.Use use, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (UnreadableObjectException e) {
            if (told.size() < MAX_TOLD && told.add(blob)) {
                LOG.error("{}; what shows it says so until the object is in the repository again", e.getMessage());
            }
            throw new UnreadableBlobException(blob, use);
        }
    }
}
