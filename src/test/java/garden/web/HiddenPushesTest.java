package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.CommitId;
import java.io.IOException;
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

/** No reader learns that, or when, something was pushed of which they see nothing; operators do. */
@Timeout(180)
class HiddenPushesTest {

    private static final List<String> PATHS = List.of(
            "/",
            "/oak",
            "/oak.md",
            "/leaf.png",
            "/nowhere",
            "/-/recent",
            "/-/commits",
            "/-/updates",
            "/-/problems",
            "/-/status",
            "/-/search?q=oak",
            "/-/history/oak",
            "/-/blame/oak",
            "/-/api/status",
            "/-/api/graph",
            "/-/api/links",
            "/-/api/search?q=oak",
            "/-/api/notes/oak",
            "/-/api/history/oak",
            "/-/api/resolve?from=oak&link=%5B%5Bleaf.png%5D%5D",
            "/atom.xml",
            "/feed.json",
            "/sitemap.xml",
            "/static/contentIndex.json",
            "/healthz",
            "/readyz");

    private static final List<String> HEADERS = List.of("X-Garden-Commit", "ETag", "Last-Modified");

    @AutoClose
    private TestServer server;

    private CommitId seen;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.with(
                folder,
                "--- oak.md\nOak. ![[leaf.png]]\n--- leaf.png\na leaf\n--- plan.md\n---\ndraft: true\n---\nPlan.\n");
        seen = server.push("--- oak.md\nAn oak. ![[leaf.png]]\n");
    }

    private String token() {
        String user = server.gitUrl().replaceFirst("^.*//(.*)@.*$", "$1");
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String path : PATHS) {
            HttpResponse<String> answer = server.get(path);
            StringBuilder text = new StringBuilder(answer.statusCode() + "\n" + answer.body());
            HEADERS.forEach(name -> text.append(answer.headers().allValues(name)));
            answers.put(path, text.toString());
        }
        return answers;
    }

    private String commit(String path, String... headers) {
        return server.get(path, headers).headers().firstValue("X-Garden-Commit").orElse("");
    }

    private void pushHidden() {
        server.push("--- plan.md\n---\ndraft: true\n---\nAnother plan.\n");
        server.push("""
            --- other/leaf.png
            another leaf
            --- new.md
            ---
            publish: false
            ---
            [[oak]] ![[other/leaf.png]]
            """);
        server.push("--- .obsidian/workspace.json\n{}\n--- other/leaf.png\none more leaf\n");
        server.notes().git("rm", "-q", "other/leaf.png").orFail();
        server.push("--- new.md\n---\ndraft: true\n---\n");
    }

    @Test
    void pushesOfWhatIsHiddenChangeNoAnswer() throws IOException {
        Map<String, String> before = answers();

        pushHidden();

        assertThat(answers()).isEqualTo(before);
        assertThat(commit("/oak")).isEqualTo(seen.hex());
        server.restart();
        assertThat(commit("/oak")).isEqualTo(seen.hex());
        assertThat(commit("/oak", "Authorization", token()))
                .isEqualTo(server.notes().head().hex());
    }

    @Test
    void whatIsSeenAfterwardsIsTold() {
        pushHidden();

        CommitId shown = server.push("--- plan.md\n---\n---\nPlan.\n");
        assertThat(commit("/plan")).isEqualTo(shown.hex());
        CommitId used =
                server.push("--- hidden.md\n---\ndraft: true\n---\n--- .git-blame-ignore-revs\n" + seen.hex() + "\n");
        assertThat(commit("/")).isEqualTo(used.hex());
        CommitId hidden = server.push("--- plan.md\n---\ndraft: true\n---\nPlan.\n");
        assertThat(commit("/")).isEqualTo(hidden.hex());
        CommitId nearer = server.push("--- a.md\n![[pic.png]]\n--- b/pic.png\nfar\n");
        assertThat(commit("/")).isEqualTo(nearer.hex());
        CommitId takesOver = server.push("--- pic.png\nnear\n");
        assertThat(commit("/")).isEqualTo(takesOver.hex());
        assertThat(server.status("/b/pic.png")).isEqualTo(404);
    }

    @Test
    void ofSeveralCommitsInOnePushTheLastSeenIsTold() {
        CommitId middle =
                server.write("--- oak.md\nOaks. ![[leaf.png]]\n").notes().commit("seen");
        server.write("--- plan.md\n---\ndraft: true\n---\nNo plan.\n").notes().commit("hidden");
        server.tryPush().orFail();

        assertThat(commit("/oak")).isEqualTo(middle.hex());
    }

    @Test
    void aMergeOfWhatIsHiddenIsNotTold() {
        server.notes().git("checkout", "-q", "-b", "side").orFail();
        server.write("--- plan.md\n---\ndraft: true\n---\nSide.\n").notes().commit("side");
        server.notes().git("checkout", "-q", "-").orFail();
        server.notes().git("merge", "-q", "--no-ff", "-m", "merge", "side").orFail();
        server.tryPush().orFail();

        assertThat(commit("/oak")).isEqualTo(seen.hex());
        assertThat(commit("/oak", "Authorization", token()))
                .isEqualTo(server.notes().head().hex());
    }

    @Test
    void openPagesHearOnlyOfWhatTheySee() throws IOException {
        try (LiveStream all = LiveStream.of(server, "/-/recent")) {
            assertThat(all.next()).isEqualTo("hello " + seen.hex());

            pushHidden();
            CommitId shown = server.push("--- elm.md\nElm.\n");

            String next = all.next();
            while (next.equals("beat")) {
                next = all.next();
            }
            assertThat(next).isEqualTo("changed " + shown.hex());
        }
    }

    @Test
    void aGardenOfDraftsAloneWasNeverPushed(@TempDir Path own) {
        try (TestServer other = TestServer.empty(own, Map.of())) {
            String before = other.get("/").body();
            other.push("--- plan.md\n---\ndraft: true\n---\nPlan.\n");

            assertThat(other.get("/").body()).isEqualTo(before);
            assertThat(other.json("/-/api/status").path("commit").asText()).isEqualTo(CommitId.NONE.hex());
        }
    }
}
