package garden.sync;

import garden.git.WorkingFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes what an author saves in a working folder. Thread-safe. */
public final class PreviewLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PreviewLoop.class);

    private final WorkingFolder folder;
    private final SyncLoop loop;
    private volatile Optional<SyncStatus.Failure> failure = Optional.empty();

    /** Set once, before anyone else knows this object. */
    private Optional<FolderWatch> watch = Optional.empty();

    private PreviewLoop(WorkingFolder folder, SyncLoop loop) {
        this.folder = folder;
        this.loop = loop;
    }

    /**
     * Begins to watch the folder, which no other thread refreshes from now on.
     *
     * @throws IOException when the folder cannot be watched
     */
    public static PreviewLoop start(WorkingFolder folder, SyncLoop loop) throws IOException {
        PreviewLoop preview = new PreviewLoop(folder, loop);
        preview.watch = Optional.of(FolderWatch.start(folder.watched(), folder::isConcerning, preview::look));
        return preview;
    }

    /** Waits for the publication: what is saved meanwhile is looked at together. */
    private void look(Set<Path> changed) {
        try {
            if (folder.refresh(changed)) {
                loop.sync().join();
            }
            failure = Optional.empty();
        } catch (IOException e) {
            fail(String.valueOf(e.getMessage()));
        } catch (CompletionException e) {
            LOG.debug("not published: {}", e.getMessage());
        }
    }

    /** Once for each new reason: it is tried again every few seconds. */
    private void fail(String message) {
        if (failure.filter(last -> last.message().equals(message)).isEmpty()) {
            LOG.warn("cannot read what was saved: {}; the last state is shown", message);
            failure = Optional.of(new SyncStatus.Failure(Instant.now(), message));
        }
    }

    /** Why the folder cannot be read; empty when it can. */
    public Optional<SyncStatus.Failure> failure() {
        return failure;
    }

    /** Stops watching, after the last publication. */
    @Override
    public void close() throws IOException {
        if (watch.isPresent()) {
            watch.get().close();
        }
    }
}
