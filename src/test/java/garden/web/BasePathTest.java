package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A garden below a path of a host says that path everywhere, and no link in it is dead. */
@Timeout(60)
class BasePathTest {

    private static final String NOTES = """
        --- index.md
        Home. [[Big Oak#Old leaves|oak]], [mint](herbs/mint.md), [tags](/tags/), #wood
        --- trees/Big Oak.md
        ---
        aliases: [quercus]
        tags: [Wood/Hard]
        ---
        [[index]] ![[Leaf Picture.png]] [[herbs/]] <a href="/herbs/mint">raw</a> <img src="/Leaf%20Picture.png">
        ## Old leaves
        [[#Old leaves]]
        ## New leaves
        [[mint]]
        --- herbs/mint.md
        [[quercus]] and ![[trees/Big Oak]], so [[../trees/Big Oak]]. #wood/soft
        --- trees/Tom & Jerry;100%.md
        ---
        tags: [naïve]
        ---
        [[mint]]
        --- Leaf Picture.png
        png
        """;

    @AutoClose
    private static TestServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = TestServer.with(folder, Map.of("site.url", "https://example.org/garden"), NOTES);
    }

    /** Pages from which every other one can be reached. */
    private static Deque<String> roots() {
        return new ArrayDeque<>(List.of(
                "/garden/",
                "/garden/nothing",
                "/garden/-/search?q=oak",
                "/garden/-/recent",
                "/garden/-/problems",
                "/garden/-/status"));
    }

    private static List<String> links(Document page) {
        List<String> links =
                new ArrayList<>(page.select("[href]:not([rel=canonical])").eachAttr("href"));
        links.addAll(page.select("[src]").eachAttr("src"));
        links.addAll(page.select("[action]").eachAttr("action"));
        return links;
    }

    /** Who signs in is asked for a token. */
    private static int expected(String path) {
        if (path.equals("/garden/-")) {
            return 401;
        }
        return path.endsWith("/nothing") ? 404 : 200;
    }

    @Test
    void theBareFolderLeadsToItsHomePage() {
        HttpResponse<String> answer = server.getAtRoot("/garden");
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).contains("/garden/");
        assertThat(server.getAtRoot("/garden?q=1").headers().firstValue("Location"))
                .contains("/garden/?q=1");
        assertThat(server.getAtRoot("/gardens").statusCode()).isEqualTo(404);
    }

    @Test
    void everyLinkStaysBelowAndIsAlive() {
        Deque<String> open = roots();
        Set<String> seen = new LinkedHashSet<>(open);
        while (!open.isEmpty()) {
            String path = open.poll();
            HttpResponse<String> answer = server.getAtRoot(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(expected(path));
            if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                for (String link : links(Jsoup.parse(answer.body()))) {
                    String target = URI.create(path).resolve(link).toString().replaceFirst("#.*", "");
                    assertThat(target).as("link %s of %s", link, path).startsWith("/garden/");
                    if (seen.add(target)) {
                        open.add(target);
                    }
                }
            }
        }
        assertThat(seen)
                .contains(
                        "/garden/trees/Big-Oak",
                        "/garden/trees/Tom--and--Jerry;100-percent",
                        "/garden/herbs/",
                        "/garden/tags/Wood/Hard",
                        "/garden/tags/na%C3%AFve")
                .hasSizeGreaterThan(25);
    }

    @Test
    void fragmentsLeadToHeadings() {
        Document page = Jsoup.parse(server.get("/trees/Big-Oak").body());

        for (String fragment : page.select("a[href^=#]").eachAttr("href")) {
            assertThat(page.getElementById(fragment.substring(1))).as(fragment).isNotNull();
        }
        assertThat(server.page("/").select(".prose a").eachAttr("href")).contains("/garden/trees/Big-Oak#old-leaves");
    }

    @Test
    void canonicalAddressIsThatOfTheSite() {
        assertThat(server.page("/trees/Big-Oak").select("link[rel=canonical]").attr("href"))
                .isEqualTo("https://example.org/garden/trees/Big-Oak");
    }

    @Test
    void scriptsLearnTheBasePath() {
        Document page = server.page("/trees/Big-Oak");

        assertThat(page.body().attr("data-live-stream")).isEqualTo("/garden/-/live");
        assertThat(page.body().attr("data-search-api")).isEqualTo("/garden/-/api/search");
        assertThat(page.body().attr("data-live")).isEqualTo("/trees/Big-Oak");
    }

    @Test
    void apiSaysTheBasePath() {
        assertThat(server.json("/-/api/search?q=mint").at("/hits/0/href").asText())
                .isEqualTo("/garden/herbs/mint");
        assertThat(server.json("/-/api/notes/herbs/mint").path("href").asText()).isEqualTo("/garden/herbs/mint");
        assertThat(server.json("/-/api/graph").findValuesAsText("href"))
                .isNotEmpty()
                .allMatch(href -> href.startsWith("/garden/"));
        assertThat(server.get("/robots.txt").body()).contains("Disallow: /garden/-/");
    }

    @Test
    void nothingIsServedOutside() {
        assertThat(server.getAtRoot("/").statusCode()).isEqualTo(404);
        assertThat(server.getAtRoot("/herbs/mint").statusCode()).isEqualTo(404);
        assertThat(server.getAtRoot("/gardening/herbs/mint").statusCode()).isEqualTo(404);
        assertThat(server.getAtRoot("/-/api/status").statusCode()).isEqualTo(404);
        assertThat(server.getAtRoot("/garden.git/info/refs?service=git-upload-pack")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void healthIsToldWithinAndOutside() {
        for (String path : List.of("/healthz", "/readyz", "/garden/healthz", "/garden/readyz")) {
            assertThat(server.getAtRoot(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void liveStreamAndPushSpeakBelowTheBasePath(@TempDir Path own) throws Exception {
        try (TestServer other =
                TestServer.with(own, Map.of("site.url", "https://example.org/my%20garden"), "--- a.md\nOne.\n")) {
            try (LiveStream stream = LiveStream.of(other, "/a")) {
                assertThat(stream.next())
                        .isEqualTo("hello " + other.notes().head().hex());
                other.write("--- a.md\nTwo.\n").notes().commit("change");
                assertThat(other.tryPush().orFail().text()).contains("live at https://example.org/my%20garden/a");
                assertThat(stream.next())
                        .isEqualTo("changed " + other.notes().head().hex());
            }
        }
    }
}
