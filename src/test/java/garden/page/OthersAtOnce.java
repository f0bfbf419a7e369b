package garden.page;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** Many who ask for one thing while it is made for somebody: each of them waits for it or, which they should not, makes it. */
final class OthersAtOnce {

    private static final int OTHERS = 30;

    private final List<Thread> others;
    private final AtomicBoolean isAsked = new AtomicBoolean();

    /** They ask by {@code asking}. */
    OthersAtOnce(Runnable asking) {
        others = IntStream.range(0, OTHERS)
                .mapToObj(i -> Thread.ofPlatform().daemon().unstarted(asking))
                .toList();
    }

    /** Lets them ask, the first time, and returns when all wait or are done. */
    void ask() {
        if (isAsked.getAndSet(true)) {
            return;
        }
        others.forEach(Thread::start);
        while (!others.stream().allMatch(OthersAtOnce::isAtRest)) {
            Thread.onSpinWait();
        }
    }

    void join() throws InterruptedException {
        for (Thread other : others) {
            other.join();
        }
    }

    private static boolean isAtRest(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TERMINATED;
    }
}
