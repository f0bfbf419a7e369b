package garden.sync;

import garden.note.CommitId;
import garden.search.SearchIndex;
import garden.snapshot.FileMoves;
import garden.snapshot.Garden;
import garden.snapshot.GardenStep;
import garden.snapshot.LiveGarden;
import garden.snapshot.Snapshot;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the published snapshot to the tip of the served branch, in one thread of its own. Thread-safe.
 *
 * <p>Requests that pile up are answered together: the first goes to the newest tip, the others find nothing to do. A failed
 * attempt publishes nothing and is tried again later. The index is put on disk when the writer has been quiet for a while,
 * since whatever it lacks is replayed from git.
 */
public final class SyncLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SyncLoop.class);
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration LAST_STEP = Duration.ofSeconds(30);

    private final Sources sources;
    private final IndexStore store;
    private final LiveGarden live;
    private final Consumer<Published> listener;
    private final ScheduledThreadPoolExecutor thread;
    private volatile SyncStatus status = SyncStatus.STARTING;

    /** Owned by the sync thread, as is whether a change to it failed halfway. */
    private SearchIndex index;

    private boolean isIndexDoubtful;

    /** Owned by the sync thread: failures that follow each other share one retry. */
    private boolean isRetryDue;

    private final Set<CompletableFuture<Published>> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean isStopped;

    private SyncLoop(Sources sources, IndexStore store, Consumer<Published> listener, IndexStore.Loaded loaded) {
        this.sources = sources;
        this.store = store;
        this.listener = listener;
        this.index = loaded.index();
        this.live = new LiveGarden(loaded.snapshot());
        this.thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("sync").daemon().factory());
        this.thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /**
     * Reads what was stored and brings it to the tip, in the calling thread.
     *
     * @param listener told of each publication, in the sync thread, before whoever asked for it; must not block
     * @throws IOException when the repository or the index cannot be used at all
     */
    public static SyncLoop start(Sources sources, IndexStore store, Consumer<Published> listener) throws IOException {
        SyncLoop loop = new SyncLoop(sources, store, listener, store.load(sources));
        try {
            loop.step(Instant.now());
            loop.save();
            return loop;
        } catch (IOException | RuntimeException e) {
            loop.close();
            throw e;
        }
    }

    /** The cell that readers read. */
    public LiveGarden live() {
        return live;
    }

    /** How things are now. */
    public SyncStatus status() {
        return status;
    }

    /**
     * Brings the garden to the tip; completed when it is published, exceptionally with the {@link IOException} of a failure.
     * Its step is an empty one when the tip was published already.
     */
    public CompletableFuture<Published> sync() {
        Instant asked = Instant.now();
        CompletableFuture<Published> done = new CompletableFuture<>();
        waiting.add(done);
        thread.execute(() -> attempt(asked, done));
        if (isStopped) {
            done.completeExceptionally(stopping());
        }
        return done;
    }

    @SuppressWarnings("CollectionUndefinedEquality") // Each request is itself and no other.
    private void attempt(Instant asked, CompletableFuture<Published> done) {
        try {
            done.complete(step(asked));
        } catch (IOException | RuntimeException e) {
            fail(e);
            done.completeExceptionally(e);
        }
        waiting.remove(done);
    }

    private void fail(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        status = new SyncStatus(status.publishedAt(), Optional.of(new SyncStatus.Failure(Instant.now(), message)));
        LOG.error(
                "cannot publish: {}; serving {}, next try in {} s",
                message,
                live.garden().commit().abbreviated(),
                RETRY.toSeconds(),
                failure instanceof RuntimeException ? failure : null);
        if (!isRetryDue) {
            isRetryDue = true;
            later(RETRY, this::retry);
        }
    }

    private void retry() {
        isRetryDue = false;
        attempt(Instant.now(), new CompletableFuture<>());
    }

    private static IOException stopping() {
        return new IOException("the server is stopping");
    }

    private Published step(Instant asked) throws IOException {
        Garden before = live.garden();
        Optional<CommitId> tip = sources.repository().tip();
        if (tip.isEmpty() || tip.get().equals(before.commit())) {
            Instant now = Instant.now();
            status = new SyncStatus(status.publishedAt().or(() -> Optional.of(now)), Optional.empty());
            return new Published(before, before, new TreeSet<>(), FileMoves.NONE, now, Duration.between(asked, now));
        }
        GardenUpdate update = update(before, tip.get());
        GardenStep step = apply(update);
        live.publish(new Snapshot(step.garden(), index.view()));
        Instant now = Instant.now();
        status = new SyncStatus(Optional.of(now), Optional.empty());
        Published published = new Published(
                before, step.garden(), step.affected(), update.moves(), now, Duration.between(asked, now));
        LOG.info(
                "published {} ({} notes, {} pages affected) in {} ms",
                tip.get().abbreviated(),
                step.garden().graph().notes().size(),
                step.affected().size(),
                published.took().toMillis());
        listener.accept(published);
        saveWhenQuiet();
        return published;
    }

    /** After a step that failed halfway the index may hold half a change: it is made anew. */
    private GardenUpdate update(Garden before, CommitId tip) throws IOException {
        Garden from = isIndexDoubtful ? before.emptied() : before;
        if (isIndexDoubtful) {
            index.close();
            index = store.openEmpty();
        }
        return new GardenUpdate(sources, from, tip, new Progress());
    }

    private GardenStep apply(GardenUpdate update) throws IOException {
        try {
            GardenStep step = update.apply(index);
            isIndexDoubtful = false;
            return step;
        } catch (IOException | RuntimeException e) {
            isIndexDoubtful |= update.hasTouchedIndex();
            throw e;
        }
    }

    private void saveWhenQuiet() {
        CommitId published = live.garden().commit();
        later(QUIET, () -> saveIfStill(published));
    }

    private void saveIfStill(CommitId published) {
        if (live.garden().commit().equals(published)) {
            save();
        }
    }

    private void later(Duration delay, Runnable work) {
        var unused = thread.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void save() {
        try {
            if (!isIndexDoubtful) {
                index.save();
            }
        } catch (IOException e) {
            LOG.warn("cannot save the index: {}; it will be replayed from git", e.getMessage());
        }
    }

    /** Ends the thread after its current step, saves the index and closes it. */
    @Override
    public void close() throws IOException {
        isStopped = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_STEP.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("the last step did not end within {} s; it will be replayed from git", LAST_STEP.toSeconds());
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        waiting.forEach(request -> request.completeExceptionally(stopping()));
        save();
        index.close();
    }
}
