package garden.git.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import garden.git.GitRepo;
import garden.git.ServedBranch;
import garden.git.seed.Seed;
import garden.note.CommitId;
import garden.note.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Following over ssh with the usual kind of key. */
@Timeout(60)
class SshUpstreamTest {

    private static final ServedBranch MAIN = new ServedBranch("main");

    @TempDir
    private Path folder;

    @AutoClose
    private SshServer server;

    private GitRepo theirs;
    private Path key;
    private Path knownHosts;

    @BeforeEach
    void start() throws IOException {
        server = new SshServer();
        theirs = GitRepo.in(folder.resolve("theirs"));
        key = folder.resolve("key");
        server.writeKey(key);
        knownHosts = Files.write(folder.resolve("known_hosts"), server.knownHosts());
        new Seed(Optional.empty(), MAIN, Folder.ROOT).plant(folder.resolve("ours.git"), GitRepo.START);
    }

    private CommitId fetch() throws IOException {
        return new Upstream(
                        folder.resolve("ours.git"),
                        new UpstreamAddress(server.url(theirs.path()), Optional.empty()),
                        new UpstreamAccess(Optional.empty(), Optional.of(key), Optional.of(knownHosts)),
                        new UpstreamLimits(1_000_000, 1_000_000, Duration.ofSeconds(10), Duration.ofSeconds(30)))
                .fetch(MAIN, () -> false);
    }

    @Test
    void aKeyOpensTheDoorAndANewOneDoesWithoutARestart() throws IOException {
        CommitId first = theirs.write("oak.md", "Oak.").commit("one");
        assertThat(fetch()).isEqualTo(first);

        server.rotateKey();
        CommitId second = theirs.write("elm.md", "Elm.").commit("two");
        assertThatThrownBy(this::fetch)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot fetch " + server.url(theirs.path()) + ": ");

        server.writeKey(key);
        assertThat(fetch()).isEqualTo(second);
    }

    @Test
    void aServerThatNobodyVouchedForIsRefused() throws IOException {
        theirs.write("oak.md", "Oak.").commit("one");
        Files.write(knownHosts, List.of());
        assertThatThrownBy(this::fetch).isInstanceOf(IOException.class).hasMessageContaining("key");
        assertThat(knownHosts).isEmptyFile();
    }
}
