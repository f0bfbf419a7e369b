package garden.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SingleFlightTest {

    private static final int OTHERS = 8;

    private final SingleFlight<String, String> flight = new SingleFlight<>();
    private final ConcurrentLinkedQueue<Thread> threads = new ConcurrentLinkedQueue<>();
    private final AtomicInteger runs = new AtomicInteger();

    private CompletableFuture<String> ask(SingleFlight.Work<String, IOException> work) {
        CompletableFuture<String> result = new CompletableFuture<>();
        threads.add(Thread.ofPlatform().daemon().start(() -> {
            try {
                result.complete(flight.run("key", work));
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        }));
        return result;
    }

    /** Runs until all the others wait for it. */
    private void awaitOthers(List<CompletableFuture<String>> others, SingleFlight.Work<String, IOException> work) {
        threads.clear();
        for (int i = 0; i < OTHERS; i++) {
            others.add(ask(work));
        }
        while (!threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
    }

    private String counted() {
        return "run " + runs.incrementAndGet();
    }

    @Test
    void whoAsksMeanwhileGetsTheSame() throws Exception {
        List<CompletableFuture<String>> others = new ArrayList<>();
        String own = flight.run("key", () -> {
            awaitOthers(others, this::counted);
            return counted();
        });
        assertThat(own).isEqualTo("run 1");
        for (CompletableFuture<String> other : others) {
            assertThat(other.get()).isEqualTo("run 1");
        }
        assertThat(flight.run("key", this::counted)).as("nothing is kept").isEqualTo("run 2");
    }

    @Test
    void aFailureIsEverybodysAndIsNotKept() throws Exception {
        List<CompletableFuture<String>> others = new ArrayList<>();
        assertThatThrownBy(() -> flight.run("key", () -> {
                    awaitOthers(others, this::counted);
                    throw new IOException("gone");
                }))
                .isInstanceOf(IOException.class);
        for (CompletableFuture<String> other : others) {
            assertThatThrownBy(other::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessage("gone");
        }
        assertThat(flight.run("key", this::counted)).isEqualTo("run 1");
    }

    @Test
    void oneWhoIsInterruptedLeavesTheWorkToTheNext() throws Exception {
        List<CompletableFuture<String>> others = new ArrayList<>();
        assertThatThrownBy(() -> flight.run("key", () -> {
                    awaitOthers(others, this::counted);
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
        for (CompletableFuture<String> other : others) {
            assertThat(other.get()).startsWith("run ");
        }
    }
}
