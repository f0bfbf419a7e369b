package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Redirects that a garden's author wrote down, what several files claim, and what other programs left behind. */
@Timeout(60)
class AuthorRedirectsTest {

    private static final String NOTES = """
        --- _redirects
        /old /trees/oak 302
        /gone /x 410
        /away https://example.org/
        /evil //example.net/
        --- .redirects.gollum
        ---
        Former Name.md: trees/oak.md
        --- trees/oak.md
        Oak.
        --- healthz.md
        I am well.
        --- Ab.md
        One.
        --- aB.md
        Other.
        """;

    @AutoClose
    private TestServer server;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.with(
                folder,
                Map.of(
                        "urls.redirectHosts",
                        "example.org",
                        "site.url",
                        "https://example.com/g",
                        "content.attachments",
                        "all"),
                NOTES);
    }

    @ParameterizedTest
    @CsvSource({
        "/old, 302, /g/trees/oak",
        "/OLD/, 302, /g/trees/oak",
        "/Former-Name, 301, /g/trees/oak",
        "/Former%20Name, 301, /g/trees/oak",
        "/away, 301, https://example.org/",
        "/gone, 410,",
        "/evil, 404,",
        "/_redirects, 404,",
        "/.redirects.gollum, 404,",
        "/AB, 300,",
        "/Ab, 200,",
        "/aB, 200,",
        "/_healthz, 200,",
        "/index.css, 410,",
    })
    void answers(String asked, int status, String location) {
        var answer = server.get(asked);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Location").orElse(null)).isEqualTo(location);
    }

    @Test
    void followTheCommitAndOutliveARestart() throws IOException {
        server.push("--- _redirects\n/new /trees/oak\n");
        assertThat(server.status("/old")).isEqualTo(404);
        assertThat(server.status("/new")).isEqualTo(301);
        server.restart();
        assertThat(server.status("/new")).isEqualTo(301);
        server.notes().delete("_redirects");
        server.push();
        assertThat(server.status("/new")).isEqualTo(404);
    }

    @Test
    void whatSeveralClaimNamesThemAll() {
        assertThat(server.page("/AB").select(".nearest a").eachAttr("href")).containsExactly("/g/Ab", "/g/aB");
        assertThat(server.page("/-/problems").text())
                .contains("redirect: expected a path of parts", "/Ab, /aB are so much alike", "lives at /_healthz");
    }

    @Test
    void whatIsNoAddressGetsAPageOfOurs() {
        assertThat(server.rawStatus("/g/%zz")).isEqualTo(400);
        assertThat(server.rawStatus("/g/a%")).isEqualTo(400);
        assertThat(server.rawAnswer("/g/%zz"))
                .contains("<h1>Bad request</h1>", "Malformed address: incomplete percent escape.");
    }

    @Test
    void oldPicturesOfTheSiteAreOurs() {
        String icon =
                server.get("/static/icon.png").headers().firstValue("Location").orElseThrow();
        assertThat(server.getAtRoot(icon).statusCode()).isEqualTo(200);
    }
}
