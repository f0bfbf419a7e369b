package garden.markdown;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work that may recurse deeply or never end: on daemon threads with large stacks, within a time. Thread-safe.
 *
 * <p>Work past its time is abandoned, since a parser does not heed interrupts: its thread goes on alone and another takes its
 * place. When too many such threads are alive, new work is refused until some have ended.
 */
final class BudgetedThreads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BudgetedThreads.class);

    /** Reserved, not used, until the work is that deep. */
    private static final long STACK_BYTES = 256L << 20;

    private static final int MAX_ABANDONED_ALIVE = 8;

    private final Duration timeout;
    private final Semaphore places;
    private final ThreadPoolExecutor pool;
    private final AtomicLong abandoned = new AtomicLong();
    private final AtomicInteger abandonedAlive = new AtomicInteger();

    BudgetedThreads(int threads, Duration timeout) {
        this.timeout = timeout;
        this.places = new Semaphore(threads, true);
        this.pool = new ThreadPoolExecutor(
                0,
                threads + MAX_ABANDONED_ALIVE + threads,
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform()
                        .daemon()
                        .name("markdown-", 1)
                        .stackSize(STACK_BYTES)
                        .factory());
    }

    /**
     * What {@code work} returns. Waits for a free thread first; the time counts from then.
     *
     * @throws OverBudgetException when the work takes too long, recurses too deeply, fails, or throws this itself
     * @throws CancellationException when the calling thread is interrupted; its interrupt flag stays set
     */
    <T> T run(Callable<T> work) throws OverBudgetException {
        try {
            places.acquire();
            try {
                return runNow(work);
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while a note was parsed or rendered");
        }
    }

    /** How much work was given up since the start because its time was over. */
    long abandoned() {
        return abandoned.get();
    }

    private <T> T runNow(Callable<T> work) throws OverBudgetException, InterruptedException {
        if (abandonedAlive.get() >= MAX_ABANDONED_ALIVE) {
            throw new OverBudgetException(
                    "not tried, since " + MAX_ABANDONED_ALIVE + " notes before it are still running");
        }
        AbandonableTask<T> task = new AbandonableTask<>(work);
        pool.execute(task);
        try {
            return task.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            task.abandon();
            throw new OverBudgetException("took too long: expected at most " + timeout.toMillis() + " ms");
        } catch (InterruptedException e) {
            task.abandon();
            throw e;
        } catch (ExecutionException e) {
            throw overBudget(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private static OverBudgetException overBudget(Throwable cause) {
        return switch (cause) {
            case OverBudgetException e -> e;
            case StackOverflowError e -> new OverBudgetException("nested too deeply");
            case RuntimeException e -> {
                LOG.warn("the Markdown parser failed; the note is shown as text", e);
                yield new OverBudgetException("the parser failed on this note");
            }
            default -> throw new IllegalStateException("Markdown thread failed", cause);
        };
    }

    /** Ends idle threads; abandoned ones end with their work or with the process. */
    @Override
    public void close() {
        pool.shutdownNow();
    }

    /** Work whose thread is counted while it runs on although nobody waits for it. */
    private final class AbandonableTask<T> extends FutureTask<T> {

        private enum State {
            RUNNING,
            ENDED,
            ABANDONED
        }

        private State state = State.RUNNING;

        AbandonableTask(Callable<T> work) {
            super(work);
        }

        @Override
        public void run() {
            super.run();
            end();
        }

        private synchronized void end() {
            if (state == State.ABANDONED) {
                abandonedAlive.decrementAndGet();
            }
            state = State.ENDED;
        }

        synchronized void abandon() {
            abandoned.incrementAndGet();
            if (state == State.RUNNING) {
                state = State.ABANDONED;
                abandonedAlive.incrementAndGet();
            }
            cancel(true);
        }
    }
}
