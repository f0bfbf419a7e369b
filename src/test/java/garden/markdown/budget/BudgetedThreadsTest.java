package garden.markdown.budget;

import static garden.markdown.BusyMarkdown.stubborn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BudgetedThreadsTest {

    /** Whatever is looked at has used up its time. */
    private static final WorkTime USED_UP = new WorkTime(Duration.ofMillis(20), BudgetedThreadsTest::usedByOthers);

    /** Whatever is looked at has used no time at all, as on a machine that is busy with something else. */
    private static final WorkTime NONE_USED = new WorkTime(Duration.ofMillis(20), thread -> 0);

    /** None when the work begins. */
    private static long usedByOthers(long thread) {
        return thread == Thread.currentThread().threadId() ? 0 : Long.MAX_VALUE;
    }

    @Test
    void deepRecursionHasRoom() throws Exception {
        try (BudgetedThreads threads = new BudgetedThreads(1, WorkTime.of(Duration.ofSeconds(20)))) {
            assertThat(threads.run(() -> depth(100_000))).isEqualTo(100_000);
        }
    }

    @Test
    void endlessRecursionIsOverBudget() {
        try (BudgetedThreads threads = new BudgetedThreads(1, WorkTime.of(Duration.ofSeconds(20)))) {
            assertThatThrownBy(() -> threads.run(() -> depth(Integer.MAX_VALUE)))
                    .isInstanceOf(OverBudgetException.class)
                    .hasMessage("nested too deeply");
        }
    }

    @Test
    void failureIsOverBudget() {
        try (BudgetedThreads threads = new BudgetedThreads(1, WorkTime.of(Duration.ofSeconds(20)))) {
            assertThatThrownBy(() -> threads.run(() -> {
                        throw new IllegalArgumentException("a bug of the parser");
                    }))
                    .isInstanceOf(OverBudgetException.class)
                    .hasMessage("the parser failed on this note");
        }
    }

    @Test
    void workThatOnlyWaitsIsNotLate() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        try (BudgetedThreads threads = new BudgetedThreads(1, NONE_USED)) {
            CompletableFuture<Integer> result = CompletableFuture.supplyAsync(() -> {
                try {
                    return threads.run(() -> {
                        begun.countDown();
                        return stubborn(end);
                    });
                } catch (OverBudgetException | LateException e) {
                    throw new IllegalStateException(e);
                }
            });
            begun.await();
            assertThatThrownBy(() -> result.get(5 * 20, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            end.countDown();
            assertThat(result.get()).isZero();
            assertThat(threads.abandoned()).isZero();
        }
    }

    @Test
    void workThatFindsTooLittleMemoryIsLate() {
        try (BudgetedThreads threads = new BudgetedThreads(1, NONE_USED)) {
            assertThatThrownBy(() -> threads.run(() -> {
                        throw new OutOfMemoryError("no room");
                    }))
                    .isInstanceOf(LateException.class)
                    .hasMessage("found too little memory");
        }
    }

    @Test
    void workThatUsesUpItsTimeIsLateAndItsPlaceIsFree() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (BudgetedThreads threads = new BudgetedThreads(1, USED_UP)) {
            assertThatThrownBy(() -> threads.run(() -> stubborn(end)))
                    .isInstanceOf(LateException.class)
                    .hasMessage("took more than 20 ms of a processor");
            assertThat(threads.abandoned()).isEqualTo(1);
            assertThat(threads.run(() -> 1)).isEqualTo(1);
        } finally {
            end.countDown();
        }
    }

    @Test
    void tooManyAbandonedThreadsPutWorkOffUntilTheyEnd() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (BudgetedThreads threads = new BudgetedThreads(2, USED_UP)) {
            for (int i = 0; i < 8; i++) {
                assertThatThrownBy(() -> threads.run(() -> stubborn(end))).hasMessageStartingWith("took more than");
            }
            assertThatThrownBy(() -> threads.run(() -> 1))
                    .isInstanceOf(LateException.class)
                    .hasMessage("not begun yet, since 8 notes before it are still being read");
            end.countDown();
            assertThat(untilAccepted(threads)).isEqualTo(1);
            assertThat(threads.abandoned()).isEqualTo(8);
        }
    }

    @Test
    void workThatFindsNoPlaceIsLateAndLeavesThePlacesAsTheyAre() throws Exception {
        WorkTime noWaiting = new WorkTime(Duration.ofSeconds(20), thread -> 0, Duration.ZERO);
        try (BudgetedThreads threads = new BudgetedThreads(1, noWaiting)) {
            String whileTheOnlyPlaceIsTaken = threads.run(() -> lateness(threads));
            assertThat(whileTheOnlyPlaceIsTaken)
                    .isEqualTo("not begun yet: no place to read notes in was free within 0 s");
            assertThat(threads.run(() -> 1)).isEqualTo(1);
            assertThat(threads.abandoned()).isZero();
        }
    }

    @Test
    void interruptedCallerIsToldAndStaysInterrupted() {
        try (BudgetedThreads threads = new BudgetedThreads(1, WorkTime.of(Duration.ofSeconds(20)))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> threads.run(() -> 1)).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static String lateness(BudgetedThreads threads) throws OverBudgetException {
        try {
            return "begun: " + threads.run(() -> 1);
        } catch (LateException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static int depth(int wanted) {
        return wanted == 0 ? 0 : 1 + depth(wanted - 1);
    }

    private static int untilAccepted(BudgetedThreads threads) throws OverBudgetException {
        while (true) {
            try {
                return threads.run(() -> 1);
            } catch (LateException e) {
                Thread.onSpinWait();
            }
        }
    }
}
