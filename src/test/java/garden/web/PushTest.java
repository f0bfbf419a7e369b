package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import garden.git.GitRepo;
import garden.note.CommitId;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What whoever pushes sees in the very next moment, in the terminal and in the browser. */
@Timeout(60)
class PushTest {

    private static final String NOTES = """
        --- trees/oak.md
        Oak. #wood
        --- trees/elm.md
        Elm.
        """;

    @TempDir
    private Path folder;

    private static HttpResponse<String> at(TestServer server, CommitId commit, String path) {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Garden-Commit")).as(path).contains(commit.hex());
        return answer;
    }

    @Test
    void nextAnswersShowThePush() {
        try (TestServer server = TestServer.with(folder, NOTES)) {
            assertThat(server.status("/herbs/mint")).isEqualTo(404);

            CommitId commit = server.push("--- herbs/mint.md\nMint is unlike the [[oak]]. #fresh\n");

            assertThat(at(server, commit, "/herbs/mint").body()).contains("Mint is unlike the");
            assertThat(at(server, commit, "/trees/oak").body()).contains("Mint is unlike the <b>oak</b>.");
            assertThat(at(server, commit, "/-/search?q=unlike").body()).contains("href=\"/herbs/mint\"");
            assertThat(at(server, commit, "/-/api/search?q=unlike").body()).contains("\"total\":1");
            assertThat(at(server, commit, "/tags/fresh").body()).contains("href=\"/herbs/mint\"");
            assertThat(at(server, commit, "/tags/").body()).contains("href=\"/tags/fresh\"");
            assertThat(at(server, commit, "/herbs/").body()).contains("href=\"/herbs/mint\"");
            assertThat(at(server, commit, "/").body()).contains("href=\"/herbs/\"");
            assertThat(at(server, commit, "/-/recent").body()).contains("href=\"/herbs/mint\"");
            assertThat(at(server, commit, "/-/api/graph").body()).contains("herbs/mint.md");
        }
    }

    @Test
    void deletedNoteIsGoneFromEveryAnswer() {
        try (TestServer server = TestServer.with(folder, NOTES)) {
            server.notes().delete("trees/oak.md");
            server.push();

            assertThat(server.status("/trees/oak")).isEqualTo(410);
            assertThat(server.status("/trees/oak.md")).isEqualTo(410);
            assertThat(server.status("/tags/wood")).isEqualTo(404);
            assertThat(server.json("/-/api/search?q=oak").path("total").asInt()).isZero();
            assertThat(server.get("/trees/").body()).doesNotContain("oak");
            assertThat(server.get("/-/recent").body()).doesNotContain("oak");
        }
    }

    @Test
    void terminalTellsWhatThePushDid() {
        try (TestServer server = TestServer.with(folder, NOTES)) {
            server.write("--- trees/oak.md\nOak.\n\nUnlike [[emm]].\n--- new.md\nNew.\n")
                    .notes()
                    .commit("change");
            String told = server.tryPush().orFail().text();

            assertThat(told)
                    .contains("remote: notes: 1 changed, 1 added; published in ")
                    .contains("remote: trees/oak.md:3: ")
                    .contains("; did you mean [[elm]]?")
                    .contains("remote: live at " + server.garden().url() + "trees/oak")
                    .contains("remote: live at " + server.garden().url() + "new");

            server.write("--- trees/oak.md\nOak.\n").notes().delete("new.md").commit("mend");
            assertThat(server.tryPush().orFail().text())
                    .contains("remote: notes: 1 changed, 1 removed; published in ")
                    .contains("remote: 1 problem fixed");
        }
    }

    @Test
    void unchangedPushSaysNothingNew() {
        try (TestServer server = TestServer.with(folder, NOTES)) {
            assertThat(server.tryPush().orFail().text()).contains("Everything up-to-date");
        }
    }

    @Test
    void pushWithoutTokenIsRefused() {
        try (TestServer server = TestServer.with(folder, NOTES)) {
            server.write("--- a.md\nA.\n").notes().commit("a");

            assertThat(server.notes()
                            .push(server.base() + "/garden.git", "wrong")
                            .exitCode())
                    .isNotZero();
            assertThat(server.status("/a")).isEqualTo(404);
        }
    }

    @Test
    void rewrittenBranchIsRefusedUnlessAllowed(@TempDir Path own) {
        try (TestServer strict = TestServer.with(folder, NOTES);
                TestServer lenient = TestServer.with(own, Map.of("git.allowForcePush", "true"), NOTES)) {
            rewrite(strict);
            GitRepo.Output refused = strict.tryPush("--force");
            assertThat(refused.exitCode()).isNotZero();
            assertThat(refused.text()).contains("force is not allowed here");
            assertThat(strict.status("/other")).isEqualTo(404);

            rewrite(lenient);
            assertThat(lenient.tryPush("--force").orFail().exitCode()).isZero();
            assertThat(lenient.status("/other")).isEqualTo(200);
            assertThat(lenient.status("/trees/oak")).isEqualTo(404);
            assertThat(lenient.status("/tags/wood")).isEqualTo(404);
            assertThat(lenient.json("/-/api/search?q=oak").path("total").asInt())
                    .isZero();
        }
    }

    private static void rewrite(TestServer server) {
        server.notes().git("checkout", "-q", "--orphan", "other").orFail();
        server.notes().git("rm", "-q", "-rf", ".").orFail();
        server.write("--- other.md\nOther.\n").notes().commit("begin again");
    }

    @Test
    void restartServesTheSame() throws IOException {
        try (TestServer server = TestServer.with(folder, NOTES)) {
            server.push("--- trees/elm.md\nElm, not [[oak]]. #other\n");
            String before = answers(server);

            server.restart();

            assertThat(answers(server)).isEqualTo(before);
            assertThat(server.garden().firstToken()).isEmpty();
            CommitId commit = server.push("--- later.md\nLater.\n");
            assertThat(at(server, commit, "/later").body()).contains("Later.");
        }
    }

    private static String answers(TestServer server) {
        StringBuilder answers = new StringBuilder();
        for (String path : new String[] {
            "/",
            "/trees/",
            "/trees/oak",
            "/trees/elm",
            "/tags/",
            "/tags/other",
            "/-/search?q=oak",
            "/-/recent",
            "/-/problems",
            "/-/api/links",
            "/-/api/graph",
            "/-/api/notes/trees/oak"
        }) {
            answers.append(server.get(path).body());
        }
        // The port is another, and so is the hash of a page that names it.
        return answers.toString()
                .replaceAll("localhost:[0-9]+", "localhost")
                .replaceAll("data-shown=\"[0-9a-f]+\"", "");
    }

    @Test
    void cloneHoldsWhatWasPushed(@TempDir Path own) {
        try (TestServer server = TestServer.with(folder, NOTES)) {
            GitRepo clone = GitRepo.cloneOf(server.gitUrl(), own.resolve("clone"));

            assertThat(clone.head()).isEqualTo(server.notes().head());
            assertThat(GitRepo.runIn(own, "clone", "-q", server.base() + "/garden.git", "anonymous")
                            .exitCode())
                    .isNotZero();
        }
    }

    @Test
    void siteBelowAFolderOfTheRepository() {
        try (TestServer server = TestServer.with(
                folder, Map.of("source.folder", "notes"), "--- notes/a.md\nA.\n--- README.md\nNot a note.\n")) {
            assertThat(server.status("/a")).isEqualTo(200);
            assertThat(server.status("/README")).isEqualTo(404);
            assertThat(server.status("/notes/a")).isEqualTo(404);
        }
    }
}
