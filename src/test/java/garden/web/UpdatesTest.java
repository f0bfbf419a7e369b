package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.CommitId;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What each push did, in the words that every reader may see. */
@Timeout(120)
class UpdatesTest {

    private static final String TEXT = "A tree by the river, planted long ago and never felled, as tall as a house.\n";
    private static final String DRAFT = "---\ndraft: true\n---\n";

    @TempDir
    private Path folder;

    private static CommitId push(TestServer server, String files, String message) {
        CommitId commit = server.write(files).notes().commit(message);
        server.tryPush().orFail();
        return commit;
    }

    /** Each update as one line: its words, then what it did. */
    private static List<String> updates(TestServer server) {
        return updates(server.page("/-/updates"));
    }

    private static List<String> updates(Document page) {
        return page.select(".updates > li").stream()
                .map(update -> update.select(".subject").text() + ": "
                        + update.select(".did > div").stream()
                                .map(UpdatesTest::row)
                                .collect(Collectors.joining("; ")))
                .toList();
    }

    private static String row(Element row) {
        return row.select("dt").text() + " "
                + String.join(", ", row.select("li").eachText());
    }

    @Test
    void eachPushTellsWhatItDid() {
        try (TestServer server = TestServer.empty(folder, Map.of())) {
            push(server, "--- oak.md\n" + TEXT + "--- elm.md\n[[ash]]\n--- ash.md\nAn ash.\n", "Plant <b>trees</b>");
            server.notes().move("oak.md", "trees/Old oak.md").delete("ash.md");
            CommitId last = push(server, "--- elm.md\nGrown. [[ash]] [[yew]]\n--- yew.md\nA yew.\n", "Fell the ash");

            Document page = server.page("/-/updates");
            assertThat(updates(page))
                    .containsExactly(
                            "Fell the ash: Added yew; Changed elm; Renamed Old oak was oak; Also 1 note removed, 1"
                                    + " old address redirects, 1 new broken link",
                            "Plant <b>trees</b>: Added elm, Old oak");
            assertThat(page.select(".updates a").eachAttr("href"))
                    .containsExactly("/yew", "/elm", "/trees/Old-oak", "/elm", "/trees/Old-oak");
            assertThat(page.select(".updates code").eachText().getFirst()).isEqualTo(last.abbreviated());
            assertThat(page.select(".updates .by").eachText()).containsExactly("Author", "Author");
            assertThat(page.select(".recent-ways [aria-current]").text()).isEqualTo("By update");
            assertThat(server.get("/-/updates").headers().firstValue("Cache-Control"))
                    .contains("no-store");
        }
    }

    @Test
    void anOldAddressThatLeadsToTheNoteIsCounted() {
        try (TestServer server = TestServer.with(folder, "--- Oak.md\n" + TEXT)) {
            server.notes().move("Oak.md", "trees/Oak.md");
            push(server, "--- trees/Oak.md\n---\naliases: [Oak]\n---\n" + TEXT, "Move");

            assertThat(updates(server).getFirst()).isEqualTo("Move: Renamed Oak was Oak; Also 1 old address redirects");
        }
    }

    @Test
    void linksThatLeadSomewhereAgainAreCounted() {
        try (TestServer server = TestServer.with(folder, "--- elm.md\n[[ash]] and [[oak]]\n")) {
            push(server, "--- oak.md\nAn oak.\n", "Plant");

            assertThat(updates(server))
                    .containsExactly(
                            "Plant: Added oak; Also 1 link fixed", "change: Added elm; Also 2 new broken links");
        }
    }

    @Test
    void ofManyNotesTheFirstAreNamed() {
        String ten =
                IntStream.range(0, 10).mapToObj(i -> "--- n" + i + ".md\nx\n").collect(Collectors.joining());
        String many = IntStream.range(0, 600)
                .mapToObj(i -> "--- many/m" + i + ".md\nx\n")
                .collect(Collectors.joining());
        try (TestServer server = TestServer.with(folder, ten)) {
            assertThat(updates(server)).containsExactly("change: Added n0, n1, n2, n3, n4, n5, n6, n7, and 2 more");
            server.push(many);
            assertThat(updates(server).getFirst()).endsWith("m104, and hundreds more");
        }
    }

    @Test
    void nothingOfHiddenNotesIsToldOrCounted() {
        try (TestServer server = TestServer.empty(folder, Map.of())) {
            push(
                    server,
                    "--- elm.md\nAn elm. [[heron]]\n--- heron.md\n" + TEXT + "--- heron-diary.md\n" + DRAFT,
                    "One heron");
            push(server, "--- heron-diary.md\n" + DRAFT + "More.\n", "Two herons");
            push(server, "--- heron.md\n" + TEXT + "More.\n", "Three herons");
            push(server, "--- heron.md\n" + DRAFT + TEXT, "Four herons");
            push(server, "--- heron.md\n" + DRAFT + "x\n--- elm.md\nAn elm, grown. [[heron]]\n", "Five herons");
            server.notes().delete("heron.md");
            push(server, "", "Six herons");

            assertThat(server.get("/-/updates").body())
                    .doesNotContainIgnoringCase("heron")
                    .doesNotContain("removed", "more");
            assertThat(updates(server)).containsExactly(": Changed elm", ": Added elm");
        }
    }

