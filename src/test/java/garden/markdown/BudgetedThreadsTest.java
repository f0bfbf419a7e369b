package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BudgetedThreadsTest {

    private static final Duration SHORT = Duration.ofMillis(20);

    @Test
    void deepRecursionHasRoom() throws OverBudgetException {
        try (BudgetedThreads threads = new BudgetedThreads(1, Duration.ofSeconds(20))) {
            assertThat(threads.run(() -> depth(100_000))).isEqualTo(100_000);
        }
    }

    @Test
    void endlessRecursionIsOverBudget() {
        try (BudgetedThreads threads = new BudgetedThreads(1, Duration.ofSeconds(20))) {
            assertThatThrownBy(() -> threads.run(() -> depth(Integer.MAX_VALUE)))
                    .isInstanceOf(OverBudgetException.class)
                    .hasMessage("nested too deeply");
        }
    }

    @Test
    void failureIsOverBudget() {
        try (BudgetedThreads threads = new BudgetedThreads(1, Duration.ofSeconds(20))) {
            assertThatThrownBy(() -> threads.run(() -> {
                        throw new IllegalArgumentException("a bug of the parser");
                    }))
                    .isInstanceOf(OverBudgetException.class)
                    .hasMessage("the parser failed on this note");
        }
    }

    @Test
    void workThatDoesNotEndIsAbandonedAndItsPlaceIsFree() throws OverBudgetException {
        CountDownLatch end = new CountDownLatch(1);
        try (BudgetedThreads threads = new BudgetedThreads(1, SHORT)) {
            assertThatThrownBy(() -> threads.run(() -> stubborn(end)))
                    .isInstanceOf(OverBudgetException.class)
                    .hasMessage("took too long: expected at most 20 ms");
            assertThat(threads.abandoned()).isEqualTo(1);
            assertThat(threads.run(() -> 1)).isEqualTo(1);
        } finally {
            end.countDown();
        }
    }

    @Test
    void tooManyAbandonedThreadsRefuseWorkUntilTheyEnd() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (BudgetedThreads threads = new BudgetedThreads(2, SHORT)) {
            for (int i = 0; i < 8; i++) {
                assertThatThrownBy(() -> threads.run(() -> stubborn(end))).hasMessageStartingWith("took too long");
            }
            assertThatThrownBy(() -> threads.run(() -> 1))
                    .hasMessage("not tried, since 8 notes before it are still running");
            end.countDown();
            assertThat(untilAccepted(threads)).isEqualTo(1);
            assertThat(threads.abandoned()).isEqualTo(8);
        }
    }

    @Test
    void interruptedCallerIsToldAndStaysInterrupted() {
        try (BudgetedThreads threads = new BudgetedThreads(1, Duration.ofSeconds(20))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> threads.run(() -> 1)).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static int depth(int wanted) {
        return wanted == 0 ? 0 : 1 + depth(wanted - 1);
    }

    private static int untilAccepted(BudgetedThreads threads) {
        while (true) {
            try {
                return threads.run(() -> 1);
            } catch (OverBudgetException e) {
                Thread.onSpinWait();
            }
        }
    }

    /** Heeds no interrupt, like a parser. */
    private static int stubborn(CountDownLatch end) {
        while (true) {
            try {
                end.await();
                return 0;
            } catch (InterruptedException e) {
                assertThat(e).isNotNull();
            }
        }
    }
}
