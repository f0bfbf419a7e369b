package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What readers find on each kind of page. */
@Timeout(60)
class PagesTest {

    private static final String NOTES = """
        --- trees/Oak.md
        ---
        tags: [Wood/Hard]
        ---
        # Oak

        An oak is a tree.

        ## Leaves

        They differ from those of the [[elm]].
        --- trees/elm.md
        # Elm

        Elm wood is tough. #wood/hard/old
        --- trees/index.md
        ---
        title: About trees
        ---
        Trees are tall.
        --- herbs/mint.md
        Mint is green, unlike [[Oka]] and [[nowhere/Ash tree|ash]].
        --- tags/wood.md
        ---
        title: All about wood
        ---
        What burns.
        --- broken.md
        ---
        tags: [unfinished
        ---
        Text.
        """;

    @AutoClose
    private static TestServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = TestServer.with(folder, NOTES);
    }

    private static List<String> texts(Document page, String selector) {
        return page.select(selector).eachText();
    }

    @Test
    void homeWithoutIndexListsFoldersAndNotes() {
        Document home = server.page("/");

        assertThat(home.title()).isEqualTo("Test Garden");
        assertThat(texts(home, "main h1")).containsExactly("Test Garden");
        assertThat(home.select(".folders a").eachAttr("href")).containsExactly("/herbs/", "/tags/", "/trees/");
        assertThat(home.select(".line-title").eachAttr("href")).containsExactly("/broken");
    }

    @Test
    void homeShowsIndexNote(@TempDir Path own) {
        try (TestServer other = TestServer.with(own, "--- index.md\n---\ntitle: Welcome\n---\nCome in.\n--- a.md\n")) {
            Document home = other.page("/");

            assertThat(home.title()).isEqualTo("Welcome · Test Garden");
            assertThat(texts(home, ".prose p")).containsExactly("Come in.");
            assertThat(home.select(".line-title").eachAttr("href")).containsExactly("/a");
        }
    }

    @Test
    void noteShowsBodyDatesTagsAndContents() {
        Document page = server.page("/trees/Oak");

        assertThat(page.title()).isEqualTo("Oak · Test Garden");
        assertThat(texts(page, ".prose p")).first().isEqualTo("An oak is a tree.");
        assertThat(page.select(".title time").eachAttr("datetime")).containsExactly("2026-01-01T00:00:00Z");
        assertThat(page.select(".title .tag").eachAttr("href")).containsExactly("/tags/Wood/Hard");
        assertThat(page.select(".trail a").eachAttr("href")).containsExactly("/", "/trees/");
        assertThat(page.select(".prose a").eachAttr("href")).contains("/trees/elm");
        assertThat(page.select("link[rel=canonical]").attr("href"))
                .isEqualTo(server.garden().url() + "trees/Oak");
    }

    @Test
    void backlinkShowsSentenceAndHeading() {
        Document page = server.page("/trees/elm");

        assertThat(page.select(".backlinks .from").eachAttr("href")).containsExactly("/trees/Oak");
        assertThat(texts(page, ".backlinks .mention")).containsExactly("Leaves They differ from those of the elm.");
        assertThat(page.select(".backlinks .under").eachAttr("href")).containsExactly("/trees/Oak#leaves");
    }

    @Test
    void missingLinkLooksDifferentAndLeadsToItsHelpfulPage() {
        Document page = server.page("/herbs/mint");

        assertThat(page.select(".prose a.broken").eachAttr("href")).containsExactly("/Oka", "/nowhere/Ash-tree");
    }

    @Test
    void folderShowsItsIndexNoteAndItsNotes() {
        Document page = server.page("/trees/");

        assertThat(page.title()).isEqualTo("About trees · Test Garden");
        assertThat(page.select(".listing .line-title").eachAttr("href")).containsExactly("/trees/elm", "/trees/Oak");
    }

    @Test
    void folderWithoutIndexIsNamedForItself() {
        assertThat(texts(server.page("/herbs/"), "main h1")).containsExactly("herbs");
    }

    @Test
    void tagPageListsNestedTagsAndNotes() {
        Document page = server.page("/tags/wood");

        assertThat(texts(page, "main h1")).containsExactly("All about wood");
        assertThat(page.select(".inside a").eachAttr("href")).containsExactly("/tags/Wood/Hard", "/tags/wood/hard/old");
        assertThat(page.select(".listing .line-title").eachAttr("href")).containsExactly("/trees/elm", "/trees/Oak");
    }

    @Test
    void tagSpelledOtherwiseMovesOnce() {
        var answer = server.get("/tags/WOOD/hARD");

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).contains("/tags/Wood/Hard");
        assertThat(server.status("/tags/Wood/Hard")).isEqualTo(200);
    }

    @Test
    void tagsIndexCountsNotes() {
        assertThat(texts(server.page("/tags/"), ".tag-tree li"))
                .containsExactly("#Wood2", "#Wood/Hard2", "#wood/hard/old1");
    }

    @Test
    void searchPutsTheTitleFirst() {
        Document page = server.page("/-/search?q=elm");

        assertThat(page.select(".hits .line-title").eachAttr("href")).containsExactly("/trees/elm", "/trees/Oak");
        assertThat(texts(page, ".hits mark")).contains("Elm", "elm");
        assertThat(texts(page, ".found")).containsExactly("2 notes");
    }

    @Test
    void searchThatFindsNothingSaysSo() {
        assertThat(texts(server.page("/-/search?q=xylophonist"), ".found"))
                .first()
                .isEqualTo("Nothing found for xylophonist.");
    }

    @Test
    void oneWordWithADashIsAWordAndTheExclusionIsOffered() {
        Document page = server.page("/-/search?q=-elm");

        assertThat(page.select(".hits .line-title").eachAttr("href")).containsExactly("/trees/elm", "/trees/Oak");
        assertThat(texts(page, ".found"))
                .containsExactly(
                        "2 notes",
                        "The dash was read as part of the word. To leave out the notes that have it: -\"elm\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-elm -oak", "-tag:wood -path:trees/", "-%22an elm%22"})
    void searchForExclusionsAloneSaysSo(String query) {
        Document page = server.page("/-/search?q=" + query.replace(" ", "%20"));
        assertThat(texts(page, ".found"))
                .containsExactly("This says only what to leave out. Add a word, tag:name or path:folder/ to look for.");
        assertThat(texts(server.page("/-/search?q=elm%20-oak"), ".found"))
                .first()
                .isNotEqualTo(texts(page, ".found"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%22",
                "%22%22%22",
                "((((((",
                "tag:",
                "path:",
                "tag:%2F%2F",
                "-",
                "-elm",
                "*",
                "%3F*",
                "~~%5E%5E",
                "AND+OR+NOT",
                "%00",
                "%ff%fe",
                "%F0%9F%8C%B3",
                "%E2%80%AE%D7%90",
                "%3Cscript%3Ealert(1)%3C/script%3E",
                "%5B%5Belm%5D%5D",
                "a%0d%0ab"
            })
    void hostileQueryIsNoErrorPage(String query) {
        assertThat(server.status("/-/search?q=" + query)).isEqualTo(200);
        assertThat(server.status("/-/api/search?q=" + query)).isEqualTo(200);
        assertThat(server.get("/-/search?q=" + query).body()).doesNotContain("<script>");
    }

    @Test
    void longQueryAndFarPageAreNoErrorPages() {
        assertThat(server.status("/-/search?q=" + "elm+".repeat(2_000))).isEqualTo(200);
        assertThat(server.status("/-/search?q=" + "a".repeat(8_000))).isEqualTo(200);
        assertThat(server.status("/-/search?q=elm&page=999999")).isEqualTo(200);
        assertThat(server.status("/-/recent?page=999999")).isEqualTo(200);
        assertThat(server.status("/-/problems?page=999999")).isEqualTo(200);
        assertThat(server.status("/trees/?page=999999")).isEqualTo(200);
    }

    @Test
    void recentListsNotesByDay() {
        Document page = server.page("/-/recent");

        assertThat(texts(page, ".day h2")).containsExactly("1 Jan 2026");
        assertThat(page.select(".day .line-title").eachAttr("href"))
                .containsExactlyInAnyOrder(
                        "/broken", "/herbs/mint", "/tags/wood", "/trees/", "/trees/Oak", "/trees/elm");
    }

    @Test
    void problemsNameNoteLineAndRemedy() {
        Document page = server.page("/-/problems");

        assertThat(texts(page, ".problems h2")).containsExactly("Broken links", "Front matter");
        assertThat(texts(page, ".problems li").getFirst())
                .startsWith("herbs/mint.md:1")
                .contains("Oka")
                .endsWith("Did you mean [[Oak]]?");
    }

    @Test
    void brokenFrontMatterIsShownOnThePageOfTheNote() {
        assertThat(texts(server.page("/broken"), ".note-problems li"))
                .singleElement()
                .asString()
                .startsWith("line ");
        assertThat(texts(server.page("/broken"), ".prose p")).containsExactly("Text.");
    }

    @Test
    void statusNamesTheCommit() {
        assertThat(server.page("/-/status").select(".facts").text())
                .contains("Commit " + server.notes().head().hex())
                .contains("Notes 6");
    }

    @Test
    void missingPageOffersNearTitlesAndSaysWhoLinksThere() {
        Document page = server.page("/Oka");

        assertThat(server.status("/Oka")).isEqualTo(404);
        assertThat(page.select(".nearest a").eachAttr("href")).contains("/trees/Oak");
        assertThat(page.select(".backlinks .from").eachAttr("href")).containsExactly("/herbs/mint");
        assertThat(server.page("/nowhere/Ash-tree").select(".backlinks .from").eachAttr("href"))
                .containsExactly("/herbs/mint");
    }

    @Test
    void missingPageEscapesWhatWasAsked() {
        assertThat(server.get("/%3Cscript%3Ealert(1)%3C/script%3E").body()).doesNotContain("<script>alert");
    }

    @Test
    void unknownSpecialPageIsMissing() {
        assertThat(server.status("/-/nothing")).isEqualTo(404);
        assertThat(server.status("/-/")).isEqualTo(404);
        assertThat(server.status("/-/assets/style.css")).isEqualTo(404);
    }

    @Test
    void emptyRepositoryWelcomes(@TempDir Path own) {
        try (TestServer empty = TestServer.empty(own, Map.of())) {
            Document home = empty.page("/");

            assertThat(empty.status("/")).isEqualTo(200);
            assertThat(home.select("pre").text())
                    .contains("git remote add garden " + empty.garden().url() + "garden.git");
            assertThat(empty.status("/-/search?q=elm")).isEqualTo(200);
            assertThat(empty.status("/-/recent")).isEqualTo(200);
            assertThat(empty.status("/-/problems")).isEqualTo(200);
            assertThat(empty.status("/tags/")).isEqualTo(200);
            assertThat(empty.status("/elm")).isEqualTo(404);
            empty.push("--- index.md\nGrown.\n");
            assertThat(empty.page("/").select(".prose").text()).isEqualTo("Grown.");
        }
    }
}
