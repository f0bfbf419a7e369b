package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import garden.note.CommitId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers learn of the past: an oak that was renamed and hidden for a while, among notes of other kinds. */
@Timeout(120)
class HistoryPagesTest {

    private static final String OAK =
            "An oak by the river, planted long ago and never felled. See [[elm]] and [[gone]].\n";

    @AutoClose
    private static TestServer server;

    private static CommitId planted;
    private static CommitId hidden;
    private static CommitId renamed;
    private static CommitId changed;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = TestServer.empty(folder, Map.of());
        planted = commit("--- trees/oak.md\n" + OAK + "--- elm.md\nAn elm.\n--- gone.md\nSoon gone.\n", "Plant trees");
        hidden = commit("--- trees/oak.md\n---\ndraft: true\n---\nA heron.\n" + OAK, "Hide a heron");
        commit("--- trees/oak.md\n" + OAK, "Show it again");
        server.notes().move("trees/oak.md", "trees/Old oak.md").delete("gone.md");
        renamed = commit("--- elm.md\nAn elm, grown.\n", "Rename <b>the oak</b>");
        changed = commit(
                "--- trees/Old oak.md\n" + OAK.replace("river", "brook")
                        + "--- diary.md\n---\ndraft: true\n---\nA heron.\n",
                "Of a heron");
        server.tryPush().orFail();
    }

    private static CommitId commit(String files, String message) {
        return server.write(files).notes().commit(message);
    }

    private static final String HISTORY = "/-/history/trees/Old%20oak";

    @Test
    void everyNoteLeadsToItsHistory() {
        assertThat(server.page("/trees/Old-oak").select(".foot a").eachAttr("href"))
                .contains(HISTORY);
    }

    @Test
    void versionsAreListedFromTheNewestUnderAllNames() {
        Document page = server.page(HISTORY);

        assertThat(page.select("h1").text()).isEqualTo("History of Old oak");
        assertThat(page.select(".version .subject").eachText())
                .containsExactly("Rename <b>the oak</b>", "Show it again", "Plant trees");
        assertThat(page.select(".version")).hasSize(4);
        assertThat(page.select(".version .words").eachText()).startsWith("+1 −1 words", "+0 −0 words");
        assertThat(page.select(".found").text()).startsWith("4 changes by Author (4) · was called trees/oak ·");
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    }

    @Test
    void nothingOfTheHiddenVersionOrOfOthersIsTold() {
        for (String path : List.of(
                HISTORY,
                HISTORY + "/" + planted,
                HISTORY + "/" + renamed,
                HISTORY + "/" + changed + "/diff",
                HISTORY + "/" + changed + "/diff?from=" + planted,
                "/-/blame/trees/Old%20oak",
                "/-/commits",
                "/-/api/history/trees/Old%20oak")) {
            var answer = server.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body())
                    .as(path)
                    .doesNotContainIgnoringCase("heron")
                    .doesNotContain("example.org");
        }
    }

    @Test
    void hiddenVersionIsNowhere() {
        assertThat(server.status(HISTORY + "/" + hidden)).isEqualTo(404);
        assertThat(server.status(HISTORY + "/" + hidden + "/diff")).isEqualTo(404);
        assertThat(server.status(HISTORY + "/" + changed + "/diff?from=" + hidden))
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/-/history/diary",
                "/-/blame/diary",
                "/-/api/history/diary",
                "/-/history/none",
                "/-/history/gone",
                "/-/history/",
                "/-/history",
                "/-/blame/",
                "/-/history/../x",
                "/-/history/elm/0000000000000000000000000000000000000001",
                "/-/history/elm/0000000000000000000000000000000000000001/diff",
                "/-/history/elm/abc",
            })
    void withoutANoteThereIsNoHistory(String path) {
        assertThat(server.status(path)).isEqualTo(404);
    }

    @Test
    void pastVersionIsShownAsItWas() {
        Document page = server.page(HISTORY + "/" + planted);

        assertThat(page.select("h1").text()).isEqualTo("oak");
        assertThat(page.select(".prose").text()).contains("by the river");
        assertThat(page.select(".as-of a").eachAttr("href")).contains("/trees/Old-oak", HISTORY);
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(page.select(".prose a:not(.broken)").eachAttr("href")).containsExactly("/elm");
        assertThat(page.select(".prose a.broken").eachText()).containsExactly("gone");
    }

    @Test
    void changesAreShownWordByWord() {
        Document page = server.page(HISTORY + "/" + changed + "/diff");

        assertThat(page.select(".difference del").eachText()).containsExactly("river");
        assertThat(page.select(".difference ins").eachText()).containsExactly("brook");
        assertThat(server.page(HISTORY + "/" + changed + "/diff?from=" + planted)
                        .select(".difference ins")
                        .eachText())
                .containsExactly("brook");
        assertThat(server.page(HISTORY + "/" + renamed + "/diff")
                        .select(".lead")
                        .text())
                .isEqualTo("The text is the same.");
        assertThat(server.page(HISTORY + "/" + planted + "/diff")
                        .select(".difference ins")
                        .text())
                .startsWith("An oak");
    }

    @Test
    void linesAreShownWithTheirCommit() {
        Document page = server.page("/-/blame/trees/Old%20oak");

        assertThat(page.select(".blame li")).hasSize(1);
        assertThat(page.select(".blame .by a").attr("href")).isEqualTo(HISTORY + "/" + changed + "/diff");
    }

    @Test
    void formerNameLeadsToTheHistoryOfToday() {
        var answer = server.get("/-/history/trees/oak");

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).contains(HISTORY);
        assertThat(server.get("/-/history/trees/Old-oak").headers().firstValue("Location"))
                .contains(HISTORY);
        assertThat(server.get("/-/blame/trees/oak").headers().firstValue("Location"))
                .contains("/-/blame/trees/Old%20oak");
    }

    @Test
    void commitsAreListedWithTheNotesOfToday() {
        Document page = server.page("/-/commits");

        assertThat(page.select(".version .by a").eachAttr("href"))
                .containsExactly(
                        "/trees/Old-oak", "/elm", "/trees/Old-oak", "/trees/Old-oak", "/elm", "/trees/Old-oak");
        assertThat(page.select(".version .subject").eachText())
                .containsExactly("Rename <b>the oak</b>", "Show it again", "Plant trees");
    }

    @Test
    void historyIsThereAsJson() {
        JsonNode json = server.json("/-/api/history/trees/Old%20oak");

        assertThat(json.path("total").asInt()).isEqualTo(4);
        assertThat(json.path("changes").asInt()).isEqualTo(4);
        assertThat(json.path("formerNames").path(0).asText()).isEqualTo("trees/oak.md");
        assertThat(json.path("authors").path(0).path("name").asText()).isEqualTo("Author");
        assertThat(json.path("versions").path(1).path("formerly").asText()).isEqualTo("trees/oak.md");
        assertThat(json.path("versions").path(0).has("subject")).isFalse();
        assertThat(json.path("versions").path(3).path("href").asText()).isEqualTo(HISTORY + "/" + planted);
    }

    @Test
    void historyIsThatOfTheCommitOfTheAnswerWhilePushesComeIn(@TempDir Path own) throws InterruptedException {
        try (TestServer other = TestServer.with(own, "--- a.md\n0\n")) {
            Thread writer = Thread.ofPlatform().start(() -> {
                for (int i = 1; i <= 6; i++) {
                    other.push("--- a.md\n" + i + "\n");
                }
            });
            int last = 0;
            while (last < 7) {
                JsonNode json = other.json("/-/api/history/a");
                assertThat(json.path("versions").path(0).path("commit")).isEqualTo(json.path("commit"));
                assertThat(json.path("total").asInt()).isGreaterThanOrEqualTo(last);
                last = json.path("total").asInt();
            }
            writer.join();
        }
    }

    @Test
    void longHistoryComesInPages(@TempDir Path own) {
        try (TestServer other = TestServer.empty(own, Map.of("history.authors", "hide", "history.messages", "none"))) {
            for (int i = 0; i < 32; i++) {
                other.write("--- index.md\nversion " + i + "\n").notes().commit("c" + i);
            }
            other.tryPush().orFail();

            Document first = other.page("/-/history/index");
            assertThat(first.select(".version")).hasSize(30);
            assertThat(first.select(".subject")).isEmpty();
            assertThat(first.text()).doesNotContain("Author");
            assertThat(other.page(first.select("a[rel=next]").attr("href")).select(".version"))
                    .hasSize(2);
            assertThat(other.page("/-/history/index?page=9").select(".version")).isEmpty();
        }
    }

    @Test
    void historyCanBeTurnedOff(@TempDir Path own) {
        try (TestServer other = TestServer.with(own, Map.of("history.pages", "false"), "--- a.md\nA.\n")) {
            for (String path : List.of("/-/history/a", "/-/blame/a", "/-/commits", "/-/api/history/a")) {
                assertThat(other.status(path)).as(path).isEqualTo(404);
            }
            assertThat(other.page("/a").select("a[href^=/-/history]")).isEmpty();
            assertThat(other.page("/-/recent").select("a[href=/-/commits]")).isEmpty();
        }
    }

    @Test
    void unlistedNoteHasAHistoryForThoseWhoKnowIt(@TempDir Path own) {
        try (TestServer other = TestServer.with(own, "--- shy.md\n---\nunlisted: true\n---\nReserved.\n")) {
            assertThat(other.status("/-/history/shy")).isEqualTo(200);
            assertThat(other.get("/-/commits").body()).doesNotContain("shy");
        }
    }

    @Test
    void noteThatBecomesPrivateTakesItsPastWithIt(@TempDir Path own) {
        try (TestServer other = TestServer.with(own, "--- a.md\nA heron.\n--- b.md\nB.\n")) {
            CommitId shown = other.notes().head();
            assertThat(other.status("/-/history/a/" + shown)).isEqualTo(200);

            other.push("--- a.md\n---\ndraft: true\n---\nA heron.\n");

            for (String path : List.of("/-/history/a", "/-/history/a/" + shown, "/-/blame/a", "/-/api/history/a")) {
                assertThat(other.status(path)).as(path).isEqualTo(404);
            }
            assertThat(other.page("/-/commits").select(".version .by a").eachAttr("href"))
                    .containsExactly("/b");
        }
    }
}
