package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import garden.git.GitRepo;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushesTest {

    @TempDir
    private Path folder;

    private static HttpResponse<String> get(TestServer server, String path, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.base() + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String token(TestServer server) {
        String user = URI.create(server.gitUrl()).getRawUserInfo();
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theReportOfAPushIsForThoseWhoMayPush() throws Exception {
        try (TestServer server = TestServer.with(folder, "--- Oak.md\n[[Elm]]\n--- Elm.md\nAn elm.\n")) {
            GitRepo notes = server.notes();
            notes.delete("Elm.md");
            notes.write("Oak.md", "---\ndraft: true\n---\n").write("Ash.md", "[[Bech]] & <b>");
            String commit = notes.commit("change").hex();
            String said = server.tryPush().orFail().text();
            assertThat(said).contains("/-/pushes/" + commit);

            HttpResponse<String> refused = get(server, "/-/pushes/" + commit, "");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(scheme -> assertThat(scheme).startsWith("Basic "));
            assertThat(refused.body()).doesNotContain("Oak", "Elm");
            assertThat(get(server, "/-/pushes", "Basic bm86bm8=").statusCode()).isEqualTo(401);

            HttpResponse<String> report = get(server, "/-/pushes/" + commit, token(server));
            assertThat(report.statusCode()).isEqualTo(200);
            assertThat(report.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(report.body())
                    .contains(
                            "1 added, 1 removed, 1 hidden", "Ash.md</a>", "<span>Elm.md</span>", "<span>Oak.md</span>")
                    .contains("broken link [[Bech]]: no note has this name");
            assertThat(get(server, "/-/pushes", token(server)).body())
                    .contains("1 added, 1 removed, 1 hidden", "1 new problem", "2 added");
            assertThat(get(server, "/-/pushes/" + "0".repeat(40), token(server)).statusCode())
                    .isEqualTo(404);
            assertThat(get(server, "/-/pushes/nonsense", token(server)).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aPushWithNewBrokenLinksIsRefusedWhereThatIsWanted() {
        Map<String, String> settings = Map.of("push.refuse", "broken-links");
        try (TestServer server = TestServer.empty(folder, settings)) {
            server.notes().write("Oak.md", "[[Elm]]");
            server.notes().commit("Plant");
            String said = server.tryPush().text();
            assertThat(said)
                    .contains("refused: this garden takes no new broken links")
                    .contains("refused: Oak.md:1: broken link [[Elm]]: no note has this name")
                    .contains("refused: to push all the same: git push -o garden.force")
                    .contains("rejected");
            assertThat(server.status("/Oak")).isEqualTo(404);

            server.tryPush("-o", "garden.force").orFail();
            assertThat(server.status("/Oak")).isEqualTo(200);

            server.notes().write("Ash.md", "An ash.");
            server.notes().commit("What was broken before is no reason");
            server.tryPush().orFail();
        }
    }

    /** A note that its front matter hides by mistake is in no garden, and what is wrong with it is new all the same. */
    @Test
    void badFrontMatterOfAHiddenNoteIsRefusedOnce() {
        try (TestServer server = TestServer.empty(folder, Map.of("push.refuse", "bad-front-matter"))) {
            server.notes().write("Oak.md", "---\ndraft: maybe\n---\nAn oak.");
            server.notes().commit("Plant");
            assertThat(server.tryPush().text()).contains("no new bad front matter", "Oak.md:2:");
            server.tryPush("-o", "garden.force").orFail();

            server.notes().write("Oak.md", "---\ntags: [tree]\ndraft: maybe\n---\nAn old oak.");
            server.notes().commit("What was wrong before is no reason");
            server.tryPush().orFail();

            server.notes().write("Oak.md", "---\ndraft: perhaps\n---\nAn oak.");
            server.notes().commit("Another mistake");
            assertThat(server.tryPush().text()).contains("no new bad front matter", "Oak.md:2:");
        }
    }

    @Test
    void forceCanBeForbidden() {
        Map<String, String> settings =
                Map.of("push.refuse", "broken-links, bad-front-matter", "push.allowForce", "false");
        try (TestServer server = TestServer.empty(folder, settings)) {
            server.notes().write("Oak.md", "---\ndraft: [\n---\nAn oak.");
            server.notes().commit("Plant");
            GitRepo.Output said = server.tryPush("-o", "garden.force");
            assertThat(said.exitCode()).isNotZero();
            assertThat(said.text())
                    .contains("no new bad front matter", "Oak.md:")
                    .doesNotContain("to push all the same");
        }
    }

    @Test
    void aRenameIsToldAsOne() {
        try (TestServer server = TestServer.with(folder, "--- Oak.md\nAn oak is a tree that grows slowly.\n")) {
            server.notes().move("Oak.md", "trees/Oak.md");
            server.notes().commit("Move");
            assertThat(server.tryPush().orFail().text())
                    .contains("notes: 1 renamed (old address redirects);", "renamed Oak.md to trees/Oak.md")
                    .doesNotContain("added", "removed");
        }
    }

    @Test
    void namesThatWindowsCannotHoldAreRefusedWhereThatIsWished() {
        try (TestServer server = TestServer.empty(folder.resolve("any"), Map.of())) {
            server.push("--- why?.md\nWhy.\n--- sub/CON.md\nDevice.");
            assertThat(server.status("/sub/CON")).isEqualTo(200);
        }
        Map<String, String> settings = Map.of("push.refuse", "windows-names");
        try (TestServer server = TestServer.with(folder.resolve("strict"), settings, "--- oak.md\nOak.")) {
            server.write("--- why?.md\nWhy.\n--- sub/CON.md\nDevice.\n--- fine.md\nFine.")
                    .notes()
                    .commit("names");

            assertThat(server.tryPush().text())
                    .contains("refused: this garden takes no new names that Windows cannot hold")
                    .contains(
                            "refused: sub/CON.md", "refused: why?.md", "to push all the same: git push -o garden.force")
                    .doesNotContain("fine.md", "oak.md");
            assertThat(server.status("/fine")).isEqualTo(404);

            server.tryPush("-o", "garden.force").orFail();
            assertThat(server.status("/sub/CON")).isEqualTo(200);
            server.push("--- why?.md\nWhy not, since it is there already.");
        }
    }
}
