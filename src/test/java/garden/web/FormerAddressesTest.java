package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is answered where a note once was, over real pushes. */
@Timeout(120)
class FormerAddressesTest {

    private static final String ELM = "Of elms by the river, at some length, and of nothing else.\n";
    private static final String ASH =
            "---\ntitle: The ash\n---\nAshes are other trees: tall, and late to come into leaf.\n";

    @TempDir
    private Path folder;

    @AutoClose
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.with(
                folder,
                Map.of("site.url", "https://example.com/g"),
                "--- trees/elm.md\n" + ELM + "--- index.md\nSee [[elm]] and [[trees/ash]].\n--- trees/ash.md\n" + ASH);
    }

    @Test
    void aRenamedNoteIsOneRedirectAway() throws IOException {
        server.notes().move("trees/elm.md", "trees/ulmus.md");
        server.push();
        server.notes().move("trees/ulmus.md", "Great ulmus.md");
        server.push();
        checkMoved("/trees/elm", "/g/Great-ulmus");
        checkMoved("/trees/elm.html", "/g/Great-ulmus");
        checkMoved("/trees/ulmus", "/g/Great-ulmus");
        checkMoved("/trees/elm.md", "/g/Great-ulmus.md");
        checkMoved("/-/history/trees/elm", "/g/-/history/Great%20ulmus");
        server.restart();
        checkMoved("/trees/elm", "/g/Great-ulmus");
        assertThat(server.status("/trees/elms")).isEqualTo(404);
    }

    @Test
    void aLinkByAnOldNameIsAsGoodAsAnother() {
        server.notes().move("trees/elm.md", "ulmus.md").commit("rename");
        String told = server.tryPush().text();
        assertThat(told)
                .contains(
                        "notes: 1 renamed (old address redirects)",
                        "1 link follows a rename (./garden check --fix writes the new name):",
                        "index.md:1: link [[elm]] leads to ulmus.md by its old name; write [[ulmus]]");
        assertThat(told).doesNotContain("broken link");
        Document home = server.page("/");
        assertThat(home.select("a.internal[href=/g/ulmus]").text()).isEqualTo("elm");
        assertThat(home.select(".broken")).isEmpty();
        assertThat(home.text()).doesNotContain("old name");
        assertThat(server.page("/ulmus").select(".backlinks a").eachAttr("href"))
                .contains("/g/");
        assertThat(server.page("/-/problems").text()).contains("Links by an old name", "Write [[ulmus]]");
        assertThat(server.json("/-/api/resolve?from=index.md&link=[[elm]]").toString())
                .contains("FORMER_NAME", "ulmus.md");
    }

    @Test
    void aDeletedNoteIsGoneAndSaysWhatItWas() {
        server.notes().move("trees/ash.md", "fraxinus.md");
        server.push();
        server.notes().delete("fraxinus.md");
        server.push();
        for (String asked : List.of("/trees/ash", "/fraxinus", "/fraxinus.md", "/Fraxinus.html")) {
            assertThat(server.status(asked)).as(asked).isEqualTo(410);
        }
        Document page = org.jsoup.Jsoup.parse(server.get("/trees/ash").body());
        assertThat(page.select("h1").text()).isEqualTo("Note deleted");
        assertThat(page.select(".lead").text()).startsWith("The ash was deleted on ");
        assertThat(page.select(".backlinks a").eachAttr("href")).contains("/g/");
        server.push("--- fraxinus.md\n" + ASH);
        checkMoved("/trees/ash", "/g/fraxinus");
    }

    @Test
    void whatReadersMayNotSeeIsNotToldByItsOldNames() {
        String draft = "---\ndraft: true\n---\n";
        server.push("--- secret.md\n" + draft + "Of herons, at some length, and of nothing else.\n");
        server.notes().move("secret.md", "hidden.md").move("trees/elm.md", "closed.md");
        server.push("--- closed.md\n" + draft + ELM);
        assertThat(server.status("/secret")).isEqualTo(404);
        assertThat(server.status("/trees/elm")).isEqualTo(404);
        server.push("--- hidden.md\nOf herons, at some length, and of nothing else.\n");
        assertThat(server.status("/secret")).isEqualTo(404);
        assertThat(server.status("/hidden")).isEqualTo(200);
        server.push("--- closed.md\n" + ELM);
        checkMoved("/trees/elm", "/g/closed");
        server.push("--- closed.md\n" + draft + ELM);
        server.notes().delete("closed.md");
        server.push();
        assertThat(server.status("/closed")).isEqualTo(404);
        assertThat(server.status("/trees/elm")).isEqualTo(404);
    }

    @Test
    void whatWasThereBeforeANoteThatIsHiddenNowIsNotTold() {
        String draft = "---\ndraft: true\n---\n";
        server.notes().delete("trees/elm.md");
        server.push();
        assertThat(server.status("/trees/elm")).isEqualTo(410);
        server.push("--- trees/elm.md\n" + ELM);
        assertThat(server.status("/trees/elm")).isEqualTo(200);
        server.push("--- trees/elm.md\n" + draft + ELM);
        assertThat(server.status("/trees/elm")).isEqualTo(404);
    }

    @Test
    void aForcedRedirectNeverLeadsBackToWhereItBegan() {
        server.push("--- _redirects\n/ulmus /trees/elm 301!\n");
        server.notes().move("trees/elm.md", "ulmus.md");
        server.push("--- x.md\nNew.\n");
        assertThat(server.status("/ulmus")).isEqualTo(200);
        checkMoved("/trees/elm", "/g/ulmus");
    }

    @Test
    void linksByOldNamesCanBeRefused() throws IOException {
        try (TestServer strict = TestServer.with(
                Files.createDirectory(folder.resolve("direct")),
                Map.of("push.refuse", "moved-links"),
                "--- elm.md\n" + ELM + "--- index.md\n[[elm]]\n")) {
            strict.notes().move("elm.md", "ulmus.md").commit("rename");
            assertThat(strict.tryPush().text()).contains("this garden takes no new moved links");
        }
    }

    @Test
    void whereBrokenLinksAreRefusedARenameIsNot() throws IOException {
        try (TestServer strict = TestServer.with(
                Files.createDirectory(folder.resolve("strict")),
                Map.of("push.refuse", "broken-links"),
                "--- elm.md\n" + ELM + "--- index.md\n[[elm]]\n")) {
            strict.notes().move("elm.md", "ulmus.md").commit("rename");
            assertThat(strict.tryPush().exitCode()).isZero();
            strict.notes().delete("ulmus.md").commit("delete");
            assertThat(strict.tryPush().text())
                    .contains(
                            "this garden takes no new broken links",
                            "index.md:1: broken link [[elm]]: no note has this name");
        }
    }

    private void checkMoved(String asked, String location) {
        var answer = server.get(asked);
        assertThat(answer.statusCode()).as(asked).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).as(asked).contains(location);
    }
}
