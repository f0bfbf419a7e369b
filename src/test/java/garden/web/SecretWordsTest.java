package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows every link of a garden, and asks at every route, for words that no answer may hold. What is private holds
 * <i>heron</i>; what is unlisted, and may be read by who knows its address, holds <i>zaffre</i> in its name, title, aliases,
 * tags, folder, links and problems.
 */
@Timeout(120)
class SecretWordsTest {

    private static final String NOTES = """
        --- index.md
        Welcome. ![[chart.png]] [[plan]] [[notes/plan]]
        --- oak.md
        ---
        aliases: [common name]
        ---
        #tree Oak. [[missing one]]
        --- notes/plan.md
        Plan. [[common name]] ![[leaf.png]]
        --- notes/leaf.png
        a leaf
        --- heron/leaf.png
        a heron
        --- heron/chart.png
        a longer way: not chosen
        --- chart.png
        a chart
        --- heron-notes/sought
        a heron
        --- plan/heron.png
        a heron
        --- zaffre/plan.md
        ---
        unlisted: true
        title: Zaffre Plan
        aliases: [common name, zaffre alias, known]
        tags: [zaffre-tag]
        ---
        ## Zaffre heading
        [[zaffre missing]] [[oak]] [[plan]] ![[zaffre.png]]
        --- zaffre/deep/other.md
        ---
        unlisted: true
        aliases: [zaffre alias]
        ---
        [[notes/plan]]
        --- zaffre/index.md
        ---
        unlisted: true
        ---
        Zaffre.
        --- zaffre.png
        zaffre
        """;

    private static final List<String> ROUTES = List.of(
            "/",
            "/tags/",
            "/-/recent",
            "/-/commits",
            "/-/updates",
            "/-/problems",
            "/-/status",
            "/-/api/status",
            "/-/api/graph",
            "/-/api/links",
            "/-/api/notes/index",
            "/-/api/notes/notes/plan",
            "/-/api/search?q=plan",
            "/-/search?q=plan",
            "/-/search?q=*",
            "/-/suggest?q=za",
            "/index.xml",
            "/rss.xml",
            "/atom.xml",
            "/feed.json",
            "/sitemap.xml",
            "/robots.txt",
            "/opensearch.xml",
            "/static/contentIndex.json",
            "/healthz",
            "/readyz",
            "/metrics",
            "/zafre/plam",
            "/plam",
            "/PLAN",
            "/Plan",
            "/common-name",
            "/notes",
            "/missing-one",
            "/-/feed/atom?to=oak",
            "/-/feed/atom?q=plan",
            "/-/feed/atom?in=notes/");

    private static final List<String> LINKS = List.of(
            "[[plan]]",
            "[[leaf.png]]",
            "![[chart.png]]",
            "[[common name]]",
            "[[missing one]]",
            "[[sought]]",
            "[[notes/sought]]",
            "[[known]]",
            "[x](leaf.png)",
            "[[oak]]",
            "[[other]]");

    @AutoClose
    private static TestServer server;

    /** Every answer by its address. */
    private static Map<String, HttpResponse<String>> answers;

    @BeforeAll
    static void crawl(@TempDir Path folder) {
        server = TestServer.with(folder, Map.of("server.metrics", "true"), NOTES);
        server.push("--- heron-later.png\na heron\n--- zaffre/later.md\n---\nunlisted: true\n---\nZaffre.\n");
        Deque<String> open = new ArrayDeque<>(ROUTES);
        for (String link : LINKS) {
            for (String from : List.of("", "notes/plan", "oak")) {
                open.add("/-/api/resolve?from=" + from + "&link=" + URLEncoder.encode(link, StandardCharsets.UTF_8));
            }
        }
        answers = new LinkedHashMap<>();
        while (!open.isEmpty() && answers.size() < 400) {
            String path = open.remove();
            if (!answers.containsKey(path)) {
                HttpResponse<String> answer = server.get(path);
                answers.put(path, answer);
                open.addAll(paths(path, answer));
            }
        }
    }

    /** The addresses of this server that an answer links to, redirects included. */
    private static Set<String> paths(String path, HttpResponse<String> answer) {
        List<String> found = new ArrayList<>(answer.headers().allValues("Location"));
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            var page = Jsoup.parse(answer.body(), server.base() + path);
            page.select("[href]").forEach(element -> found.add(element.attr("abs:href")));
            page.select("[src]").forEach(element -> found.add(element.attr("abs:src")));
        }
        Set<String> paths = new TreeSet<>();
        for (String href : found) {
            URI uri = URI.create(server.base()).resolve(href);
            boolean isOurs = server.base().equals(uri.getScheme() + "://" + uri.getRawAuthority());
            if (isOurs && !uri.getRawPath().startsWith("/-/assets/")) {
                paths.add(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
            }
        }
        return paths;
    }

    @Test
    void everythingIsAsked() {
        assertThat(answers).hasSizeGreaterThan(80).containsKeys("/oak", "/-/history/oak", "/notes/plan.md");
    }

    @Test
    void nothingOfPrivateFilesIsTold() {
        answers.forEach((path, answer) -> {
            if (!path.contains("heron")) {
                assertThat(answer.body() + answer.headers().map()).as(path).doesNotContainIgnoringCase("heron");
            }
        });
    }

    @Test
    void nothingOfUnlistedNotesIsTold() {
        answers.forEach((path, answer) -> {
            boolean isItself = path.contains("zaf");
            if (!isItself) {
                assertThat(answer.body() + answer.headers().map()).as(path).doesNotContainIgnoringCase("zaffre");
            }
        });
        assertThat(server.get("/-/api/resolve?from=&link=%5B%5Bknown%5D%5D").body())
                .contains("\"state\":\"missing\"");
    }

    @Test
    void countsAreOfWhatIsListed() {
        assertThat(server.json("/-/api/status").path("notes").asInt()).isEqualTo(3);
        assertThat(server.get("/-/api/links").body().lines())
                .hasSize(server.json("/-/api/status").path("links").asInt());
        assertThat(server.get("/metrics").body()).contains("garden_notes 3.0");
        assertThat(server.page("/-/status").text()).contains("Notes 3", "Attachments 3", "Problems 1");
    }
}
