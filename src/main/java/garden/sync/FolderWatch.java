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
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when files below some folders change. What happens within a moment is told together: a save is several events, a
 * checkout thousands. Some file systems tell of nothing, and what happened before the watch began is not known, so it asks to
 * look at everything at the beginning and now and then.
 */
public final class FolderWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final Duration MOMENT = Duration.ofMillis(20);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    /** Looking at everything takes up at most one part in so many of the time, since a save has to wait for it. */
    private static final int SHARE = 100;

    private static final Duration LAST_CALL = Duration.ofSeconds(10);

    private final DirectoryWatcher watcher;
    private final Predicate<Path> isConcerning;
    private final Consumer<Set<Path>> listener;
    private final ScheduledThreadPoolExecutor teller = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("folder-watch").daemon().factory());
    private final Set<Path> changed = new HashSet<>();
    private boolean isDue;
    private boolean isAnything;

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
     * @param listener given the files that changed, none when any may have, in a thread of its own; may take its time
     * @throws IOException when the folders cannot be watched
     */
    public static FolderWatch start(List<Path> roots, Predicate<Path> isConcerning, Consumer<Set<Path>> listener)
            throws IOException {
        FolderWatch watch = new FolderWatch(roots, isConcerning, listener);
        watch.teller.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        var unused = watch.watcher
                .watchAsync(task ->
                        Thread.ofPlatform().name("folder-events").daemon().start(task))
                .whenComplete((ended, failure) -> warn(failure));
        watch.lookSoon(Duration.ZERO);
        return watch;
    }

    private final class Events implements DirectoryChangeListener {

        @Override
        public void onEvent(DirectoryChangeEvent event) {
            if (event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW) {
                heardTooMuch();
            } else if (isConcerning.test(event.path())) {
                heard(event.path());
            }
        }

        @Override
        public void onException(Exception failure) {
            warn(failure);
        }
    }

    private static void warn(@Nullable Throwable failure) {
        if (failure != null) {
            LOG.warn("cannot watch a folder: {}; looking again every {} s", failure.toString(), LOOK_AGAIN.toSeconds());
        }
    }

    private synchronized void heard(Path path) {
        changed.add(path);
        tellSoon();
    }

    private synchronized void heardTooMuch() {
        isAnything = true;
        tellSoon();
    }

    private void tellSoon() {
        if (!isDue) {
            isDue = true;
            try {
                var unused = teller.schedule(this::tellWhatWasHeard, MOMENT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("a change came after the end");
            }
        }
    }

    private void tellWhatWasHeard() {
        tell(take());
    }

    private void tell(Set<Path> told) {
        try {
            listener.accept(told);
        } catch (RuntimeException e) {
            LOG.error("cannot show what changed in the folder", e);
        }
    }

    private void lookSoon(Duration delay) {
        try {
            var unused = teller.schedule(this::look, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("no more looking after the end");
        }
    }

    private void look() {
        long start = System.nanoTime();
        tell(Set.of());
        Duration pause = Duration.ofNanos(System.nanoTime() - start).multipliedBy(SHARE);
        lookSoon(pause.compareTo(LOOK_AGAIN) > 0 ? pause : LOOK_AGAIN);
    }

    private synchronized Set<Path> take() {
        Set<Path> told = isAnything ? Set.of() : Set.copyOf(changed);
        changed.clear();
        isDue = false;
        isAnything = false;
        return told;
    }

    /** Stops watching, after the listener's last call. */
    @Override
    public void close() throws IOException {
        watcher.close();
        teller.shutdown();
        try {
            if (!teller.awaitTermination(LAST_CALL.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("the last look at the folder did not end within {} s", LAST_CALL.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
