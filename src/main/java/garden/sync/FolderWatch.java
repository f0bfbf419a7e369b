package garden.sync;

import garden.concurrent.Attempts;
import garden.concurrent.Failing;
import garden.concurrent.Timings;
import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryChangeListener;
import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
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

    private final List<Path> roots;
    private final Predicate<Path> isConcerning;
    private final Consumer<Set<Path>> listener;
    private final Attempts telling = new Attempts("show what changed in the folder", Timings.FOLDER_RETRY::pause);
    private final Attempts watching = new Attempts("watch a folder", Timings.WATCH_RETRY::pause);
    private final ScheduledThreadPoolExecutor teller = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("folder-watch").daemon().factory());
    private final Set<Path> changed = new HashSet<>();
    private DirectoryWatcher watcher;
    private boolean isDue;
    private boolean isAnything;
    private boolean isClosed;

    private FolderWatch(List<Path> roots, Predicate<Path> isConcerning, Consumer<Set<Path>> listener)
            throws IOException {
        this.roots = roots;
        this.isConcerning = isConcerning;
        this.listener = listener;
        this.watcher = watcher();
    }

    private DirectoryWatcher watcher() throws IOException {
        return DirectoryWatcher.builder()
                .paths(roots)
                .listener(new Events())
                .fileHashing(false)
                .build();
    }

    /**
     * Begins to watch.
     *
     * @param isConcerning which files matter
     * @param listener given the files that changed, none when any may have, in a thread of its own; may take its time. When it
     *     throws, it is asked to look at everything a little later
     * @throws IOException when the folders cannot be watched
     */
    public static FolderWatch start(List<Path> roots, Predicate<Path> isConcerning, Consumer<Set<Path>> listener)
            throws IOException {
        FolderWatch watch = new FolderWatch(roots, isConcerning, listener);
        watch.teller.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        watch.hear();
        watch.schedule(watch::look, Duration.ZERO);
        return watch;
    }

    /** Why what changed cannot be shown; empty when it can. */
    public Optional<Failing> failing() {
        return telling.failing();
    }

    private synchronized void hear() {
        var unused = watcher.watchAsync(task ->
                        Thread.ofPlatform().name("folder-events").daemon().start(task))
                .whenComplete((ended, failure) -> ended(failure));
    }

    /** The events end with the watch, or with whatever killed their thread: then it is begun anew. */
    private void ended(@Nullable Throwable failure) {
        if (failure != null) {
            watching.runOrInterrupt(() -> {
                        throw new CompletionException(failure);
                    })
                    .ifPresent(pause -> schedule(this::watchAgain, pause));
        }
    }

    private void watchAgain() {
        watching.runOrInterrupt(this::replaceWatcher).ifPresent(pause -> schedule(this::watchAgain, pause));
        heardTooMuch();
    }

    private synchronized void replaceWatcher() throws IOException {
        if (!isClosed) {
            watcher.close();
            watcher = watcher();
            hear();
        }
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
            heardTooMuch();
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
            schedule(this::tellWhatWasHeard, Timings.FOLDER_MOMENT);
        }
    }

    private void tellWhatWasHeard() {
        Set<Path> told = take();
        telling.runOrInterrupt(() -> listener.accept(told)).ifPresent(pause -> schedule(this::heardTooMuch, pause));
    }

    private void look() {
        long start = System.nanoTime();
        Optional<Duration> retry = telling.runOrInterrupt(() -> listener.accept(Set.of()));
        Duration pause = Duration.ofNanos(System.nanoTime() - start).multipliedBy(Timings.FOLDER_SHARE);
        schedule(this::look, retry.orElse(pause.compareTo(Timings.FOLDER_LOOK) > 0 ? pause : Timings.FOLDER_LOOK));
    }

    private void schedule(Runnable work, Duration delay) {
        try {
            var unused = teller.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("nothing is told after the end");
        }
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
        closeWatcher();
        teller.shutdown();
        try {
            if (!teller.awaitTermination(Timings.LAST_LOOK.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("the last look at the folder did not end within {} s", Timings.LAST_LOOK.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void closeWatcher() throws IOException {
        isClosed = true;
        watcher.close();
    }
}
