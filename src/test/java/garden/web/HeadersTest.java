package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer says besides its body. */
@Timeout(60)
class HeadersTest {

    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.with(folder, """
            --- index.md
            Hello. [[trees/oak]] #wood
            --- trees/oak.md
            Oak.
            """);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Notes, folders and tags: a step says which of them differ. */
    private static final Set<String> PAGES_BY_CONTENT = Set.of("/", "/trees/oak", "/trees/", "/tags/", "/tags/wood");

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static HttpResponse<String> send(String method, String path) {
        return server.send(server.request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/trees/oak",
                "/trees/",
                "/tags/",
                "/tags/wood",
                "/-/search?q=oak",
                "/-/recent",
                "/-/problems",
                "/-/api/notes/trees/oak",
                "/-/api/search?q=oak",
                "/robots.txt",
                "/index.xml",
                "/rss.xml",
                "/atom.xml",
                "/feed.json",
                "/-/feed/atom?in=trees/",
                "/-/feed/rss?in=tags/wood",
                "/-/feed/json?to=trees/oak",
                "/-/feed/atom?q=oak",
                "/sitemap.xml",
                "/static/contentIndex.json",
                "/opensearch.xml",
                "/-/suggest?q=oa"
            })
    void answerNamesItsCommitAndIsNotSentAgain(String path) {
        HttpResponse<String> first = server.get(path);
        HttpResponse<String> again = server.get(path, "If-None-Match", header(first, "ETag"));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(header(first, "X-Garden-Commit"))
                .isEqualTo(server.notes().head().hex());
        assertThat(header(first, "ETag").contains(server.notes().head().hex().substring(0, 12)))
                .isEqualTo(!PAGES_BY_CONTENT.contains(path));
        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(header(first, "ETag"));
        assertThat(header(again, "X-Garden-Commit")).isEqualTo(header(first, "X-Garden-Commit"));
    }

    @Test
    void aPageIsThatOfItsContentWhateverIsPushedElsewhere(@TempDir Path own) {
        try (TestServer other = TestServer.with(own, "--- oak.md\nOak.\n--- elm.md\nElm.\n")) {
            HttpResponse<String> before = other.get("/oak");
            String commit = other.push("--- elm.md\nElms.\n").hex();
            HttpResponse<String> after = other.get("/oak", "If-None-Match", header(before, "ETag"));

            assertThat(after.statusCode()).isEqualTo(304);
            assertThat(header(after, "X-Garden-Commit")).isEqualTo(commit);
            assertThat(header(after, "ETag")).isEqualTo(header(before, "ETag"));
            assertThat(other.get("/oak").body()).isEqualTo(before.body());

            other.push("--- elm.md\nOf [[oak]].\n");
            HttpResponse<String> linked = other.get("/oak", "If-None-Match", header(before, "ETag"));
            assertThat(linked.statusCode()).isEqualTo(200);
            assertThat(linked.body()).contains("Of ");
        }
    }

