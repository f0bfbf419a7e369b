package garden.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class YamlFileTest {

    @TempDir
    private Path folder;

    @Test
    void missingFileIsAProblem() {
        checkRead(folder.resolve("config.yml"), "config.yml: expected a file, found none");
    }

    @Test
    void brokenYamlIsOneProblemWithItsLine() throws IOException {
        checkProblems(
                "a: 1\n b: 2\n", "config.yml:2: expected YAML, found a mistake: mapping values are not allowed here");
        checkProblems("a: 1\nb: \u0001", "config.yml:2: expected YAML, found a control character");
        checkProblems("a: 1\n---\nb: 2", "config.yml:2: expected YAML, found a mistake: but found another document");
    }

    @Test
    void whatIsNoSectionIsAProblem() throws IOException {
        checkProblems("- a", "config.yml:1: expected sections such as site: and server:, found [a]");
        checkProblems("server: 8080", "config.yml:1: server: expected keys below it, found \"8080\"");
        checkProblems("servr:\n  port: 1", "config.yml:1: servr: unknown section, did you mean server?");
        checkProblems(
                "database:\n  port: 1",
                "config.yml:1: database: unknown section, expected site, source, mirror, hooks, publish, content, urls,"
                        + " git, push, history, server, live, data");
        checkProblems("[a]: 1", "config.yml:1: expected a key, found [a]");
    }

    @Test
    void unknownKeyNamesTheNearestOrThoseOfItsSection() throws IOException {
        checkProblems("port: 1", "config.yml:1: port: unknown key, did you mean server.port?");
        checkProblems("server:\n  prot: 1", "config.yml:2: server.prot: unknown key, did you mean server.port?");
        checkProblems(
                "server:\n  tls: 1", "config.yml:2: server.tls: unknown key, expected host, port, metrics, pageCache");
        checkProblems(
                "server.port: 1", "config.yml:1: server.port: expected port: below server:, found the two in one line");
    }

    @Test
    void aKeyIsSetOnce() throws IOException {
        checkProblems(
                "server:\n  port: 1\n  port: 2", "config.yml:3: server.port: expected once, found also in line 2");
        checkProblems("live:\nserver:\nlive:", "config.yml:3: live: expected once, found also in line 1");
    }

    @Test
    void deepYamlIsAProblem() throws IOException {
        checkProblems("[".repeat(60_000), "config.yml:1: expected at most 20 levels, found more");
        checkProblems("a: " + "{a: ".repeat(60_000), "config.yml:1: expected at most 20 levels, found more");
        checkProblems("- ".repeat(60_000), "config.yml:1: expected at most 20 levels, found more");
    }

    @Test
    void longYamlIsAProblem() throws IOException {
        checkProblems("#".repeat((1 << 20) + 1), "config.yml: expected at most 1 MiB, found more");
    }

    @Test
    void aliasesAreLimited() throws IOException {
        checkProblems(
                "a: &a [x]\nb: [" + "*a, ".repeat(1000) + "]",
                "config.yml: expected YAML, found a mistake: Number of aliases for non-scalar nodes exceeds the"
                        + " specified max=20");
        checkProblems("site: &a\n  title: *a", "");
    }

    @Test
    void otherBytesThanUtf8AreAProblem() throws IOException {
        Path file = Files.write(
                folder.resolve("config.yml"), "site: {title: Gärten}".getBytes(StandardCharsets.ISO_8859_1));

        checkRead(file, "config.yml: expected UTF-8, found other bytes");
    }

    private void checkProblems(String yaml, String expected) throws IOException {
        checkRead(Files.writeString(folder.resolve("config.yml"), yaml), expected);
    }

    private void checkRead(Path file, String expected) {
        String problems = String.join(
                "\n",
                YamlFile.read(file).problems().stream()
                        .map(problem -> problem.toString().replace(folder + "/", ""))
                        .toList());
        assertThat(problems).isEqualTo(expected);
    }
}
