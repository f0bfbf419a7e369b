package garden.markdown.budget;

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
 * place. When too many such threads are alive, new work is put off until some have ended. Whatever has to do with time is a
 * {@link LateException}, and no verdict on the work.
 */
public final class BudgetedThreads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BudgetedThreads.class);

    /** Reserved, not used, until the work is that deep. */
    private static final long STACK_BYTES = 256L << 20;

    private static final int MAX_ABANDONED_ALIVE = 8;

    private static final Duration SHORTEST_LOOK = Duration.ofMillis(5);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);

    private final WorkTime time;
    private final Semaphore places;
    private final ThreadPoolExecutor pool;
    private final AtomicLong abandoned = new AtomicLong();
    private final AtomicInteger abandonedAlive = new AtomicInteger();

    /** @param threads how many pieces of work go on at once */
    public BudgetedThreads(int threads, WorkTime time) {
        this.time = time;
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
     * What {@code work} returns. Waits for a place first; the time counts from then.
     *
     * @throws OverBudgetException when the work recurses too deeply, fails, or throws this itself: so it would each time
     * @throws LateException when the work takes too long, or is not begun since too much other work does or no place is free in time
     * @throws CancellationException when the calling thread is interrupted; its interrupt flag stays set
     */
    public <T> T run(Callable<T> work) throws OverBudgetException, LateException {
        try {
            awaitPlace();
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

    /** Waits as {@link #result} does: who holds a place may never end, and the machine may have been asleep. */
    private void awaitPlace() throws LateException, InterruptedException {
        Duration left = time.queue();
        Duration look = least(LONGEST_LOOK, left);
        while (!places.tryAcquire(look.toNanos(), TimeUnit.NANOSECONDS)) {
            left = left.minus(look);
            if (!left.isPositive()) {
                throw new LateException("not begun yet: no place to read notes in was free within "
                        + time.queue().toSeconds() + " s");
            }
            look = least(LONGEST_LOOK, left);
        }
    }

    /** How much work was given up since the start because its time was over. */
    public long abandoned() {
        return abandoned.get();
    }

    private <T> T runNow(Callable<T> work) throws OverBudgetException, LateException, InterruptedException {
        if (abandonedAlive.get() >= MAX_ABANDONED_ALIVE) {
            throw new LateException(
                    "not begun yet, since " + MAX_ABANDONED_ALIVE + " notes before it are still being read");
        }
        AbandonableTask<T> task = new AbandonableTask<>(work);
        pool.execute(task);
        try {
            return result(task);
        } catch (InterruptedException | LateException e) {
            task.abandon();
            throw e;
        } catch (ExecutionException e) {
            throw failed(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    /**
     * Looks again when the time could be used up at the earliest. Of each wait only its own length counts, so that a machine that was
     * asleep meanwhile has waited for one look.
     */
    private <T> T result(AbandonableTask<T> task) throws LateException, InterruptedException, ExecutionException {
        Duration waited = Duration.ZERO;
        Duration left = time.processor();
        while (left.isPositive() && waited.compareTo(time.longestWait()) < 0) {
            Duration look = least(LONGEST_LOOK, left.plus(SHORTEST_LOOK));
            try {
                return task.get(look.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                waited = waited.plus(look);
                left = time.processor().minus(task.used());
            }
        }
        if (task.isDone()) {
            return task.get();
        }
        throw new LateException(
                left.isPositive()
                        ? "was waited for " + waited.toSeconds() + " s"
                        : "took more than " + time.processor().toMillis() + " ms of a processor");
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** The verdict on work that failed; that memory was short is none. */
    private static OverBudgetException failed(Throwable cause) throws LateException {
        return switch (cause) {
            case OutOfMemoryError e -> throw new LateException("found too little memory");
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
        private volatile long thread;
        private volatile long begun;

        AbandonableTask(Callable<T> work) {
            super(work);
        }

        @Override
        public void run() {
            long self = Thread.currentThread().threadId();
            begun = time.clock().applyAsLong(self);
            thread = self;
            super.run();
            end();
        }

        /** Time on a processor so far. A thread is kept for other work afterwards, so only while this has not ended. */
        Duration used() {
            long self = thread;
            return self == 0 ? Duration.ZERO : Duration.ofNanos(time.clock().applyAsLong(self) - begun);
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
