package garden.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import garden.git.GitRepo;
import garden.note.CommitId;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A mirror as readers, writers and operators meet it. */
@Timeout(120)
class MirrorTest {

    @TempDir
    private Path folder;

    private GitRepo theirs;

    @BeforeEach
    void makeUpstream() {
        theirs = GitRepo.in(folder.resolve("theirs"));
    }

    private MirrorServer mirror(Map<String, String> settings) {
        return MirrorServer.of(theirs.path().toString(), folder.resolve("mirror"), settings);
    }

    private String address() {
        return theirs.path().toString();
    }

    @Test
    void threeMirrorsOfOneCommitAnswerAlike() {
        theirs.write("index.md", "Home of the [[oak]].")
                .write("trees/oak.md", "---\ntags: [wood]\n---\nOak, unlike [[elm]].")
                .write("trees/oak.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        CommitId commit = theirs.commit("one");
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            try (MirrorServer mirror = MirrorServer.of(address(), folder.resolve("mirror" + i), Map.of())) {
                assertThat(mirror.garden().summary()).isEqualTo("2 notes at " + commit.abbreviated());
                StringBuilder all = new StringBuilder();
                for (String path : List.of(
                        "/",
                        "/trees/oak",
                        "/trees/",
                        "/tags/",
                        "/tags/wood",
                        "/-/recent",
                        "/-/problems",
                        "/-/search?q=oak",
                        "/-/api/search?q=oak",
                        "/-/api/graph",
                        "/-/api/notes/trees/oak",
                        "/trees/oak.md",
                        "/nowhere",
                        "/robots.txt")) {
                    HttpResponse<String> answer = mirror.get(path);
                    all.append(path).append(' ').append(answer.statusCode()).append(' ');
                    all.append(answer.headers().firstValue("ETag").orElse("none"))
                            .append('\n');
                    all.append(answer.body()).append('\n');
                }
                answers.add(all.toString());
            }
        }
        assertThat(answers.get(1)).isEqualTo(answers.get(0)).contains("Oak, unlike");
        assertThat(answers.get(2)).isEqualTo(answers.get(0));
    }

    @Test
    void pushingIsRefusedWithTheAddressOfTheUpstream() {
        CommitId commit = theirs.write("oak.md", "Oak.").commit("one");
        try (MirrorServer mirror = mirror(Map.of())) {
            GitRepo writer = GitRepo.cloneOf(address(), folder.resolve("writer"));
            writer.write("elm.md", "Elm.").commit("two");
            GitRepo.Output pushed = mirror.push(writer);

            assertThat(pushed.exitCode()).isNotZero();
            assertThat(pushed.text()).contains("remote: refused: this garden follows " + address() + "; push there");
            assertThat(mirror.get("/").headers().firstValue("X-Garden-Commit")).contains(commit.hex());
            assertThat(GitRepo.runIn(
                                    folder.resolve("mirror/data/garden.git"),
                                    "cat-file",
                                    "-e",
                                    writer.head().hex())
                            .exitCode())
                    .as("nothing of the push is kept")
                    .isNotZero();
        }
    }

