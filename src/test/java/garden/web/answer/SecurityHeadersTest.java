package garden.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import garden.page.address.Address;
import garden.web.TestServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer tells browsers the same six things; two of them depend on what is answered. */
@Timeout(120)
class SecurityHeadersTest {

    private static final List<String> NAMES = List.of(
            "Content-Security-Policy",
            "Cross-Origin-Resource-Policy",
            "Cross-Origin-Opener-Policy",
            "Permissions-Policy",
            "Referrer-Policy",
            "X-Content-Type-Options");

    private static final Map<String, String> BEGINNINGS = Map.of(
            "page", "default-src 'self'; img-src 'self' https: http: data:",
            "nothing", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
            "file", "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox",
            "pdf", "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'");

    @AutoClose
    private static TestServer server;

    private static String drawn;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = TestServer.with(folder, """
            --- index.md
            ![[picture.png]] ![[paper.pdf]] [[trees/oak]] #wood
            --- trees/oak.md
            ---
            aliases: [quercus]
            ---
            Oak.
            --- diagram.md
            ```mermaid
            graph LR
            ```
            --- one/same name.md
            1
            --- one/same-name.md
            2
            --- old.md
            Old.
            --- picture.png
            png
            --- paper.pdf
            pdf
            """);
        drawn = server.notes().head().hex();
        server.write("--- diagram.md\nNo diagram any more.\n")
                .notes()
                .git("rm", "-q", "old.md")
                .orFail();
        server.push();
    }

    private static void checkComplete(HttpResponse<?> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        for (String name : NAMES) {
            assertThat(answer.headers().allValues(name)).as(name).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Address.Fixed.class)
    void everyFixedAddressHasAllOfThem(Address.Fixed address) {
        HttpResponse<String> answer = server.get(address.print());
        for (String name : NAMES) {
            assertThat(answer.headers().allValues(name)).as(name).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 200",
        "HEAD, /, 200",
        "GET, /nothing, 404",
        "GET, /-/nothing, 404",
        "GET, /old, 410",
        "GET, /index.css, 410",
        "GET, /quercus, 301",
        "GET, /trees, 301",
        "GET, /trees/oak.md, 200",
        "GET, /picture.png, 200",
        "GET, /paper.pdf, 200",
        "GET, /favicon.ico, 200",
        "GET, /atom.xml, 200",
        "GET, /sitemap.xml, 200",
        "GET, /static/contentIndex.json, 200",
        "GET, /opensearch.xml, 200",
        "GET, /robots.txt, 200",
        "GET, /healthz, 200",
        "GET, /readyz, 200",
        "GET, /-/api/status, 200",
        "GET, /-/api/graph, 200",
        "GET, /-/api/links, 200",
        "GET, /-/api/notes/nothing, 404",
        "GET, /-/api/resolve, 400",
        "GET, /-/history/diagram, 200",
        "GET, /-/updates, 200",
        "GET, /-/pushes, 401",
        "GET, /-/assets/nothing.css, 404",
        "HEAD, /-/live?at=%2F, 200",
        "POST, /, 405",
        "OPTIONS, /, 405",
        "POST, /-/hooks/github, 404",
        "GET, /garden.git/info/refs?service=git-upload-pack, 401",
        "GET, /garden.git/info/refs?service=git-receive-pack, 401",
        "GET, /garden.git/config, 404",
        "POST, /garden.git/git-receive-pack, 401",
    })
    void everyAnswerHasAllOfThem(String method, String path, int status) {
        checkComplete(server.send(server.request(path).method(method, HttpRequest.BodyPublishers.noBody())), status);
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-1, 206", "bytes=9999-, 416"})
    void partsOfFilesHaveAllOfThem(String range, int status) {
        checkComplete(server.get("/picture.png", "Range", range), status);
    }

    /** Git's servlet forgets its headers when it fails. */
    @Test
    void failureOfGitHasAllOfThem() {
        HttpRequest.Builder push = server.request("/garden.git/git-receive-pack")
                .header("Authorization", authorization())
                .header("Content-Type", "application/x-git-receive-pack-request")
                .POST(HttpRequest.BodyPublishers.ofString("zzzz"));

        HttpResponse<String> answer = server.send(push);

        assertThat(answer.statusCode()).isNotIn(401, 404);
        checkComplete(answer, answer.statusCode());
    }

    private static String authorization() {
        String user = URI.create(server.gitUrl()).getUserInfo();
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%zz", "/-/search?q=%"})
    void requestThatIsNoneHasAllOfThem(String target) {
        String answer = server.rawAnswer(target);

        for (String name : NAMES) {
            assertThat(answer).containsOnlyOnce("\r\n" + name + ": ");
        }
    }

    @Test
    void tooLongAddressHasAllOfThem() {
        String answer = server.rawAnswer("/" + "a".repeat(20_000));

        assertThat(answer).startsWith("HTTP/1.1 414");
        for (String name : NAMES) {
            assertThat(answer).containsOnlyOnce("\r\n" + name + ": ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, page, same-origin",
        "/nothing, page, same-origin",
        "/-/status, page, same-origin",
        "/-/pushes, page, same-origin",
        "/picture.png, file, cross-origin",
        "/trees/oak.md, file, cross-origin",
        "/favicon.ico, file, cross-origin",
        "/paper.pdf, pdf, cross-origin",
        "/atom.xml, nothing, cross-origin",
        "/feed.json, nothing, cross-origin",
        "/sitemap.xml, nothing, cross-origin",
        "/quercus, nothing, cross-origin",
        "/-/api/status, nothing, same-origin",
        "/-/api/nothing, nothing, same-origin",
        "/robots.txt, nothing, same-origin",
        "/garden.git/config, nothing, same-origin",
    })
    void valuesFollowTheKindOfAnswer(String path, String policy, String sharing) {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith(BEGINNINGS.get(policy));
        assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).contains(sharing);
        assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
    }

    /** Mermaid draws with styles inside its pictures, in the past as today. */
    @Test
    void pastVersionWithADiagramMayDrawIt() {
        String past = "/-/history/diagram/" + drawn;

        assertThat(server.page(past).select("pre.mermaid").text()).isEqualTo("graph LR");
        assertThat(server.get(past)
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains("style-src 'self' 'unsafe-inline'");
        assertThat(server.get("/diagram")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .doesNotContain("unsafe-inline");
    }

    /** A browser takes over what 304 says: RFC 9111, section 4.3.4. */
    @Test
    void keptDiagramPageKeepsItsPolicy() {
        String past = "/-/history/diagram/" + drawn;
        HttpResponse<String> first = server.get(past);
        HttpResponse<String> again = server.get(
                past, "If-None-Match", first.headers().firstValue("ETag").orElseThrow());

        checkComplete(again, 304);
        for (String name : List.of("Content-Security-Policy", "Vary", "Cache-Control", "ETag")) {
            assertThat(again.headers().allValues(name))
                    .as(name)
                    .isEqualTo(first.headers().allValues(name));
        }
    }

    /** RFC 9110, sections 13.1.2 and 15.4.5. */
    @ParameterizedTest
    @CsvSource({
        "/, 304",
        "/trees/, 304",
        "/picture.png, 304",
        "/trees/oak.md, 304",
        "/sitemap.xml, 304",
        "/atom.xml, 304",
        "/nothing, 404",
        "/nothing.md, 404",
        "/old, 410",
        "/quercus, 301",
        "/-/feed/atom?in=nothing/, 404",
        "/-/api/notes/nothing, 404",
    })
    void starMeansWhateverExists(String path, int status) {
        HttpResponse<String> answer = server.get(path, "If-None-Match", "*");

        checkComplete(answer, status);
        if (status == 304) {
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
            assertThat(answer.headers().firstValue("ETag")).isPresent();
        }
    }

    @Test
    void tagOfOneAddressIsNoneOfAnother() {
        String tag = server.get("/").headers().firstValue("ETag").orElseThrow();

        assertThat(server.get("/nothing", "If-None-Match", tag).statusCode()).isEqualTo(404);
        assertThat(server.get("/trees/", "If-None-Match", tag).statusCode()).isEqualTo(200);
        assertThat(server.get("/", "If-None-Match", "\"x\", " + tag).statusCode())
                .isEqualTo(304);
    }
}
