package garden.sync;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryChangeListener;
import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when files below some folders change. What happens within a moment is told together: a save is several events, a
 * checkout thousands. Some file systems tell of nothing, so it asks to look again every few seconds all the same.
 */
public final class FolderWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final Duration MOMENT = Duration.ofMillis(20);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final DirectoryWatcher watcher;
    private final Predicate<Path> isConcerning;
    private final Consumer<Set<Path>> listener;
    private final ScheduledExecutorService teller = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("folder-watch").daemon().factory());
    private final Set<Path> changed = new HashSet<>();
    private boolean isDue;

    private FolderWatch(List<Path> roots, Predicate<Path> isConcerning, Consumer<Set<Path>> listener)
            throws IOException {
        this.isConcerning = isConcerning;
        this.listener = listener;
        this.watcher = DirectoryWatcher.builder()
                .paths(roots)
                .listener(new Events())
                .fileHashing(false)
                .build();
    }

    /**
     * Begins to watch.
     *
     * @param isConcerning which files matter
     * @param listener given the files that changed, as far as known, in a thread of its own; may take its time
     * @throws IOException when the folders cannot be watched
     */
    public static FolderWatch start(List<Path> roots, Predicate<Path> isConcerning, Consumer<Set<Path>> listener)
            throws IOException {
        FolderWatch watch = new FolderWatch(roots, isConcerning, listener);
        var unused = watch.watcher.watchAsync();
        watch.lookAgainNowAndThen();
        return watch;
    }

    private void lookAgainNowAndThen() {
        long millis = LOOK_AGAIN.toMillis();
        var unused = teller.scheduleWithFixedDelay(this::tell, millis, millis, TimeUnit.MILLISECONDS);
    }

    private final class Events implements DirectoryChangeListener {

        @Override
        public void onEvent(DirectoryChangeEvent event) {
            boolean isOverflow = event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW;
            if (isOverflow || isConcerning.test(event.path())) {
                heard(isOverflow ? Set.of() : Set.of(event.path()));
            }
        }

        @Override
        public void onException(Exception failure) {
            LOG.warn("cannot watch a folder: {}; looking again every {} s", failure.toString(), LOOK_AGAIN.toSeconds());
        }
    }

    private synchronized void heard(Set<Path> paths) {
        changed.addAll(paths);
        if (!isDue) {
            isDue = true;
            try {
                var unused = teller.schedule(this::tell, MOMENT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("a change came after the end");
            }
        }
    }

    private void tell() {
        Set<Path> told = take();
        try {
            listener.accept(told);
        } catch (RuntimeException e) {
            LOG.error("cannot show what changed in the folder", e);
        }
    }

    private synchronized Set<Path> take() {
        Set<Path> told = Set.copyOf(changed);
        changed.clear();
        isDue = false;
        return told;
    }

    /** Stops watching. The listener may be told once more. */
    @Override
    public void close() throws IOException {
        watcher.close();
        teller.shutdown();
    }
}
