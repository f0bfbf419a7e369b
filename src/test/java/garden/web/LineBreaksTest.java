package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single line ends are shown as the vault's settings of the same commit say, as Obsidian shows them to the author. */
@Timeout(120)
class LineBreaksTest {

    private static final String SETTINGS = ".obsidian/app.json";

    private static final String NOTES = """
        --- poem.md
        first
        second
        --- host.md
        ![[poem]]
        --- tags/verse.md
        tag one
        tag two
        --- shelf/README.md
        folder one
        folder two
        --- shelf/other.md
        Other. #verse
        """;

    @TempDir
    private Path folder;

    private static int breaks(TestServer server, String path) {
        return server.page(path).select("article br").size();
    }

    @Test
    void pagesFollowThePushThatAddsChangesAndRemovesTheSettings() throws IOException {
        try (TestServer server = TestServer.with(folder, NOTES)) {
            String tag = server.get("/poem").headers().firstValue("ETag").orElseThrow();
            checkBreaks(server, 0);

            server.push("--- " + SETTINGS + "\n{\"showLineNumber\": true}\n");
            checkBreaks(server, 1);
            assertThat(server.get("/poem", "If-None-Match", tag).statusCode()).isEqualTo(200);
            String first = server.notes().head().hex();

            server.restart();
            checkBreaks(server, 1);

            server.push("--- " + SETTINGS + "\n{\"strictLineBreaks\": true}\n");
            checkBreaks(server, 0);
            assertThat(breaks(server, "/-/history/poem/" + first)).isZero();

            server.push("--- " + SETTINGS + "\n{\"strictLineBreaks\": false}\n");
            checkBreaks(server, 1);

            server.notes().delete(SETTINGS);
            server.push();
            checkBreaks(server, 0);
            assertThat(server.status("/" + SETTINGS)).isEqualTo(404);
        }
    }

    private static void checkBreaks(TestServer server, int expected) {
        for (String path : new String[] {"/poem", "/host", "/tags/verse", "/shelf/"}) {
            assertThat(breaks(server, path)).as(path).isEqualTo(expected);
        }
        assertThat(server.get("/feed.json").body().split("first<br", -1))
                .as("feed")
                .hasSize(2 * expected + 1);
    }

    @ParameterizedTest
    @CsvSource({"/poem", "/host", "/shelf/", "/shelf/other", "/tags/verse", "/"})
    void everyOpenPageWithTextIsTold(String page) throws IOException {
        try (TestServer server = TestServer.with(folder, NOTES);
                LiveStream stream = LiveStream.of(server, page)) {
            assertThat(stream.nextEvent()).startsWith("hello ");

            String commit = server.push("--- " + SETTINGS + "\n{}\n").hex();

            assertThat(stream.nextEvent()).isEqualTo("changed " + commit);
        }
    }

    /** What was said already is not said again, and other files beside the settings say nothing. */
    @Test
    void settingsThatChangeNothingTellNobody() throws IOException {
        try (TestServer server = TestServer.with(folder, NOTES + "--- " + SETTINGS + "\n{}\n");
                LiveStream stream = LiveStream.of(server, "/poem")) {
            assertThat(stream.nextEvent()).startsWith("hello ");

            server.push("--- " + SETTINGS + "\n{\"strictLineBreaks\": false}\n");
            server.push("--- .obsidian/appearance.json\n{\"strictLineBreaks\": true}\n");
            String commit = server.push("--- poem.md\none\ntwo\nthree\n").hex();

            assertThat(stream.nextEvent()).isEqualTo("changed " + commit);
            assertThat(breaks(server, "/poem")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"auto, 1", "obsidian, 1", "commonmark, 0"})
    void theConfigurationsWordGoesBeforeThatOfTheVault(String word, int expected) {
        try (TestServer server =
                TestServer.with(folder, Map.of("content.lineBreaks", word), NOTES + "--- " + SETTINGS + "\n{}\n")) {
            assertThat(breaks(server, "/poem")).isEqualTo(expected);
        }
    }

    @Test
    void obsidianNeedsNoSettings() {
        try (TestServer server = TestServer.with(folder, Map.of("content.lineBreaks", "obsidian"), NOTES)) {
            assertThat(breaks(server, "/poem")).isEqualTo(1);
        }
    }

    /** A vault may be the repository and the garden a folder in it; the nearest settings count, as they do for Obsidian. */
    @Test
    void settingsOfAVaultAroundTheGardenCount() {
        try (TestServer server = TestServer.with(folder, Map.of("source.folder", "vault/notes"), """
            --- vault/notes/poem.md
            first
            second
            --- .obsidian/app.json
            {"strictLineBreaks": true}
            """)) {
            assertThat(breaks(server, "/poem")).isZero();
            String tag = tag(server);

            server.push("--- .obsidian/app.json\n{}\n");
            assertThat(breaks(server, "/poem")).isEqualTo(1);
            String next = checkTagChanged(server, tag);
            server.push("--- .obsidian/app.json\n{\"strictLineBreaks\": true}\n");
            assertThat(breaks(server, "/poem")).isZero();
            next = checkTagChanged(server, next);

            server.push("--- vault/.obsidian/app.json\n{}\n");
            assertThat(breaks(server, "/poem")).isEqualTo(1);
            checkTagChanged(server, next);

            server.push("--- vault/notes/.obsidian/app.json\n{\"strictLineBreaks\": true}\n");
            assertThat(breaks(server, "/poem")).isZero();
        }
    }

    private static String tag(TestServer server) {
        return server.get("/poem").headers().firstValue("ETag").orElseThrow();
    }

    /** Who has the page as it was gets it as it is; returns its tag. */
    private static String checkTagChanged(TestServer server, String before) {
        assertThat(server.get("/poem", "If-None-Match", before).statusCode()).isEqualTo(200);
        String now = tag(server);
        assertThat(now).isNotEqualTo(before);
        assertThat(server.get("/poem", "If-None-Match", now).statusCode()).isEqualTo(304);
        return now;
    }

    /** Words are the same, however the lines between them end. */
    @ParameterizedTest
    @CsvSource({"obsidian", "commonmark"})
    void theContentIndexDoesNotFollowTheSetting(String word) {
        try (TestServer server = TestServer.with(folder, Map.of("content.lineBreaks", word), NOTES)) {
            assertThat(server.json("/static/contentIndex.json")
                            .path("poem")
                            .path("content")
                            .asText()
                            .strip())
                    .isEqualTo("first second");
        }
    }
}
