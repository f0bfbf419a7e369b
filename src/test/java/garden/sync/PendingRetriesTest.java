package garden.sync;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.BlobId;
import garden.note.NotePath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PendingRetriesTest {

    private static final NotePath OAK = new NotePath("oak.md");
    private static final NotePath ELM = new NotePath("elm.md");
    private static final BlobId ONE = new BlobId("1".repeat(40));
    private static final BlobId TWO = new BlobId("2".repeat(40));

    private final PendingRetries retries = new PendingRetries();

    private static SortedMap<NotePath, BlobId> pending(Map<NotePath, BlobId> notes) {
        return new TreeMap<>(notes);
    }

    @Test
    void fiveRetriesWithGrowingPauses() {
        List<Long> pauses = new ArrayList<>();
        Optional<Duration> pause = retries.see(pending(Map.of(OAK, ONE)), Set.of());
        while (pause.isPresent()) {
            pauses.add(pause.get().toSeconds());
            retries.fallDue();
            assertThat(retries.due()).containsExactly(OAK);
            pause = retries.see(pending(Map.of(OAK, ONE)), retries.due());
        }
        assertThat(pauses).containsExactly(1L, 4L, 16L, 64L, 256L);
        retries.fallDue();
        assertThat(retries.due()).isEmpty();
    }

    @Test
    void nothingIsDueBeforeThePauseIsOver() {
        retries.see(pending(Map.of(OAK, ONE)), Set.of());
        assertThat(retries.due()).isEmpty();
    }

    @Test
    void onlyOnePauseIsWaitedForAtATime() {
        assertThat(retries.see(pending(Map.of(OAK, ONE)), Set.of())).isPresent();
        assertThat(retries.see(pending(Map.of(OAK, ONE, ELM, ONE)), Set.of())).isEmpty();
    }

    @Test
    void anotherVersionBeginsAnew() {
        retries.see(pending(Map.of(OAK, ONE)), Set.of());
        retries.fallDue();
        assertThat(retries.see(pending(Map.of(OAK, ONE)), Set.of(OAK))).contains(Duration.ofSeconds(4));
        retries.fallDue();
        assertThat(retries.see(pending(Map.of(OAK, TWO)), Set.of(OAK))).contains(Duration.ofSeconds(1));
    }

    @Test
    void thoseTriedLeastComeFirst() {
        retries.see(pending(Map.of(OAK, ONE)), Set.of());
        retries.fallDue();
        retries.see(pending(Map.of(OAK, ONE, ELM, ONE)), Set.of(OAK));
        retries.fallDue();
        assertThat(retries.due()).containsExactly(ELM);
    }

    @Test
    void whatIsReadIsForgotten() {
        retries.see(pending(Map.of(OAK, ONE)), Set.of());
        retries.fallDue();
        assertThat(retries.see(pending(Map.of()), Set.of(OAK))).isEmpty();
        retries.fallDue();
        assertThat(retries.due()).isEmpty();
    }
}