    @Test
    void linksBrokenByHidingAreNotCounted() {
        try (TestServer server = TestServer.with(folder, "--- elm.md\n[[heron]]\n--- heron.md\n" + TEXT)) {
            push(server, "--- heron.md\n" + DRAFT + TEXT + "--- yew.md\nA yew. [[nobody]]\n", "Of a heron");

            assertThat(updates(server).getFirst()).isEqualTo(": Added yew; Also 1 new broken link");
        }
    }

    @Test
    void aNameThatWasNeverPublicIsNotTold() {
        try (TestServer server = TestServer.with(folder, "--- heron.md\n" + DRAFT + TEXT)) {
            server.notes().move("heron.md", "elm.md");
            push(server, "--- elm.md\n" + TEXT, "Show it");
            server.notes().move("elm.md", ".heron.md");
            push(server, "--- yew.md\nA yew.\n", "Hide it by its name");

            assertThat(server.get("/-/updates").body()).doesNotContain("heron");
            assertThat(updates(server)).containsExactly(": Added yew");
        }
    }

    @Test
    void unlistedNotesAreNotTold() {
        String shy = "---\nunlisted: true\n---\n";
        try (TestServer server = TestServer.with(folder, "--- shy.md\n" + shy + TEXT + "--- shy2.md\n" + shy)) {
            push(server, "--- shy2.md\n" + shy + "More.\n", "Shy");
            server.notes().delete("shy2.md").move("shy.md", "elm.md");
            push(server, "--- elm.md\n" + TEXT, "No longer");

            assertThat(server.get("/-/updates").body()).doesNotContain("shy", "removed");
            assertThat(updates(server).getFirst()).startsWith("No longer: Renamed elm");
        }
    }

    @Test
    void aGardenWithoutHistoryTellsNoCommits() {
        try (TestServer server = TestServer.with(folder, Map.of("history.pages", "false"), "--- oak.md\n" + TEXT)) {
            server.notes().move("oak.md", "elm.md");
            push(server, "", "Rename it");

            Document page = server.page("/-/updates");
            assertThat(updates(page)).containsExactly(": Renamed elm; Also 1 old address redirects", ": Added elm");
            assertThat(page.select(".updates").text()).doesNotContain("Author", "oak");
            assertThat(page.select(".updates code, a[href=/-/commits]")).isEmpty();
        }
    }

    @Test
    void pagesAreFilledWhateverWasHiddenBetween() {
        try (TestServer server = TestServer.empty(folder, Map.of())) {
            for (int i = 0; i < 21; i++) {
                push(server, "--- a.md\n" + i + "\n", "c" + i);
                push(server, "--- b.md\n" + DRAFT + i + "\n", "hidden");
            }
            Document first = server.page("/-/updates");
            assertThat(first.select(".updates > li")).hasSize(20);
            Document second = server.page(first.select("a[rel=next]").attr("href"));
            assertThat(updates(second)).containsExactly("c0: Added a");
            assertThat(second.select("a[rel=next]")).isEmpty();
            assertThat(second.select("a[rel=prev]").attr("href")).isEqualTo("/-/updates");
            assertThat(server.page("/-/updates?page=9").select(".lead a").attr("href"))
                    .isEqualTo("/-/updates?page=2");
        }
    }

    @Test
    void noUpdateIsNewerThanTheCommitOfTheAnswer() throws InterruptedException {
        Map<String, Integer> numbers = new ConcurrentHashMap<>();
        try (TestServer server = TestServer.empty(folder, Map.of())) {
            numbers.put(push(server, "--- a.md\n0\n", "0").hex(), 0);
            Thread writer = Thread.ofPlatform().start(() -> {
                for (int i = 1; i <= 8; i++) {
                    CommitId commit =
                            server.write("--- a.md\n" + i + "\n").notes().commit("" + i);
                    numbers.put(commit.hex(), i);
                    server.tryPush().orFail();
                }
            });
            int last = 0;
            while (last < 8) {
                HttpResponse<String> answer = server.get("/-/updates");
                int served = numbers.getOrDefault(
                        answer.headers().firstValue("X-Garden-Commit").orElse(""), -1);
                last = Integer.parseInt(
                        Jsoup.parse(answer.body()).select(".subject").eachText().getFirst());
                assertThat(last).isLessThanOrEqualTo(served);
            }
            writer.join();
        }
    }

    @Test
    void anIndexThatIsMadeAnewIsNoUpdate() throws Exception {
        try (TestServer server = TestServer.with(folder, "--- oak.md\n" + TEXT)) {
            push(server, "--- oak.md\nOther.\n", "Other");
            server.garden().close();
            deleteIndex();
            server.restart();

            assertThat(updates(server)).containsExactly("Other: Changed oak", "change: Added oak");
        }
    }

    private void deleteIndex() throws Exception {
        try (var files = Files.walk(folder.resolve("data/index"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
