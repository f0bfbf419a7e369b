package garden.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import garden.config.Config.Attachments;
import garden.config.Config.Publish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {

    @TempDir
    private Path folder;

    @Test
    void anEmptyFileIsAllDefaults() throws Exception {
        Config config = load("# nothing yet\n");

        assertThat(config.site()).isEqualTo(new Config.Site("Garden", Optional.empty(), "", "en"));
        assertThat(config.source()).isEqualTo(new Config.Source(Optional.of(folder), "notes", Optional.empty()));
        assertThat(config.content())
                .isEqualTo(new Config.Content(
                        List.of(),
                        Attachments.LINKED,
                        Publish.ALL,
                        Config.Wikilinks.OBSIDIAN,
                        Config.LineBreaks.AUTO,
                        1 << 20,
                        16 << 20,
                        100,
                        8 << 20,
                        Duration.ofSeconds(2)));
        assertThat(config.git())
                .isEqualTo(new Config.Git(
                        false,
                        false,
                        512 << 20,
                        100 << 20,
                        new Config.PackLimits(4L << 30, 1_000_000, 1_000_000, 100, Duration.ofHours(1)),
                        100,
                        Duration.ofMinutes(5),
                        Optional.empty()));
        assertThat(config.server()).isEqualTo(new Config.Server("127.0.0.1", 8080, false, 64 << 20));
        assertThat(config.live()).isEqualTo(new Config.Live(1000, 64, Duration.ofSeconds(15)));
        assertThat(config.dataFolder()).isEqualTo(folder.resolve("data"));
    }

    @Test
    void readsWhatIsWritten() throws Exception {
        Config config = load("""
            site: {title: 2024, url: "https://example.org/garden/"}
            source:
              seed: none
              folder: ""
            content:
              ignore:
                - templates/**
                - "*.{bak,tmp}"
              publish: marked
              maxNoteBytes: 100kB
            server:
            live:
              heartbeat: 300 s
            """);

        assertThat(config.site().title()).isEqualTo("2024");
        assertThat(config.url(8080)).hasToString("https://example.org/garden/");
        assertThat(config.source().seed()).isEmpty();
        assertThat(config.source().folder()).isEmpty();
        assertThat(config.content().ignore()).containsExactly("templates/**", "*.{bak,tmp}");
        assertThat(config.content().publish()).isEqualTo(Publish.MARKED);
        assertThat(config.content().maxNoteBytes()).isEqualTo(100_000);
        assertThat(config.live().heartbeat()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void reportsAllProblemsAtOnceInOrder() throws Exception {
        String file = """
            site:
              titel: Oaks
            server:
              port: http
              host: [a, b]
            content:
              publish: some
              maxNoteBytes: 1 PiB
            git:
              token: abcdefghijklmnopqrstuvwxyz
            """;

        assertThat(problems(file, Map.of("GARDEN_LIVE_QUEUE_SIZE", "0"), Map.of("server.port", "70000")))
                .containsExactly(
                        "config.yml:2: site.titel: unknown key, did you mean site.title?",
                        "config.yml:4: server.port: expected 0 to 65535, found \"http\"",
                        "config.yml:5: server.host: expected a host name or an IP address, found [a, b]",
                        "config.yml:7: content.publish: expected all or marked, found \"some\"",
                        "config.yml:8: content.maxNoteBytes: expected 1 KiB to 64 MiB,"
                                + " written as 512 MiB, 100 kB or a number of bytes, found \"1 PiB\"",
                        "config.yml:10: git.token: expected only in the environment, as GARDEN_GIT_TOKEN"
                                + " or in a file that GARDEN_GIT_TOKEN_FILE names, since it is a secret",
                        "GARDEN_LIVE_QUEUE_SIZE: expected 1 to 10000, found \"0\"",
                        "command line: server.port: expected 0 to 65535, found \"70000\"");
    }

    @Test
    void theCommandLineWinsOverTheEnvironmentOverTheFile() throws Exception {
        String file = "server: {port: 1, host: a}\nsite: {title: a}";
        Map<String, String> environment = Map.of("GARDEN_SERVER_PORT", "2", "GARDEN_SERVER_HOST", "b", "HOME", "/");

        Config config = Config.load(write(file), environment, Map.of("server.port", "3"));

        assertThat(config.server()).isEqualTo(new Config.Server("b", 3, false, 64 << 20));
        assertThat(config.site().title()).isEqualTo("a");
    }

    @Test
    void relativePathsStartWhereTheyAreWritten() throws Exception {
        Path file = write("source: {seed: ../oaks}\ndata: {folder: store}");

        Config config = Config.load(file, Map.of(), Map.of("data.folder", "store"));

        assertThat(config.source().seed()).contains(folder.resolveSibling("oaks"));
        assertThat(config.dataFolder()).isEqualTo(Path.of("store").toAbsolutePath());
    }

    @Test
    void reportsWhatContradicts() throws Exception {
        assertThat(problems("content:\n  maxNoteBytes: 10 MiB\n", Map.of(), Map.of()))
                .containsExactly("config.yml:2: content.maxNoteBytes:"
                        + " expected at most content.maxOutputBytes, \"8 MiB\", found \"10 MiB\"");
        assertThat(problems("git:\n  maxObjectBytes: 10 kB\n", Map.of(), Map.of()))
                .containsExactly("config.yml:2: git.maxObjectBytes:"
                        + " expected at least content.maxNoteBytes, \"1 MiB\", found \"10 kB\"");
    }

    @Test
    void theCommandLineHasNeitherUnknownKeysNorSecrets() throws Exception {
        assertThat(problems("", Map.of(), Map.of("git.token", "a", "server.prt", "1")))
                .containsExactly(
                        "command line: git.token: expected only in the environment, as GARDEN_GIT_TOKEN"
                                + " or in a file that GARDEN_GIT_TOKEN_FILE names, since it is a secret",
                        "command line: server.prt: unknown key, did you mean server.port?");
    }

    @Test
    void aProblemRepeatsOneShortLine() throws Exception {
        String port = "a\u001b[31m\n" + "b".repeat(1_000_000);

        assertThat(problems("", Map.of("GARDEN_SERVER_PORT", port), Map.of()))
                .containsExactly(
                        "GARDEN_SERVER_PORT: expected 0 to 65535, found \"a\uFFFD[31m\uFFFD" + "b".repeat(73) + "…\"");
    }

    @Test
    void autoUrlIsWhereTheServerListens() throws Exception {
        assertThat(load("").url(8081)).hasToString("http://localhost:8081/");
        assertThat(load("server: {host: 0.0.0.0}").url(80)).hasToString("http://localhost/");
        assertThat(load("server: {host: 10.0.0.7}").url(8080)).hasToString("http://10.0.0.7:8080/");
        assertThat(load("server: {host: 'fe80::1'}").url(8080)).hasToString("http://[fe80::1]:8080/");
    }

    /** Guards against a key of the table that {@link Config#load} forgets to take. */
    @Test
    void everyKeyIsRead() throws Exception {
        for (Key<?> key : Keys.all()) {
            assertThat(problems("", Map.of(key.variable(), "\0"), Map.of()))
                    .as(key.name())
                    .hasSize(1)
                    .allMatch(problem -> problem.startsWith(key.variable() + ": expected "));
        }
    }

    private Config load(String text) throws IOException, ConfigException {
        return Config.load(write(text), Map.of(), Map.of());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("config.yml"), text);
    }

    private List<String> problems(String text, Map<String, String> environment, Map<String, String> overrides)
            throws IOException {
        Path file = write(text);
        ConfigException exception =
                catchThrowableOfType(ConfigException.class, () -> Config.load(file, environment, overrides));
        return exception.problems().stream()
                .map(problem -> problem.toString().replace(folder + "/", ""))
                .toList();
    }
}