    @Test
    void whatWasNeverReachedIsNotThereYet() {
        try (MirrorServer mirror = mirror(Map.of("GARDEN_SOURCE_BRANCH", "main"))) {
            assertThat(mirror.get("/").statusCode()).isEqualTo(503);
            assertThat(mirror.get("/").body())
                    .contains(
                            "The garden has not been fetched yet",
                            "<code>" + address() + " (main)</code>",
                            "found none");
            assertThat(mirror.get("/trees/oak").statusCode()).isEqualTo(503);
            assertThat(mirror.get("/readyz").statusCode()).isEqualTo(503);
            assertThat(mirror.get("/readyz").body()).startsWith("waiting for the upstream: cannot fetch ");
            assertThat(mirror.get("/healthz").statusCode()).isEqualTo(200);

            CommitId commit = theirs.write("oak.md", "Oak.").commit("one");
            assertThat(mirror.knock()).isEqualTo(202);
            mirror.untilServed(commit);
            assertThat(mirror.get("/oak").statusCode()).isEqualTo(200);
            assertThat(mirror.get("/readyz").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void operatorsLearnSinceWhenAndWhyItIsBehindAndReadersDoNot() throws Exception {
        theirs.write("oak.md", "Oak.").commit("one");
        try (MirrorServer mirror = mirror(Map.of())) {
            String page = mirror.get("/oak").body();
            assertThat(mirror.status().path("upstream").path("address").asText())
                    .isEqualTo(address());
            assertThat(mirror.status().path("upstream").has("behind")).isFalse();
            assertThat(mirror.get("/metrics").body())
                    .contains("\ngarden_upstream_behind_seconds 0.0\n", "\ngarden_notes 1.0\n");

            Files.move(theirs.path(), folder.resolve("elsewhere"));
            assertThat(mirror.knock()).isEqualTo(202);
            while (!mirror.status().path("upstream").has("behind")) {
                Thread.onSpinWait();
            }
            assertThat(mirror.status()
                            .path("upstream")
                            .path("behind")
                            .path("reason")
                            .asText())
                    .isEqualTo("cannot fetch " + address() + ": there is no repository, or none for us");
            assertThat(mirror.get("/readyz").statusCode()).isEqualTo(200);
            assertThat(mirror.get("/readyz").body()).contains(", behind since ", "there is no repository");
            assertThat(mirror.get("/-/status").body()).contains("The last update failed", "Behind since");
            assertThat(mirror.get("/metrics").body()).containsPattern("\ngarden_upstream_behind_seconds [0-9.]*[1-9]");
            assertThat(mirror.get("/oak").body()).isEqualTo(page);
        }
    }

    @Test
    void aMirrorStaysOneUntilItIsToldOtherwise() {
        theirs.git("checkout", "-q", "-b", "trunk").orFail();
        CommitId commit = theirs.write("oak.md", "Oak.").commit("one");
        try (MirrorServer mirror = mirror(Map.of())) {
            assertThat(mirror.garden().branch()).isEqualTo("trunk");
            mirror.restart("GARDEN_MIRROR_URL", "auto");
            assertThat(mirror.garden().upstream()).contains(address());
            assertThat(mirror.garden().branch()).isEqualTo("trunk");
            mirror.restart("GARDEN_MIRROR_URL", "none");
            assertThat(mirror.garden().upstream()).isEmpty();
            mirror.restart("GARDEN_SOURCE_BRANCH", "trunk");
            assertThat(mirror.garden().summary()).isEqualTo("1 note at " + commit.abbreviated());
        }
    }

    @Test
    void whatWasPushedHereIsNotOverwritten() {
        GitRepo writer = GitRepo.in(folder.resolve("writer"));
        writer.write("elm.md", "Elm.").commit("own");
        theirs.write("oak.md", "Oak.").commit("one");
        Map<String, String> hosted = Map.of(
                "GARDEN_MIRROR_URL", "none", "GARDEN_SOURCE_SEED", writer.path().toString());
        try (MirrorServer mirror = mirror(hosted)) {
            assertThat(mirror.garden().upstream()).isEmpty();
            assertThatThrownBy(() -> mirror.restart("GARDEN_MIRROR_URL", address()))
                    .hasMessageContaining("cannot follow " + address() + ": ")
                    .hasMessageContaining("has commits of its own");
        }
    }

    @Test
    void figuresAreToldOnlyWhenAllowed() {
        theirs.write("metrics.md", "About metres.").commit("one");
        try (MirrorServer mirror = mirror(Map.of("GARDEN_SERVER_METRICS", "false"))) {
            assertThat(mirror.get("/_metrics").body()).contains("About metres.");
            assertThat(mirror.get("/metrics").headers().firstValue("Location")).contains("/_metrics");
            assertThat(mirror.get("/metrics").body()).doesNotContain("garden_notes");
            mirror.restart("GARDEN_SERVER_METRICS", "true");
            HttpResponse<String> answer = mirror.get("/metrics");
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("text/plain; version=0.0.4; charset=utf-8");
            assertThat(answer.body())
                    .contains("\ngarden_notes 1.0\n", "\ngarden_publication_seconds_count ", "\njvm_memory_used_bytes{")
                    .doesNotContain("metres");
            assertThat(mirror.get("/metrics").body()).contains("garden_answers_total{status=\"2xx\"} ");
        }
    }

    @Test
    void nothingButADeliveryIsTaken() {
        theirs.write("oak.md", "Oak.").commit("one");
        try (MirrorServer mirror = mirror(Map.of())) {
            assertThat(mirror.send(mirror.request("/oak").POST(BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(405);
            assertThat(mirror.send(mirror.request("/-/hooks/github").PUT(BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(405);
        }
    }
}
