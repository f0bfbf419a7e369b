package garden.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MirrorPaceTest {

    private static final MirrorPace PACE = MirrorPace.every(Duration.ofSeconds(60));

    private static void checkWait(int failures, double random, String seconds) {
        assertThat(PACE.wait(failures, random)).isEqualTo(Duration.parse("PT" + seconds + "S"));
    }

    @Test
    void isATenthMoreOrLess() {
        checkWait(0, 0, "54");
        checkWait(0, 0.5, "60");
        checkWait(0, 1, "66");
    }

    @Test
    void doublesWithEachFailureUpToAQuarterOfAnHour() {
        checkWait(1, 0.5, "60");
        checkWait(2, 0.5, "120");
        checkWait(4, 0.5, "480");
        checkWait(5, 0.5, "900");
        checkWait(1000, 0.5, "900");
    }

    @Test
    void aLongerIntervalIsKept() {
        assertThat(MirrorPace.every(Duration.ofHours(1)).wait(7, 0.5)).isEqualTo(Duration.ofHours(1));
    }
}
