package garden.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static void checkPauses(Backoff backoff, String seconds) {
        assertThat(IntStream.rangeClosed(1, 6)
                        .mapToObj(failures -> "" + backoff.pause(failures).toSeconds()))
                .containsExactly(seconds.split(" "));
    }

    @Test
    void pausesDouble() {
        checkPauses(new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(1)), "5 10 20 40 60 60");
    }

    @Test
    void pausesGrowAsFastAsIsSaid() {
        checkPauses(new Backoff(Duration.ofSeconds(1), 4, Duration.ofSeconds(256)), "1 4 16 64 256 256");
    }

    @Test
    void afterNoFailureIsAsAfterOne() {
        assertThat(new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5)).pause(0))
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void theLongestHoldsFromTheFirstOn() {
        assertThat(new Backoff(Duration.ofHours(1), Duration.ofMinutes(5)).pause(1))
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void manyFailuresAreNoTooLongPause() {
        assertThat(new Backoff(Duration.ofSeconds(1), Duration.ofDays(1)).pause(Integer.MAX_VALUE))
                .isEqualTo(Duration.ofDays(1));
    }
}
