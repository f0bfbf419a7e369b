package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notes whose names end with {@code .markdown}, {@code .mkd} or {@code .mdown}, and folders that another note than an index introduces. */
@Timeout(60)
class FileKindsTest {

    private static final String NOTES = """
        --- index.md
        [[elm]] [[oak.mkd]] [x](ash.mdown) [x](ash) [[twin]] [[twin.markdown]] [[trees/fir]]
        --- elm.markdown
        A heron. [[index]]
        --- oak.mkd
        An oak.
        --- ash.mdown
        An ash.
        --- trees/fir.MARKDOWN
        A fir.
        --- trees/trees.md
        All the **trees** together.
        --- trees/README.md
        Not this one.
        --- bogs/readme.markdown
        Mind the bog. [[elm]]
        --- meadows/folder.md
        Mind the meadow.
        --- moors/index.mkd
        The moors.
        --- moors/README.md
        Not this one.
        --- twin.md
        The first.
        --- twin.markdown
        The second.
        """;

    @AutoClose
    private static TestServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = TestServer.with(folder, NOTES);
    }

    @ParameterizedTest
    @CsvSource({
        "/elm, A heron.",
        "/oak, An oak.",
        "/ash, An ash.",
        "/trees/fir, A fir.",
        "/twin, The first.",
        "/twin.markdown, The second.",
        "/moors/, The moors.",
        "/trees/, All the trees together.",
        "/trees/trees, All the trees together.",
        "/bogs/, Mind the bog.",
        "/meadows/, Mind the meadow.",
    })
    void everyNoteHasItsPage(String address, String text) {
        HttpResponse<String> page = server.get(address);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(server.page(address).select("article").text()).contains(text);
    }

    @ParameterizedTest
    @CsvSource({
        "/elm.markdown, A heron. [[index]]",
        "/elm.md, A heron. [[index]]",
        "/oak.mkd, An oak.",
        "/trees/fir.MARKDOWN, A fir.",
        "/twin.md, The first.",
        "/twin.markdown.md, The second.",
        "/moors/index.mkd, The moors.",
    })
    void everyNoteHasItsText(String address, String text) {
        HttpResponse<String> source = server.get(address);
        assertThat(source.statusCode()).isEqualTo(200);
        assertThat(source.body().strip()).isEqualTo(text);
        assertThat(source.headers().firstValue("Content-Type")).contains("text/markdown; charset=utf-8");
    }

    @Test
    void linksLeadToThemWithAndWithoutTheirSuffix() {
        assertThat(server.page("/").select("article a.internal").eachAttr("href"))
                .containsExactly("/elm", "/oak", "/ash", "/ash", "/twin", "/twin.markdown", "/trees/fir");
        assertThat(server.page("/-/problems").text()).doesNotContain("broken link");
        assertThat(server.get("/-/api/search?q=heron").body()).contains("elm.markdown");
    }

    @Test
    void aPageLeadsToTextAndHistory() {
        for (String address : new String[] {"/elm", "/twin", "/twin.markdown", "/moors/"}) {
            for (String part : new String[] {".md", ".markdown", ".mkd", "/-/history/"}) {
                server.page(address).select("footer a, .tools a, nav a").eachAttr("href").stream()
                        .filter(href -> href.contains(part))
                        .forEach(
                                href -> assertThat(server.status(href)).as(href).isEqualTo(200));
            }
        }
        assertThat(server.page("/-/history/twin.markdown").text()).contains("twin");
        assertThat(server.status("/-/history/elm")).isIn(200, 301, 308);
    }

    @Test
    void aFolderIsCalledAsItIsAndItsNoteKeepsItsAddress() {
        assertThat(server.page("/bogs/").select("h1").text()).isEqualTo("bogs");
        assertThat(server.page("/bogs/").select(".listing a").eachAttr("href")).containsExactly("/bogs/readme");
        assertThat(server.page("/bogs/readme").select("link[rel=canonical]").attr("href"))
                .endsWith("/bogs/readme");
        assertThat(server.page("/moors/").select("article").text()).doesNotContain("Not this one.");
    }
}
