package garden.sync;

import garden.concurrent.Failing;
import garden.git.working.WorkingFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Publishes what an author saves in a working folder. Thread-safe. */
public final class PreviewLoop implements AutoCloseable {

    private final WorkingFolder folder;
    private final SyncLoop loop;

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

    /** Waits for the publication, which tells of its own failures and is tried again without us. */
    private void look(Set<Path> changed) {
        try {
            if (folder.refresh(changed)) {
                var unused =
                        loop.sync().handle((published, failure) -> published).join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why the folder cannot be read; empty when it can. */
    public Optional<Failing> failing() {
        return watch.flatMap(FolderWatch::failing);
    }

    /** Stops watching, after the last publication. */
    @Override
    public void close() throws IOException {
        if (watch.isPresent()) {
            watch.get().close();
        }
    }
}
