package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.CommitId;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An edit of what a note hides from its page is none to readers; operators see it whole. */
@Timeout(180)
class HiddenEditsTest {

    private static final List<String> PATHS = List.of(
            "/",
            "/oak",
            "/oak.md",
            "/-/recent",
            "/-/commits",
            "/-/updates",
            "/-/status",
            "/-/history/oak",
            "/-/blame/oak",
            "/-/api/status",
            "/-/api/notes/oak",
            "/-/api/history/oak",
            "/atom.xml",
            "/feed.json",
            "/sitemap.xml",
            "/static/contentIndex.json");

    @AutoClose
    private TestServer server;

    private CommitId seen;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.with(folder, "--- oak.md\nOak.\n--- elm.md\nElm.\n");
        seen = server.push("--- oak.md\nAn oak. %%a crow%%\n");
    }

    private String token() {
        String user = server.gitUrl().replaceFirst("^.*//(.*)@.*$", "$1");
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> whole(String path) {
        return server.get(path, "Authorization", token());
    }

    private Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String path : PATHS) {
            HttpResponse<String> answer = server.get(path);
            StringBuilder text = new StringBuilder(answer.statusCode() + "\n" + answer.body());
            for (String name : List.of("X-Garden-Commit", "ETag", "Last-Modified")) {
                text.append(answer.headers().allValues(name));
            }
            answers.put(path, text.toString());
        }
        return answers;
    }

    private void checkAnswers(Map<String, String> before) {
        answers().forEach((path, answer) -> assertThat(answer).as(path).isEqualTo(before.get(path)));
    }

    private CommitId pushRemarks() {
        server.push("--- oak.md\nAn oak. %%a heron%%\n");
        return server.push("--- oak.md\nAn oak. %%a stork%%\n");
    }

    @Test
    void readersLearnNothingOfIt() throws Exception {
        Map<String, String> before = answers();
        CommitId hidden = pushRemarks();

        checkAnswers(before);
        assertThat(server.status("/-/history/oak/" + hidden.hex())).isEqualTo(404);
        server.restart();
        assertThat(server.get("/oak").headers().firstValue("X-Garden-Commit")).contains(seen.hex());
    }

    /**
     * The blank beside a remark stays in the HTML, where it means nothing: white space at the end of a block is not shown, and several
     * spaces are one (CSS Text 3, 4.1). Readers hear of no change, and who has the page keeps it.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "An oak.",
                "An oak.%%a crow%%",
                "An %%a crow%% oak. %%a crow%%",
                "An oak.\n%%a crow%%",
                "%%a crow%% An oak.",
                "An %%a%% %%crow%% oak."
            })
    void aRemarkThatComesOrGoesShowsTheSamePage(String text) {
        HttpResponse<String> before = server.get("/oak");
        String tag = before.headers().firstValue("ETag").orElseThrow();
        String updates = server.get("/-/updates").body();
        server.push("--- oak.md\n" + text + "\n");

        HttpResponse<String> after = server.get("/oak");
        assertThat(shown(after)).isEqualTo(shown(before)).contains("<p>An oak.</p>");
        assertThat(after.headers().firstValue("ETag")).contains(tag);
        assertThat(after.headers().firstValue("X-Garden-Commit")).contains(seen.hex());
        assertThat(server.get("/oak", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(server.get("/-/updates").body()).isEqualTo(updates);
    }

    /** A page without the white space that a browser leaves out. */
    private static String shown(HttpResponse<String> page) {
        return page.body().replaceAll("\\s+", " ").replaceAll(" ?(</?(?:p|div|article)\\b[^>]*>) ?", "$1");
    }

    @Test
    void withOneThatIsSeenOnlyThatIsTold() {
        pushRemarks();
        CommitId shown = server.push("--- elm.md\nAn elm.\n--- oak.md\nAn oak.\n");

        assertThat(server.get("/-/commits").body()).contains(shown.abbreviated(), seen.abbreviated());
        assertThat(server.json("/-/api/history/oak")
                        .path("versions")
                        .get(0)
                        .path("commit")
                        .asText())
                .isEqualTo(seen.hex());
        assertThat(server.get("/-/updates").body().split(">oak<", -1))
                .as("added once, changed once")
                .hasSize(3);
    }

    @Test
    void operatorsSeeTheSourceWhole() {
        server.push("--- oak.md\nAn oak. %%a heron%%\n");
        CommitId next = server.push("--- oak.md\nAn old oak. %%a stork%%\n");
        for (String path : List.of("/oak.md", "/-/blame/oak", "/-/history/oak/" + next.hex() + "/diff")) {
            HttpResponse<String> readers = server.get(path);
            assertThat(readers.body()).as(path).doesNotContain("stork");
            String tag = readers.headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> operators = server.get(path, "Authorization", token(), "If-None-Match", tag);
            assertThat(operators.body()).as(path).contains("stork");
            assertThat(operators.headers().firstValue("Cache-Control")).contains("private, no-store");
            assertThat(server.get(path, "If-None-Match", tag).statusCode())
                    .as(path)
                    .isEqualTo(304);
        }
        assertThat(whole("/-/history/oak/" + next.hex()).headers().firstValue("Cache-Control"))
                .contains("private, no-store");
        assertThat(whole("/-/pushes/" + next.hex()).body()).contains("oak");
    }
}
