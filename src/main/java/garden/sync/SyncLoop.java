package garden.sync;

import garden.concurrent.Attempts;
import garden.concurrent.Failing;
import garden.concurrent.Failure;
import garden.concurrent.Listeners;
import garden.concurrent.Timings;
import garden.note.CommitId;
import garden.note.NotePath;
import garden.snapshot.ChangeReport;
import garden.snapshot.Garden;
import garden.snapshot.GardenStep;
import garden.snapshot.LiveGarden;
import garden.snapshot.StepDetails;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the published snapshot to the tip of the served branch, in one thread of its own. Thread-safe.
 *
 * <p>Requests that pile up are answered together: the first goes to the newest tip, the others find nothing to do. A failed
 * attempt, whatever it failed with, publishes nothing, is told to whoever waits, and is tried again later. The index is put on
 * disk when the writer has been quiet for a while, since whatever it lacks is replayed from git.
 */
public final class SyncLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SyncLoop.class);

    /** Of a step so many lines about what readers do not see are logged. */
    private static final int MAX_REMARKS = 20;

    private final Sources sources;
    private final ServedIndex index;
    private final Listeners<Publication> listeners;
    private final SyncPace pace;
    private final Attempts publishing;
    private final Attempts keeping;
    private final ScheduledThreadPoolExecutor thread;
    private volatile Optional<Instant> publishedAt = Optional.empty();

    /** Owned by the sync thread: failures that follow each other share one retry. */
    private boolean isRetryDue;

    /** Owned by the sync thread. */
    private final PendingRetries pending = new PendingRetries();

    private final Set<CompletableFuture<Publication>> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean isStopped;

    private SyncLoop(Sources sources, ServedIndex index, Listeners<Publication> listeners, SyncPace pace) {
        this.sources = sources;
        this.index = index;
        this.listeners = listeners;
        this.pace = pace;
        this.publishing = new Attempts("publish", pace.retry()::pause);
        this.keeping = new Attempts("keep the index", pace.retry()::pause);
        this.thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("sync").daemon().factory());
        this.thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** As {@link #start(Sources, IndexStore, Listeners, SyncPace)}, at the usual pace. */
    public static SyncLoop start(Sources sources, IndexStore store, Listeners<Publication> listeners)
            throws IOException {
        return start(sources, store, listeners, SyncPace.USUAL);
    }

    /**
     * Reads what was stored and brings it to the tip, in the calling thread.
     *
     * @param listeners told of each publication, in the sync thread, before whoever asked for it; must not block
     * @throws IOException when the repository or the index cannot be used at all
     */
    public static SyncLoop start(Sources sources, IndexStore store, Listeners<Publication> listeners, SyncPace pace)
            throws IOException {
        ServedIndex index = new ServedIndex(sources, store, store.load(sources));
        SyncLoop loop = new SyncLoop(sources, index, listeners, pace);
        try {
            loop.pending.see(loop.live().garden().pending(), Set.of());
            loop.pending.fallDue();
            loop.step(Instant.now());
            loop.keep();
            return loop;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            loop.close();
            throw new InterruptedIOException("interrupted while the garden was read");
        } catch (Throwable e) {
            loop.close();
            throw e;
        }
    }

    /** The cell that readers read. */
    public LiveGarden live() {
        return index.live();
    }

    /** How things are now. */
    public SyncStatus status() {
        return new SyncStatus(publishedAt, publishing.failing().map(Failing::last), troubles());
    }

    private SortedMap<String, Failure> troubles() {
        SortedMap<String, Failure> troubles = new TreeMap<>();
        listeners.failing().forEach((name, failing) -> troubles.put(name, failing.last()));
        keeping.failing().ifPresent(failing -> troubles.put("search index", failing.last()));
        return troubles;
    }

    /**
     * Brings the garden to the tip; completed when it is published, exceptionally with what a failure threw. Its step is an empty
     * one when the tip was published already.
     */
    public CompletableFuture<Publication> sync() {
        Instant asked = Instant.now();
        CompletableFuture<Publication> done = new CompletableFuture<>();
        waiting.add(done);
        thread.execute(() -> attempt(asked, done));
        if (isStopped) {
            done.completeExceptionally(stopping());
        }
        return done;
    }

    /** Whoever waits is told in any case, and finds the status to be that of the attempt. */
    @SuppressWarnings("CollectionUndefinedEquality") // Each request is itself and no other.
    private void attempt(Instant asked, CompletableFuture<Publication> done) {
        CompletableFuture<Publication> result = new CompletableFuture<>();
        try {
            publishing.runOrInterrupt(() -> step(asked, result)).ifPresent(this::retryAfter);
        } finally {
            waiting.remove(done);
            result.completeExceptionally(stopping());
            var unused = result.whenComplete((published, failure) -> tell(done, published, failure));
        }
    }

    private static void tell(
            CompletableFuture<Publication> done, @Nullable Publication published, @Nullable Throwable failure) {
        if (published == null) {
            done.completeExceptionally(failure == null ? stopping() : failure);
        } else {
            done.complete(published);
        }
    }

    private void step(Instant asked, CompletableFuture<Publication> result) throws IOException, InterruptedException {
        try {
            result.complete(step(asked));
        } catch (Throwable e) {
            result.completeExceptionally(e);
            throw e;
        }
    }

    private void retryAfter(Duration pause) {
        if (!isRetryDue) {
            isRetryDue = true;
            later(pause, this::retry);
        }
    }

    private void retry() {
        isRetryDue = false;
        attempt(Instant.now(), new CompletableFuture<>());
        if (index.isDoubtful() && publishing.failing().isEmpty()) {
            keep();
        }
    }

    private void retryPending() {
        pending.fallDue();
        attempt(Instant.now(), new CompletableFuture<>());
    }

    private static IOException stopping() {
        return new IOException("the server is stopping");
    }

    private Publication step(Instant asked) throws IOException, InterruptedException {
        Garden before = live().garden();
        Optional<CommitId> tip = sources.repository().tip();
        Set<NotePath> retried = pending.due();
        if (tip.isEmpty() || (tip.get().equals(before.tip()) && retried.isEmpty())) {
            return nothing(asked, before);
        }
        try {
            return publish(asked, tip.get(), retried);
        } finally {
            sources.notes().clear();
        }
    }

    private Publication publish(Instant asked, CommitId tip, Set<NotePath> retried)
            throws IOException, InterruptedException {
        Garden before = live().garden();
        GardenUpdater update = new GardenUpdater(sources, before, tip).retrying(retried);
        GardenStep step = index.apply(update, tip);
        update.times.end(PublicationPhase.INDEX);
        pending.see(step.garden().pending(), retried).ifPresent(pause -> later(pause, this::retryPending));
        StepDetails details = update.details();
        index.show(step.garden());
        update.times.end(PublicationPhase.SHOW);
        if (tip.equals(before.tip()) && step.affected().isEmpty()) {
            return nothing(asked, before);
        }
        Instant now = Instant.now();
        boolean isSeen = !step.garden().commit().equals(before.commit());
        publishedAt = publishedAt.filter(at -> !isSeen).or(() -> Optional.of(now));
        keepWhenQuiet();
        Publication published = new Publication(
                        before, step, details, new ChangeReport.Timing(now, Duration.between(asked, now)))
                .with(update.times.all());
        LOG.info(
                "published {} ({} notes, {} pages affected) in {} ms",
                tip.abbreviated(),
                step.garden().graph().notes().size(),
                step.affected().size(),
                published.took().toMillis());
        published.details().toAuthor().stream().limit(MAX_REMARKS).forEach(remark -> LOG.warn("{}", remark));
        listeners.tell(published);
        return published;
    }

    private void keepWhenQuiet() {
        CommitId published = live().garden().tip();
        later(pace.quiet(), () -> keepIfStill(published));
    }

    private Publication nothing(Instant asked, Garden garden) {
        Instant now = Instant.now();
        publishedAt = publishedAt.or(() -> Optional.of(now));
        return new Publication(
                garden,
                new GardenStep(garden, new TreeSet<>()),
                StepDetails.NONE,
                new ChangeReport.Timing(now, Duration.between(asked, now)));
    }

    private void keepIfStill(CommitId published) {
        if (live().garden().tip().equals(published)) {
            keep();
        }
    }

    /** What cannot be kept now is kept later, unless something newer is by then; meanwhile it would be replayed from git. */
    private void keep() {
        CommitId published = live().garden().tip();
        keeping.runOrInterrupt(index::keep).ifPresent(pause -> later(pause, () -> keepIfStill(published)));
    }

    private void later(Duration delay, Runnable work) {
        var unused = thread.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the thread after its current step, saves the index and closes it. */
    @Override
    public void close() throws IOException {
        isStopped = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(Timings.LAST_STEP.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn(
                        "the last step did not end within {} s; it will be replayed from git",
                        Timings.LAST_STEP.toSeconds());
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        waiting.forEach(request -> request.completeExceptionally(stopping()));
        index.close();
    }
}
