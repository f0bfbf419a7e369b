package garden.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import garden.graph.Target;
import garden.note.CommitId;
import garden.note.NotePath;
import garden.snapshot.Audience;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is told of a change, and who is let go. */
public class LiveUpdatesTest {

    private static final CommitId ONE = new CommitId("1".repeat(40));
    private static final CommitId TWO = new CommitId("2".repeat(40));
    private static final Set<Target> OAK = Set.of(new Target.File(new NotePath("oak.md")));
    private static final Set<Target> ELM = Set.of(new Target.File(new NotePath("elm.md")));

    private static LiveUpdates.Client connect(LiveUpdates updates, Set<Target> targets) {
        return updates.connect(Audience.READERS, new LiveUpdates.Watch(targets)).orElseThrow();
    }

    private static Optional<CommitId> next(LiveUpdates.Client client) throws InterruptedException {
        return client.next(Duration.ZERO);
    }

    @Test
    void clientHearsOfWhatItWatchesInOrder() throws InterruptedException {
        try (LiveUpdates updates = new LiveUpdates(9, 9);
                LiveUpdates.Client client = connect(updates, OAK)) {
            updates.published(Audience.READERS, ONE, OAK);
            updates.published(Audience.READERS, TWO, ELM);
            updates.published(Audience.READERS, TWO, OAK);

            assertThat(next(client)).contains(ONE);
            assertThat(next(client)).contains(TWO);
            assertThat(next(client)).isEmpty();
        }
    }

    @Test
    void clientThatNeverReadsIsLetGoAndTheOthersHearOn() throws InterruptedException {
        try (LiveUpdates updates = new LiveUpdates(9, 1);
                LiveUpdates.Client stalled = connect(updates, OAK);
                LiveUpdates.Client other = connect(updates, OAK)) {
            updates.published(Audience.READERS, ONE, OAK);
            assertThat(next(other)).contains(ONE);
            updates.published(Audience.READERS, TWO, OAK);

            assertThat(next(other)).contains(TWO);
            assertThat(other.isConnected()).isTrue();
            assertThat(stalled.isConnected()).isFalse();
        }
    }

    @Test
    void placesAreCountedOnceHoweverOftenAClientCloses() {
        try (LiveUpdates updates = new LiveUpdates(1, 1)) {
            LiveUpdates.Client client = connect(updates, OAK);
            assertThat(updates.connect(Audience.READERS, LiveUpdates.Watch.EVERYTHING))
                    .isEmpty();
            client.close();
            client.close();

            assertThat(updates.size()).isZero();
            assertThat(updates.connect(Audience.READERS, LiveUpdates.Watch.EVERYTHING))
                    .isPresent();
            assertThat(updates.connect(Audience.READERS, LiveUpdates.Watch.EVERYTHING))
                    .isEmpty();
        }
    }

    @Test
    void nobodyConnectsToWhatIsClosed() {
        LiveUpdates updates = new LiveUpdates(9, 9);
        LiveUpdates.Client client = connect(updates, OAK);
        updates.close();

        assertThat(client.isConnected()).isFalse();
        assertThat(updates.connect(Audience.READERS, LiveUpdates.Watch.EVERYTHING))
                .isEmpty();
    }
}
