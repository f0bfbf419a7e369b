package garden.git;

import static org.assertj.core.api.Assertions.assertThat;

import garden.git.push.GitServer;
import garden.git.push.PushHooks;
import garden.git.push.PushListener;
import garden.note.CommitId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is on disk when a push is answered; JDK Flight Recorder sees what is forced there. */
@Timeout(120)
class DurabilityTest {

    @TempDir
    private Path folder;

    private GitRepo work;
    private Path repository;

    @BeforeEach
    void makeWork() {
        work = GitRepo.in(folder.resolve("work"));
        work.write("a.md", "one").commit("first");
        repository = folder.resolve("data/garden.git");
    }

    /** A branch must never name what a failure of power can take away: first the pack, then its name, then the branch. */
    @Test
    void packNameAndBranchAreForcedInThisOrderBeforeTheAnswer() throws Exception {
        try (GitServer server = new GitServer(folder.resolve("data"), GitServer.LIMITS, GitServer.quiet());
                Recording recording = new Recording()) {
            recording.enable("jdk.FileForce").withThreshold(Duration.ZERO);
            recording.start();
            work.push(server.url(), server.token).orFail();
            recording.stop();

            assertThat(forced(recording))
                    .containsSubsequence(
                            "objects/PACK",
                            "objects/pack",
                            "objects",
                            "refs/heads/main.lock",
                            "refs/heads",
                            "refs",
                            "");
        }
    }

    private List<String> forced(Recording recording) throws IOException {
        Path file = folder.resolve("recording.jfr");
        recording.dump(file);
        List<String> forced = new ArrayList<>();
        RecordingFile.readAllEvents(file).stream()
                .sorted(Comparator.comparing(RecordedEvent::getStartTime))
                .map(event -> String.valueOf(event.getString("path")))
                .filter(path -> path.startsWith(repository.toString()))
                .map(path -> repository.relativize(Path.of(path)).toString())
                .map(path -> path.startsWith("objects/incoming_") ? "objects/PACK" : path)
                .forEach(forced::add);
        return forced;
    }

    /** Who pushes again finds nothing to push, so nobody would ever show what the branch names already. */
    @Test
    void aBranchThatCannotBeForcedToDiskIsShownAndNotAcknowledged() throws Exception {
        Path heads = repository.resolve("refs/heads");
        Path aside = folder.resolve("aside");
        List<CommitId> shown = new ArrayList<>();
        PushListener listener = (before, after) -> {
            Files.move(aside, heads);
            shown.add(after);
            return List.of("shown");
        };
        try (GitServer server =
                new GitServer(folder.resolve("data"), GitServer.LIMITS, new PushHooks(move -> List.of(), listener))) {
            server.repository.repository().getListenerList().addRefsChangedListener(event -> move(heads, aside));

            GitRepo.Output push = work.push(server.url(), server.token);

            assertThat(push.exitCode()).isNotZero();
            assertThat(push.text())
                    .contains("refused: the branch has moved, but cannot be written to disk for certain")
                    .contains("remote: shown");
            assertThat(shown).containsExactly(work.head());
            assertThat(server.tip()).contains(work.head());
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
