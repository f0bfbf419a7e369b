package garden.sync;

import garden.git.ServedBranch;
import garden.git.Upstream;
import garden.note.CommitId;
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
    private static final Duration PUBLISHING = Duration.ofMinutes(10);
    private static final Duration LAST_FETCH = Duration.ofSeconds(5);

    private final Upstream upstream;
    private final ServedBranch branch;
    private final SyncLoop loop;
    private final MirrorPace pace;
    private final Consumer<MirrorStatus> listener;
    private final Instant started = Instant.now();
    private final BlockingQueue<Boolean> requests = new ArrayBlockingQueue<>(1);
    private final CountDownLatch firstAttempt = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("mirror").daemon().unstarted(this::run);
    private volatile boolean isStopped;
    private volatile MirrorStatus status;

    private MirrorLoop(Mirrored mirrored, SyncLoop loop, MirrorPace pace, Consumer<MirrorStatus> listener) {
        this.upstream = mirrored.upstream();
        this.branch = mirrored.branch();
        this.loop = loop;
        this.pace = pace;
        this.listener = listener;
        this.status = new MirrorStatus(upstream.address().toString(), Optional.empty(), Optional.empty());
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
        return status;
    }

    /** Waits until the first attempt has ended, well or not, or {@code patience} is over. */
    public void awaitFirstAttempt(Duration patience) throws InterruptedException {
        var unused = firstAttempt.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            while (!isStopped) {
                Duration wait = attempt();
                firstAttempt.countDown();
                var unused = requests.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns how long to wait for the next one. */
    private Duration attempt() throws InterruptedException {
        try {
            CommitId tip = upstream.fetch(branch, () -> isStopped);
            publish();
            succeeded(tip);
            return waitAfter(0);
        } catch (IOException | RuntimeException e) {
            return isStopped ? Duration.ZERO : failed(e);
        }
    }

    private Duration waitAfter(int failures) {
        return pace.wait(failures, ThreadLocalRandom.current().nextDouble());
    }

    private void publish() throws IOException, InterruptedException {
        try {
            loop.sync().get(PUBLISHING.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new IOException("cannot publish: " + (cause == null ? "" : cause.getMessage()), e);
        } catch (TimeoutException e) {
            throw new IOException("not yet published after " + PUBLISHING.toMinutes() + " minutes", e);
        }
    }

    private void succeeded(CommitId tip) {
        Instant now = Instant.now();
        status.behind()
                .ifPresent(behind -> LOG.info(
                        "following {} again, at {}, after {} s",
                        status.upstream(),
                        tip.abbreviated(),
                        Duration.between(behind.since(), now).toSeconds()));
        tell(new MirrorStatus(status.upstream(), Optional.of(now), Optional.empty()));
    }

    /** Said once for each reason: an upstream that is gone for a night fills no log. */
    private Duration failed(Exception failure) {
        String reason = String.valueOf(failure.getMessage());
        Optional<MirrorStatus.Behind> before = status.behind();
        boolean isKnown =
                before.filter(behind -> behind.reason().equals(reason)).isPresent();
        int failures = before.map(MirrorStatus.Behind::failures).orElse(0) + 1;
        Instant since =
                before.map(MirrorStatus.Behind::since).orElse(status.inStep().orElse(started));
        if (failure instanceof RuntimeException bug) {
            LOG.error("cannot follow {}", status.upstream(), bug);
        } else if (!isKnown) {
            LOG.warn("{}; serving {}, trying again", reason, served());
        }
        Instant now = Instant.now();
        Duration wait = waitAfter(failures);
        tell(new MirrorStatus(
                status.upstream(),
                status.inStep(),
                Optional.of(new MirrorStatus.Behind(since, now, reason, failures, now.plus(wait)))));
        return wait;
    }

    private String served() {
        CommitId commit = loop.live().garden().commit();
        return commit.equals(CommitId.NONE) ? "nothing yet" : commit.abbreviated();
    }

    private void tell(MirrorStatus now) {
        status = now;
        listener.accept(now);
    }

    /** Ends the thread, with the fetch it is at. */
    @Override
    public void close() {
        isStopped = true;
        thread.interrupt();
        try {
            if (!thread.join(LAST_FETCH)) {
                LOG.warn(
                        "the last fetch did not end within {} s; what it brought is fetched again",
                        LAST_FETCH.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
