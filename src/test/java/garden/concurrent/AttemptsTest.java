package garden.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private final Attempts attempts =
            new Attempts("try", new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(3))::pause);

    private void checkReason(Throwable failure, String reason) throws InterruptedException {
        assertThat(attempts.run(() -> {
                    if (failure instanceof Error error) {
                        throw error;
                    }
                    throw (Exception) failure;
                }))
                .isPresent();
        assertThat(attempts.failing().orElseThrow().reason()).isEqualTo(reason);
    }

    @Test
    void whateverIsThrownIsKept() throws Exception {
        checkReason(new IOException("disk full"), "disk full");
        checkReason(new UncheckedIOException(new IOException("disk full")), "disk full");
        checkReason(new ExecutionException(new CompletionException(new IOException("gone"))), "gone");
        String details = "; the log has the details";
        checkReason(new IllegalStateException("secret.md"), "internal error (IllegalStateException)" + details);
        checkReason(new StackOverflowError(), "internal error (StackOverflowError)" + details);
        checkReason(new OutOfMemoryError(), "internal error (OutOfMemoryError)" + details);
        checkReason(new NoClassDefFoundError("x"), "internal error (NoClassDefFoundError)" + details);
    }

    @Test
    void pausesGrowUntilATurnSucceeds() throws Exception {
        Attempts.Turn failing = () -> {
            throw new IOException("no");
        };
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            attempts.run(failing).ifPresent(pauses::add);
        }
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));
        assertThat(attempts.failing().orElseThrow().failures()).isEqualTo(3);

        assertThat(attempts.run(() -> {})).isEmpty();
        assertThat(attempts.failing()).isEmpty();
        assertThat(attempts.run(failing)).contains(Duration.ofSeconds(1));
    }

    @Test
    void anInterruptEndsTheLoop() {
        assertThatThrownBy(() -> attempts.run(() -> {
                    throw new InterruptedException();
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(attempts.failing()).isEmpty();
    }

    @Test
    void anInterruptIsLeftToThreadsThatLookAtItThemselves() {
        Optional<Duration> pause = attempts.runOrInterrupt(() -> {
            throw new InterruptedException();
        });
        assertThat(Thread.interrupted()).as("interrupted still").isTrue();
        assertThat(pause).isEmpty();
        assertThat(attempts.failing()).isEmpty();
        assertThat(attempts.runOrInterrupt(() -> {
                    throw new IOException("no");
                }))
                .contains(Duration.ofSeconds(1));
    }
}
