package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import garden.markdown.budget.BudgetedThreads;
import garden.markdown.budget.LateException;
import garden.markdown.budget.OverBudgetException;
import garden.markdown.budget.WorkTime;
import garden.markdown.model.MarkdownLimits;
import garden.markdown.model.WikiOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A parser that can be kept busy: as many abandoned pieces of work as there may be run on its threads, so that nothing else is begun
 * until they are let go. What is begun has all the time it needs.
 */
public final class BusyMarkdown implements AutoCloseable {

    private static final int ABANDONED = 8;

    private final BudgetedThreads threads =
            new BudgetedThreads(2, new WorkTime(Duration.ofMillis(1), thread -> isAbandoning() ? Long.MAX_VALUE : 0));

    private final Markdown markdown = new Markdown(MarkdownLimits.DEFAULT, WikiOrder.NAME_FIRST, threads);
    private final List<CountDownLatch> ends = new ArrayList<>();
    private volatile boolean isAbandoning;

    private boolean isAbandoning() {
        return isAbandoning && !Thread.currentThread().getName().startsWith("markdown-");
    }

    public Markdown markdown() {
        return markdown;
    }

    /** From now on nothing is begun. */
    public BusyMarkdown busy() {
        isAbandoning = true;
        for (int i = 0; i < ABANDONED; i++) {
            CountDownLatch end = new CountDownLatch(1);
            ends.add(end);
            try {
                threads.run(() -> stubborn(end));
            } catch (OverBudgetException e) {
                throw new IllegalStateException(e);
            } catch (LateException e) {
                continue;
            }
            throw new IllegalStateException("busy parser: expected work that does not end, found that it did");
        }
        isAbandoning = false;
        return this;
    }

    /** From now on all is done. */
    public void free() {
        ends.forEach(CountDownLatch::countDown);
        while (isRefusing()) {
            Thread.onSpinWait();
        }
    }

    private boolean isRefusing() {
        try {
            return threads.run(() -> false);
        } catch (LateException e) {
            return true;
        } catch (OverBudgetException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Work until {@code end} that heeds no interrupt, like a parser. */
    public static int stubborn(CountDownLatch end) {
        while (true) {
            try {
                end.await();
                return 0;
            } catch (InterruptedException e) {
                assertThat(e).isNotNull();
            }
        }
    }

    @Override
    public void close() {
        ends.forEach(CountDownLatch::countDown);
        markdown.close();
    }
}
