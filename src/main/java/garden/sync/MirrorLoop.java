package garden.sync;

import garden.concurrent.Attempts;
import garden.concurrent.Listeners;
import garden.concurrent.Timings;
import garden.git.ServedBranch;
import garden.git.upstream.Upstream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the served branch where an upstream's is, in one thread of its own. Thread-safe.
 *
 * <p>Asks now and then, and at once when told to; whatever is asked while it fetches is one more fetch, not many. Whatever
 * fails is tried again, ever less often, and meanwhile the garden stays as it is.
 */
public final class MirrorLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MirrorLoop.class);

    private final Upstream upstream;
    private final ServedBranch branch;
    private final SyncLoop loop;
    private final MirrorPace pace;
    private final Listeners<MirrorStatus> told = new Listeners<>();
    private final Attempts attempts;
    private final BlockingQueue<Boolean> requests = new ArrayBlockingQueue<>(1);
    private final CountDownLatch firstAttempt = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("mirror").daemon().unstarted(this::run);
    private volatile boolean isStopped;
    private volatile Optional<Instant> inStep = Optional.empty();

    private MirrorLoop(Mirrored mirrored, SyncLoop loop, MirrorPace pace, Consumer<MirrorStatus> listener) {
        this.upstream = mirrored.upstream();
        this.branch = mirrored.branch();
        this.loop = loop;
        this.pace = pace;
        this.attempts = new Attempts("follow " + upstream.address(), this::waitAfter);
        told.add("listener of the mirror", listener);
    }

    /** What is followed, and the branch here that follows. */
    public record Mirrored(Upstream upstream, ServedBranch branch) {}

    /**
     * Begins to follow, with a first fetch at once.
     *
     * @param listener told of the outcome of each attempt, in the mirror's thread; must not block
     */
    public static MirrorLoop start(Mirrored mirrored, SyncLoop loop, MirrorPace pace, Consumer<MirrorStatus> listener) {
        MirrorLoop mirror = new MirrorLoop(mirrored, loop, pace, listener);
        mirror.thread.start();
        return mirror;
    }

    /** Asks for a fetch as soon as may be. Never waits. */
    public void fetchNow() {
        requests.offer(Boolean.TRUE);
    }

    /** How things are now. */
    public MirrorStatus status() {
        return new MirrorStatus(upstream.address().toString(), inStep, attempts.failing());
    }

    /** Waits until the first attempt has ended, well or not, or {@code patience} is over. */
    public void awaitFirstAttempt(Duration patience) throws InterruptedException {
        var unused = firstAttempt.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            while (!isStopped) {
                Optional<Duration> pause = attempts.run(this::follow);
                told.tell(status());
                firstAttempt.countDown();
                var unused = requests.poll(pause.orElseGet(() -> waitAfter(0)).toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An attempt that is cut off says nothing of the upstream. */
    private void follow() throws IOException, InterruptedException, ExecutionException {
        try {
            upstream.fetch(branch, () -> isStopped);
            publish();
            inStep = Optional.of(Instant.now());
        } catch (IOException | ExecutionException | RuntimeException e) {
            if (!isStopped) {
                throw e;
            }
        }
    }

    private Duration waitAfter(int failures) {
        return pace.wait(failures, ThreadLocalRandom.current().nextDouble());
    }

    private void publish() throws IOException, InterruptedException, ExecutionException {
        try {
            loop.sync().get(Timings.PUBLICATION.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException("not yet published after " + Timings.PUBLICATION.toMinutes() + " minutes", e);
        }
    }

    /** Ends the thread, with the fetch it is at. */
    @Override
    public void close() {
        isStopped = true;
        thread.interrupt();
        try {
            if (!thread.join(Timings.LAST_FETCH)) {
                LOG.warn(
                        "the last fetch did not end within {} s; what it brought is fetched again",
                        Timings.LAST_FETCH.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