    @Test
    void keptPagesAreCountedAsOthersAre(@TempDir Path own) {
        try (TestServer other = TestServer.with(own, Map.of("server.metrics", "true"), "--- oak.md\nOak.\n")) {
            String tag = header(other.get("/oak"), "ETag");
            other.get("/oak");
            other.get("/oak", "If-None-Match", tag);

            assertThat(other.get("/metrics").body())
                    .contains("garden_answers_total{status=\"2xx\"} 2.0", "garden_answers_total{status=\"3xx\"} 1.0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/trees/oak", "/trees/", "/tags/wood", "/-/search?q=oak", "/-/problems", "/nothing"})
    void noPageNamesTheCommit(String path) {
        assertThat(server.get(path).body()).doesNotContain(server.notes().head().abbreviated());
    }

    /** RFC 9110, section 12.5.3: what is not named is not sent, and what is weighed 0 is refused. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"gzip|gzip", "br, gzip;q=0.5|gzip", "*|gzip", "gzip;q=0|''", "gzip;q=0, *|''", "br|''", "''|''"})
    void pageIsPackedForWhoTakesIt(String accepted, String coding) {
        HttpResponse<String> first = server.get("/trees/oak", "Accept-Encoding", accepted);
        HttpResponse<String> kept = server.get("/trees/oak", "Accept-Encoding", accepted);

        assertThat(header(first, "Content-Encoding")).isEqualTo(coding);
        assertThat(header(kept, "Content-Encoding")).isEqualTo(coding);
        assertThat(header(kept, "ETag")).isEqualTo(header(server.get("/trees/oak"), "ETag"));
    }

    @Test
    void tagOfAnotherCommitIsAnsweredWhole() {
        assertThat(server.get("/", "If-None-Match", "W/\"000000000000-0000000000\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/-/nothing", "/-/status", "/-/search?q=%22"})
    void pageRunsNoForeignScript(String path) {
        HttpResponse<String> answer = server.get(path);

        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("unsafe-inline", "unsafe-eval");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(header(answer, "Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/-/nothing", "/-/api/nothing", "/-/api/links", "/-/api/graph"})
    void everyAnswerNamesItsCommit(String path) {
        assertThat(header(server.get(path), "X-Garden-Commit"))
                .isEqualTo(server.notes().head().hex());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/trees/oak",
                "/trees/oak.md",
                "/-/search?q=oak",
                "/-/api/links",
                "/-/api/graph",
                "/healthz",
                "/atom.xml",
                "/sitemap.xml",
                "/static/contentIndex.json",
                "/favicon.ico"
            })
    void headAnswersAsGetWithoutBody(String path) {
        HttpResponse<String> head = send("HEAD", path);
        HttpResponse<String> get = server.get(path);

        assertThat(head.statusCode()).isEqualTo(get.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : new String[] {"Content-Type", "ETag", "X-Garden-Commit", "Cache-Control"}) {
            assertThat(header(head, name)).as(name).isEqualTo(header(get, name));
        }
    }

    @Test
    void headOfTheLiveStreamEnds() {
        HttpResponse<String> head = send("HEAD", "/-/live?at=%2F");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Type")).startsWith("text/event-stream");
        assertThat(server.json("/-/api/status").path("liveReaders").asInt()).isZero();
    }

    @Test
    void headOfNothingIsMissing() {
        assertThat(send("HEAD", "/nothing").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "FROBNICATE"})
    void otherMethodsAreNotAllowed(String method) {
        HttpResponse<String> answer = send(method, "/trees/oak");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void compressedAnswerSaysThatItVaries() {
        HttpResponse<String> answer = server.get("/", "Accept-Encoding", "gzip");

        assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.headers().allValues("Vary")).anyMatch(value -> value.contains("Accept-Encoding"));
    }

    @Test
    void plainAnswerSaysThatItVaries() {
        assertThat(server.get("/").headers().allValues("Vary")).anyMatch(value -> value.contains("Accept-Encoding"));
    }

    @Test
    void assetIsKeptForEver() {
        String style = server.page("/").select("link[rel=stylesheet]").attr("href");

        assertThat(header(server.get(style), "Cache-Control")).contains("immutable");
        assertThat(header(server.get(style), "Content-Type")).startsWith("text/css");
    }

    @Test
    void hugeRequestIsRefused() {
        assertThat(server.rawStatus("/ HTTP/1.1\r\nX-Long: " + "a".repeat(20_000)))
                .isEqualTo(431);
        assertThat(server.rawStatus("/" + "a".repeat(20_000))).isEqualTo(414);
    }

    @ParameterizedTest
    @CsvSource({
        "site.title, Other",
        "content.publish, marked",
        "content.ignore, templates/**",
        "content.attachments, all",
        "content.wikilinks, gollum",
        "content.maxNesting, 20",
        "content.maxReadBytes, 2 MiB",
        "urls.case, lower",
        "urls.redirectHosts, example.org",
        "history.pages, false",
        "content.lineBreaks, obsidian",
        "history.messages, none",
        "history.authors, hide",
        "history.ignoreRevs, 3f2a91c0b7de4455667788990011223344556677",
        "server.metrics, true",
    })
    void tagChangesWithWhatChangesPages(String key, String value, @TempDir Path own) {
        assertThat(pageVersion(own.resolve("a"), key, value))
                .isNotEqualTo(pageVersion(own.resolve("b"), "site.title", "Plain"));
    }

    @ParameterizedTest
    @CsvSource({"live.maxClients, 7", "push.refuse, broken-links", "git.maxRefsPerPush, 3"})
    void tagKeepsWhenNoPageChanges(String key, String value, @TempDir Path own) {
        assertThat(pageVersion(own.resolve("a"), key, value))
                .isEqualTo(pageVersion(own.resolve("b"), "site.title", "Plain"));
    }

    /** What the tag says besides the commit; the address of the site is the same for all. */
    private static String pageVersion(Path folder, String key, String value) {
        Map<String, String> settings = new HashMap<>(Map.of("site.url", "https://example.org", "site.title", "Plain"));
        settings.put(key, value);
        try (TestServer other = TestServer.with(folder, settings, "--- index.md\nHello.\n")) {
            String tag = header(other.get("/-/recent"), "ETag");
            return tag.substring(tag.indexOf('-'));
        }
    }
}
