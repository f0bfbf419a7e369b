package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import garden.git.GitRepo;
import garden.note.CommitId;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever sends a token along is told above every page that the mirror is behind, and nobody else notices. */
@Timeout(120)
class OperatorsTest {

    private static final String WRONG = "Basic bm86bm8=";
    private static final List<String> PAGES =
            List.of("/oak", "/", "/tags/", "/-/recent", "/-/search?q=oak", "/-/commits");

    @TempDir
    private Path folder;

    private GitRepo theirs;

    @AutoClose
    private MirrorServer server;

    private String token;

    @BeforeEach
    void start() {
        theirs = GitRepo.in(folder.resolve("theirs"));
        theirs.write("oak.md", "Oak.").commit("one");
        server = MirrorServer.of(theirs.path().toString(), folder.resolve("mirror"), Map.of());
        String user = "anyone:" + server.garden().firstToken().orElseThrow();
        token = "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    private void loseUpstream() throws IOException {
        Files.move(theirs.path(), folder.resolve("elsewhere"));
        assertThat(server.knock()).isEqualTo(202);
        while (!server.status().path("upstream").has("behind")) {
            Thread.onSpinWait();
        }
    }

    private HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = server.request(path);
        return server.send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> asOperator(String path) {
        return get(path, "Authorization", token);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private static String banner(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body()).select(".banner").text();
    }

    private static String tag(HttpResponse<String> answer) {
        return header(answer, "ETag");
    }

    @Test
    void everyPageTellsOperatorsSinceWhenAndWhyItIsBehind() throws IOException {
        String tag = tag(get("/oak"));
        loseUpstream();

        for (String path : PAGES) {
            HttpResponse<String> answer = asOperator(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            checkBanner(answer);
        }
        assertThat(asOperator("/nowhere").statusCode()).isEqualTo(404);
        checkBanner(asOperator("/nowhere"));
        assertThat(asOperator("/-/nothing").statusCode()).isEqualTo(404);
        checkBanner(asOperator("/-/nothing"));
        checkBanner(asOperator("/-/status"));
        checkBanner(asOperator("/-/pushes"));
        assertThat(get("/oak", "Authorization", token, "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    private void checkBanner(HttpResponse<String> answer) {
        assertThat(banner(answer))
                .matches("Behind the upstream since \\d+ \\w+ \\d+, \\d\\d:\\d\\d: cannot fetch .*: there is no"
                        + " repository, or none for us. Next try \\d+ \\w+ \\d+, \\d\\d:\\d\\d. Status");
        assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-store");
        assertThat(header(answer, "Vary")).contains("Accept-Encoding", "Authorization");
        assertThat(tag(answer)).isEmpty();
    }

    @Test
    void readersAndWrongTokensGetWhatTheyAlwaysGot() throws IOException {
        List<HttpResponse<String>> before =
                PAGES.stream().map(path -> get(path)).toList();
        loseUpstream();

        for (HttpResponse<String> then : before) {
            String path = then.request().uri().getRawPath() + query(then);
            for (HttpResponse<String> now : List.of(get(path), get(path, "Authorization", WRONG))) {
                assertThat(now.body()).as(path).isEqualTo(then.body());
                for (String name : List.of("ETag", "Vary", "Cache-Control", "Content-Security-Policy")) {
                    assertThat(header(now, name)).as(path + " " + name).isEqualTo(header(then, name));
                }
            }
            assertThat(get(path, "If-None-Match", tag(then)).statusCode()).isEqualTo(304);
            assertThat(get(path, "Authorization", WRONG, "If-None-Match", tag(then))
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    private static String query(HttpResponse<String> answer) {
        String query = answer.request().uri().getRawQuery();
        return query == null ? "" : "?" + query;
    }

    @Test
    void whatIsNoPageIsTheSameForOperators() throws IOException {
        List<String> paths = List.of("/-/api/notes/oak", "/robots.txt", "/atom.xml");
        List<HttpResponse<String>> before =
                paths.stream().map(path -> get(path)).toList();
        loseUpstream();

        for (HttpResponse<String> then : before) {
            HttpResponse<String> now = asOperator(then.request().uri().getRawPath());
            assertThat(now.body()).isEqualTo(then.body());
            assertThat(tag(now)).isEqualTo(tag(then));
        }
    }

    @Test
    void whenItIsInStepAgainOperatorsAreReaders() throws IOException {
        loseUpstream();
        checkBanner(asOperator("/oak"));
        Files.move(folder.resolve("elsewhere"), theirs.path());
        CommitId commit = theirs.write("elm.md", "Elm.").commit("two");
        server.knock();
        server.untilServed(commit);
        while (server.status().path("upstream").has("behind")) {
            Thread.onSpinWait();
        }

        HttpResponse<String> answer = asOperator("/oak");
        assertThat(answer.body()).isEqualTo(get("/oak").body()).doesNotContain("banner");
        assertThat(tag(answer)).isEqualTo(tag(get("/oak")));
        assertThat(get("/oak", "Authorization", token, "If-None-Match", tag(answer))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void operatorsSignInAtTheTop() {
        assertThat(Jsoup.parse(get("/-/status").body()).select(".sign-in a").attr("href"))
                .isEqualTo("/-");
        assertThat(get("/-").statusCode()).isEqualTo(401);
        assertThat(get("/-", "Authorization", WRONG).statusCode()).isEqualTo(401);
        assertThat(header(get("/-"), "WWW-Authenticate")).startsWith("Basic ");
        assertThat(asOperator("/-").statusCode()).isEqualTo(302);
        assertThat(header(asOperator("/-"), "Location")).isEqualTo("/-/pushes");
    }
}
