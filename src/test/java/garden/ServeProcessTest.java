package garden;

import static org.assertj.core.api.Assertions.assertThat;

import garden.git.GitRepo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process that ends, in one way or another, and is started again. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ServeProcessTest {

    private static final List<String> LEFT_BEHIND = List.of(
            "garden.git/HEAD.lock",
            "garden.git/config.lock",
            "garden.git/packed-refs.lock",
            "garden.git/refs/heads/main.lock",
            "garden.git/logs/HEAD.lock",
            "garden.git/logs/refs/heads/main.lock",
            "garden.git/gc.log.lock",
            "garden.git/objects/incoming_123.pack",
            "garden.git/objects/noz123.tmp",
            "tokens123.new");

    @TempDir
    private Path root;

    private Path config;
    private GitRepo work;

    @BeforeEach
    void configure() throws IOException {
        config = Path.of(Shell.write(root, "config.yml", "source:\n  seed: none\n"));
        work = GitRepo.in(root.resolve("work"));
        work.write("oak.md", "Oak.").commit("one");
    }

    private ServerProcess start(String... flags) throws IOException {
        return ServerProcess.start(config, root.resolve("log"), flags);
    }

    private Path data() {
        return root.resolve("data");
    }

    @Test
    void beingToldToStopIsNoFailureAndIsAnswered() throws Exception {
        try (ServerProcess server = start()) {
            assertThat(server.stop()).isZero();
            assertThat(server.rest()).endsWith("Garden stopped; everything that was acknowledged is on disk\n");
        }
    }

    @Test
    void afterAKillTheNextServerTakesPushesWhateverWasLeftBehind() throws Exception {
        String token;
        try (ServerProcess killed = start()) {
            work.git("push", killed.pushUrl(), "HEAD:main").orFail();
            token = killed.pushUrl().replaceAll(".*writer:|@.*", "");
            killed.kill();
        }
        for (String name : LEFT_BEHIND) {
            Files.createDirectories(data().resolve(name).getParent());
            Files.writeString(data().resolve(name), "");
        }
        work.write("elm.md", "Elm.").commit("two");
        try (ServerProcess server = start()) {
            work.git("push", server.pushUrl().replace("TOKEN", token), "HEAD:main")
                    .orFail();
            for (String name : LEFT_BEHIND) {
                assertThat(data().resolve(name)).doesNotExist();
                assertThat(server.log()).contains("removed " + data().resolve(name) + ", left behind");
            }
        }
    }

    @Test
    void theSecondServerSaysWhoHasTheFolderAndATokenIsMadeAllTheSame() throws Exception {
        try (ServerProcess first = start()) {
            Shell.Said second = Shell.run("serve", "--config", config.toString(), "--port", "0");

            assertThat(second.exit()).isEqualTo(3);
            assertThat(second.err())
                    .matches("garden: \\Q" + data() + "\\E is in use by another process: process \\d+, started at "
                            + "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ; stop it, or choose another data folder with"
                            + " --data\n");
            assertThat(Shell.run("token", "add", "--config", config.toString(), "laptop")
                            .exit())
                    .isZero();
            first.kill();
        }
        try (ServerProcess third = start()) {
            assertThat(third.pushUrl()).isNotEmpty();
        }
    }

    @Test
    void aStartWritesNothingToTheRepositoryWhenNothingChanged() throws Exception {
        try (ServerProcess server = start("--folder", "")) {
            work.git("push", server.pushUrl(), "HEAD:main").orFail();
            server.stop();
        }
        Map<Path, String> before = files();
        try (ServerProcess server = start("--folder", "")) {
            server.stop();
        }
        assertThat(files()).isEqualTo(before);
    }

    private Map<Path, String> files() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(data().resolve("garden.git"))) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                files.put(path, Files.getLastModifiedTime(path) + " " + Files.getAttribute(path, "unix:ino"));
            }
        }
        return files;
    }
}
