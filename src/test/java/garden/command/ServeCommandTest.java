package garden.command;

import static org.assertj.core.api.Assertions.assertThat;

import garden.Shell;
import garden.config.Config;
import garden.server.RunningGarden;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ServeCommandTest {

    @TempDir
    private Path root;

    private String config(String text) throws IOException {
        return Shell.write(root, "config.yml", text);
    }

    @Test
    void aBusyPortIsNamedBeforeAnythingIsMade() throws IOException {
        String config = config("source:\n  seed: none\n");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            Shell.Said said = Shell.run("serve", "--config", config, "--port", String.valueOf(port));
            assertThat(said)
                    .isEqualTo(new Shell.Said(
                            1,
                            "",
                            "garden: cannot listen on 127.0.0.1:" + port
                                    + ": the port is in use or not ours to use; choose another with --port\n"));
        }
        assertThat(Shell.list(root)).containsExactly("config.yml");
    }

    @Test
    void everyProblemOfTheConfigurationIsSaidAtOnce() throws IOException {
        String config = config("site:\n  titel: x\nserver:\n  port: http\nlive:\n  heartbeat: soon\n");
        Shell.Said said = Shell.run(
                "serve", "--config", config, "--seed", root.resolve("gone").toString());
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err())
                .contains(config + ":2: site.titel", "site.title", config + ":4: server.port: ", config + ":6: live.")
                .doesNotContain("Exception");
        assertThat(Shell.list(root)).containsExactly("config.yml");
    }

    @Test
    void aFlagIsCheckedLikeAKey() throws IOException {
        Shell.Said said = Shell.run("serve", "--config", config(""), "--port", "99999");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("server.port", "99999").hasLineCount(1);
    }

    @Test
    void aHostThatIsNotThereIsNamed() throws IOException {
        Shell.Said said = Shell.run("serve", "--config", config("source:\n  seed: none\n"), "--host", "192.0.2.1");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("192.0.2.1").hasLineCount(1);
    }

    @Test
    void aSeedThatIsNotThereLeavesNoRepository() throws IOException {
        Path gone = root.resolve("gone");
        Shell.Said said = Shell.run("serve", "--config", config(""), "--port", "0", "--seed", gone.toString());
        assertThat(said.exit()).isBetween(1, 2);
        assertThat(said.err()).contains(gone.toString()).hasLineCount(1);
        assertThat(Files.exists(root.resolve("data/garden.git"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/notes.git",
                "http://example.org/notes.git",
                "ssh://example.org/notes.git",
                "git@example.org:notes.git",
                "file:///srv/notes"
            })
    void aSeedElsewhereIsToBeClonedOrFollowed(String seed) throws IOException {
        Shell.Said said = Shell.run("serve", "--config", config(""), "--port", "0", "--seed", seed);
        assertThat(said)
                .isEqualTo(new Shell.Said(
                        2,
                        "",
                        "command line: source.seed: expected a repository, a bundle or a folder on this machine, or"
                                + " none; clone what is elsewhere first, or follow it: --mirror URL,"
                                + " found \"" + seed + "\"\n"));
        assertThat(Shell.list(root)).containsExactly("config.yml");
    }

    @Test
    void aDataFolderThatIsAFileIsSaid() throws IOException {
        String config = config("source:\n  seed: none\n");
        String file = Shell.write(root, "file", "text");
        assertThat(Shell.run("serve", "--config", config, "--port", "0", "--data", file))
                .isEqualTo(new Shell.Said(
                        1,
                        "",
                        "garden: cannot make the data folder " + file + ": expected a folder at " + file
                                + ", found a file\n"));
        assertThat(Shell.run("token", "list", "--config", config, "--data", file + "/data"))
                .isEqualTo(new Shell.Said(
                        1,
                        "",
                        "garden: cannot make the data folder " + file + "/data: expected a folder at " + file
                                + ", found a file\n"));
        assertThat(Path.of(file)).hasContent("text");
    }

    @Test
    void aDataFolderBelongsToOneServer() throws Exception {
        String config = config("source:\n  seed: none\nserver:\n  port: 0\n");
        try (RunningGarden first = RunningGarden.start(Config.load(Path.of(config), Map.of(), Map.of()))) {
            Shell.Said said = Shell.run("serve", "--config", config);
            assertThat(said.exit()).isEqualTo(3);
            assertThat(said.out()).isEmpty();
            assertThat(said.err())
                    .contains(
                            root.resolve("data").toString(),
                            "another process",
                            "process " + ProcessHandle.current().pid())
                    .hasLineCount(1);
            assertThat(first.summary()).isEqualTo("no notes yet");
        }
    }

    @Test
    void theFirstStartMakesATokenAndNoOther() throws Exception {
        Shell.write(root, "notes/quince.md", "Sour.");
        Config config = Config.load(Path.of(config("server:\n  port: 0\n")), Map.of(), Map.of());
        try (RunningGarden first = RunningGarden.start(config)) {
            String token = first.firstToken().orElseThrow();
            assertThat(first.url()).isEqualTo("http://localhost:" + first.port() + "/");
            assertThat(first.pushUrl(token))
                    .isEqualTo("http://writer:" + token + "@localhost:" + first.port() + "/garden.git");
            assertThat(first.summary()).matches("1 note at [0-9a-f]{7}");
            assertThat(Files.getPosixFilePermissions(config.dataFolder()))
                    .as("the repository holds what pages hide")
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
        try (RunningGarden second = RunningGarden.start(config)) {
            assertThat(second.firstToken()).isEmpty();
            assertThat(second.summary()).matches("1 note at [0-9a-f]{7}");
        }
    }
}
