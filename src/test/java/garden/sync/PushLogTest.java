package garden.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import garden.graph.LocatedProblem;
import garden.note.CommitId;
import garden.note.NotePath;
import garden.note.Problem;
import garden.snapshot.ChangeReport;
import garden.snapshot.ChangeReport.Findings;
import garden.snapshot.ChangeReport.Listed;
import garden.snapshot.ChangeReport.Notes;
import garden.snapshot.ChangeReport.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushLogTest {

    @TempDir
    private Path folder;

    private static CommitId commit(int n) {
        return new CommitId(String.format("%040x", n));
    }

    private static ChangeReport report(int n) {
        NotePath oak = new NotePath("trees/Oak tree.md");
        TreeMap<NotePath, NotePath> renamed = new TreeMap<>();
        renamed.put(oak, new NotePath("Oak.md"));
        Listed some = new Listed(1, List.of(oak));
        Listed none = new Listed(0, List.of());
        Problem problem = new Problem(Problem.Kind.BROKEN_LINK, 7, "broken link [[Elm]]: no note has this name");
        return new ChangeReport(
                commit(n - 1),
                commit(n),
                new Timing(Instant.ofEpochSecond(n, 123_000_000), Duration.ofMillis(41)),
                new Notes(some, none, none, renamed, 1, some, none, some, new TreeSet<>(List.of(oak))),
                3,
                new Findings(1, List.of(new LocatedProblem(oak, problem))),
                new Findings(0, List.of()),
                new Findings(0, List.of()));
    }

    private PushLog open() throws IOException {
        return PushLog.open(folder.resolve("pushes.mv"));
    }

    @Test
    void whatWasAddedIsThereAfterARestart() throws IOException {
        try (PushLog log = open()) {
            log.add(report(1));
            log.add(report(2));
        }
        try (PushLog log = open()) {
            assertThat(log.size()).isEqualTo(2);
            assertThat(log.at(commit(1))).contains(report(1));
            assertThat(log.newest(0, 10)).containsExactly(report(2), report(1));
            assertThat(log.newest(1, 10)).containsExactly(report(1));
            assertThat(log.newest(2, 10)).isEmpty();
            assertThat(log.at(commit(3))).isEmpty();
        }
    }

    @Test
    void theOldestGoes() throws IOException {
        try (PushLog log = open()) {
            for (int n = 1; n <= PushLog.CAPACITY + 1; n++) {
                log.add(report(n));
            }
            assertThat(log.size()).isEqualTo(PushLog.CAPACITY);
            assertThat(log.at(commit(1))).isEmpty();
            assertThat(log.at(commit(2))).isPresent();
        }
    }

    @Test
    void aCommitThatIsPublishedAgainHasItsLatestReport() throws IOException {
        try (PushLog log = open()) {
            log.add(report(1));
            log.add(report(2));
            log.add(report(1));
            assertThat(log.newest(0, 1)).containsExactly(report(1));
            assertThat(log.size()).isEqualTo(3);
        }
    }

    @Test
    void reportsUpToACommitLeaveOutWhatCameLater() throws IOException {
        try (PushLog log = open()) {
            for (int n : List.of(1, 2, 3, 2, 4)) {
                log.add(report(n));
            }
            assertThat(log.upTo(commit(3), 0, 2)).containsExactly(report(3), report(2));
            assertThat(log.upTo(commit(3), 1, 9)).containsExactly(report(2), report(1));
            assertThat(log.upTo(commit(2), 0, 2)).containsExactly(report(2), report(3));
            assertThat(log.upTo(commit(5), 0, 1)).containsExactly(report(4));
        }
    }

    @Test
    void aDamagedLogIsBegunAnew() throws IOException {
        Files.writeString(folder.resolve("pushes.mv"), "no store at all ".repeat(1_000));
        try (PushLog log = open()) {
            assertThat(log.size()).isZero();
            log.add(report(1));
        }
    }

    @Test
    void aStoreThatClosedItselfIsOpenedAgain() throws IOException {
        Path file = folder.resolve("pushes.mv");
        MVStore store = MVStore.open(file.toString());
        try (PushLog log = new PushLog(file, store)) {
            log.add(report(1));
            store.closeImmediately();
            assertThat(log.newest(0, 10)).containsExactly(report(1));
            log.add(report(2));
            assertThat(log.at(commit(2))).contains(report(2));
        }
        try (PushLog log = open()) {
            assertThat(log.size()).isEqualTo(2);
        }
    }

    @Test
    void whileItCannotBeOpenedThatIsSaidAndNothingIsLost() throws IOException {
        Path file = folder.resolve("pushes.mv");
        MVStore store = MVStore.open(file.toString());
        try (PushLog log = new PushLog(file, store)) {
            log.add(report(1));
            store.closeImmediately();
            try (PushLog other = open()) {
                assertThatThrownBy(log::size).isInstanceOf(IOException.class).hasMessageContaining("has it open");
                assertThatThrownBy(() -> log.add(report(2))).isInstanceOf(IOException.class);
                assertThat(other.size()).isEqualTo(1);
            }
            assertThat(log.size()).isEqualTo(1);
        }
        PushLog closed = open();
        closed.close();
        assertThatThrownBy(closed::size).isInstanceOf(IOException.class);
    }
}
