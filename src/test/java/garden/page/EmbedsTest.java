package garden.page;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.Heading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notes shown in notes. */
@Timeout(60)
class EmbedsTest {

    private static final String OAK = """
        --- trees/Oak.md
        ---
        title: The Oak
        ---
        # The Oak

        A tree[^a]. See [birch](./birch.md).

        ## Bark

        Rough[^b].

        ### Old

        Rougher.

        ## Leaves

        Lobed.

        - An acorn. ^acorn
        - A gall.

        [^a]: First.
        [^b]: Second[^c].
        [^c]: Third.
        --- trees/birch.md
        White.
        """;

    @AutoClose
    private PlantedGarden garden;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        garden = new PlantedGarden(folder);
    }

    private String html(String spelling) {
        return garden.note(spelling).content().body().value();
    }

    private Document page(String spelling) {
        return Jsoup.parseBodyFragment(html(spelling));
    }

    /** The body of a note that consists of {@code text}, beside the oak. */
    private Document host(String text) throws IOException {
        garden.plant(OAK + "--- host.md\n" + text + "\n");
        return page("host");
    }

    private static Element only(Document page, String selector) {
        assertThat(page.select(selector)).hasSize(1);
        return page.select(selector).getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "![[oak]] => A tree1. See birch. Bark Rough2. Old Rougher. Leaves Lobed. An acorn. A gall.",
                "![[trees/Oak]] => A tree1. See birch. Bark Rough2. Old Rougher. Leaves Lobed. An acorn. A gall.",
                "![](trees/Oak.md) => A tree1. See birch. Bark Rough2. Old Rougher. Leaves Lobed. An acorn. A gall.",
                "![[oak#Bark]] => Bark Rough2. Old Rougher.",
                "![[oak#Bark#Old]] => Old Rougher.",
                "![[oak#The Oak]] => The Oak A tree1. See birch. Bark Rough2. Old Rougher. Leaves Lobed. An acorn. A"
                        + " gall.",
                "![[oak#Leaves]] => Leaves Lobed. An acorn. A gall.",
                "![[oak#^acorn]] => An acorn.",
            })
    void showsTheWholeASectionOrABlock(String text, String shown) throws IOException {
        Document page = host(text);
        page.select(".embed-source, .footnotes").remove();
        assertThat(only(page, ".embed").text()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "![[oak]], /garden/trees/Oak",
        "![[oak#Bark]], /garden/trees/Oak#bark",
        "![[oak#^acorn]], /garden/trees/Oak#%5Eacorn"
    })
    void namesItsSource(String text, String href) throws IOException {
        Element source = only(host(text), ".embed > .embed-source a");
        assertThat(source.text()).isEqualTo("The Oak");
        assertThat(source.attr("href")).isEqualTo(href);
    }

    @Test
    void linksLeadWhereTheyLeadFromTheEmbeddedNote() throws IOException {
        assertThat(only(host("![[oak]]"), ".embed > p:not(.embed-source) a.internal")
                        .attr("href"))
                .isEqualTo("/garden/trees/birch");
    }

    @Test
    void partsTheParagraphItStandsIn() throws IOException {
        Document page = host("See ![[birch]] and *go* on\n![[birch]]\n![[birch]]");
        assertThat(page.body().children().eachText())
                .containsExactly("See", "birch White.", "and go on", "birch White.", "birch White.");
        assertThat(html("host")).doesNotContain("<p></p>");
    }

    @Test
    void isALinkWhereNoBlockMayStand() throws IOException {
        Document page = host("# On ![[birch]]\n\n*![[birch]]* [![[birch]]](oak.md)\n\n|![[birch]]|\n|-|\n|![[birch]]|");
        assertThat(page.select("h2 .embed, p .embed, th .embed")).isEmpty();
        assertThat(page.select("h2 a, em a, th a").eachAttr("href"))
                .containsOnly("/garden/trees/birch")
                .hasSize(3);
        assertThat(page.select("td .embed")).hasSize(1);
    }

    @Test
    void idsAreThoseOfTheirPlaceAndNoneIsThereTwice() throws IOException {
        Document page = host("# Bark\n\nx[^a]\n\n![[oak]]\n\n![[oak#Bark]]\n\n[^a]: Own.");
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates().contains("bark", "fn:1", "e1:bark", "e1:fn:1", "e2:bark", "e2:fn:2");
        assertThat(page.select("a[href^=#]").eachAttr("href"))
                .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
    }

    @Test
    void footnotesComeWithThePartAndKeepTheirNumbers() throws IOException {
        Document page = host("![[oak#Bark]]");
        assertThat(page.select(".embed sup").eachText()).containsExactly("2", "3");
        assertThat(page.select(".embed .footnotes li").eachAttr("value")).containsExactly("2", "3");
        assertThat(page.select(".embed .footnotes li").eachText()).containsExactly("Second3. ↩", "Third. ↩");
    }

    @Test
    void headingsOfPartsAreNotInTheContents() throws IOException {
        host("# One\n\n![[oak]]\n\n# Two");
        assertThat(garden.note("host").toc()).extracting(Heading::text).containsExactly("One", "Two");
    }

    @Test
    void textThatLooksLikeAGapOrAnIdIsText() throws IOException {
        garden.plant(
                "--- a.md\n![[b]]\n--- b.md\nid=\"x\" href=\"#y\" <div data-gap=\"0\"></div> `<div data-gap=\"0\">`\n");
        Element shown = only(page("a"), ".embed");
        assertThat(shown.text()).isEqualTo("b id=\"x\" href=\"#y\" <div data-gap=\"0\">");
        assertThat(shown.select("[data-gap]")).isEmpty();
    }

    @Test
    void followsWhatItShows() throws IOException {
        host("![[birch]]");
        garden.plant("--- trees/birch.md\nSilver.\n");
        assertThat(page("host").text()).isEqualTo("birch Silver.");
        garden.plant("", "trees/birch.md");
        assertThat(page("host").text()).isEqualTo("Nothing to show: birch");
    }

    @Test
    void aPartIsRenderedOnceForAllWhoShowIt() throws IOException {
        garden.plant(OAK + "--- a.md\n![[birch]]\n--- b.md\n![[birch]] ![[birch]]\n");
        html("a");
        html("b");
        html("trees/birch");
        assertThat(garden.renderings()).isEqualTo(3);
        garden.plant("--- a.md\n![[birch]] more\n");
        html("a");
        assertThat(garden.renderings()).isEqualTo(4);
    }

    @Test
    void partsShowPartsAndRepeatNone() throws IOException {
        garden.plant("--- a.md\nA ![[b]]\n--- b.md\nB ![[c]]\n--- c.md\nC ![[a]]\n");
        assertThat(page("a").text()).isEqualTo("A b B c C a embeds itself here.");
        assertThat(only(page("a"), "p.embed-notice a").attr("href")).isEqualTo("/garden/a");
    }

    @Test
    void aNoteShowsItsOwnSectionButNotInsideIt() throws IOException {
        assertThat(host("![[#S]]\n\n# S\n\ns ![[#S]]\n\n![[host]]").text())
                .isEqualTo("host S s host embeds itself here. host embeds itself here."
                        + " S s host S s host embeds itself here. host embeds itself here. host embeds itself here.");
    }

    @Test
    void nestsFiveDeep() throws IOException {
        garden.plant(IntStream.range(0, 9)
                .mapToObj(i -> "--- n" + i + ".md\n" + i + " ![[n" + (i + 1) + "]]\n")
                .collect(Collectors.joining()));
        assertThat(page("n0").text()).isEqualTo("0 n1 1 n2 2 n3 3 n4 4 n5 5 n6 is not shown: embeds reach 5 deep.");
    }

    @Test
    void anUnlistedNoteIsShown() throws IOException {
        garden.plant("--- a.md\n![[shy]]\n--- shy.md\n---\nunlisted: true\n---\nReserved.\n");
        assertThat(page("a").text()).isEqualTo("shy Reserved.");
    }

    @Test
    void aMissingPartSaysSo() throws IOException {
        Element link = only(host("![[oak#Roots]]"), ".embed-notice a");
        assertThat(link.attr("title")).isEqualTo("\"The Oak\" has no part named \"Roots\"");
        assertThat(link.attr("href")).isEqualTo("/garden/trees/Oak");
    }

    @Test
    void aDrawingKeptAsANoteIsALink() throws IOException {
        garden.plant("--- a.md\n![[plan.excalidraw]]\n--- plan.excalidraw.md\n{\"data\": 1}\n");
        assertThat(page("a").text()).isEqualTo("plan.excalidraw");
    }

    @Test
    void tenThousandEmbedsOfOneNoteEnd() throws IOException {
        garden.plant("--- a.md\n" + "![[b]]\n\n".repeat(10_000) + "--- b.md\nx\n");
        Document page = page("a");
        assertThat(page.select(".embed")).hasSize(1_000);
        assertThat(page.select("p.embed-notice")).hasSize(9_000);
    }

    @Test
    void aHundredNotesThatEmbedEachOtherEnd() throws IOException {
        String all =
                IntStream.range(0, 100).mapToObj(i -> "![[n" + i + "]]\n\n").collect(Collectors.joining());
        garden.plant(IntStream.range(0, 100)
                .mapToObj(i -> "--- n" + i + ".md\n" + "x".repeat(20_000) + "\n\n" + all)
                .collect(Collectors.joining()));
        assertThat(html("n0").length()).isLessThan(8 << 20);
    }

    @Test
    void aLargeNoteIsShownWhileThereIsRoom() throws IOException {
        garden.plant("--- a.md\n" + "![[b]]\n\n".repeat(20) + "--- b.md\n" + "word & ".repeat(140_000) + "\n");
        String html = html("a");
        assertThat(html.length()).isLessThan(8 << 20);
        assertThat(Jsoup.parseBodyFragment(html).select(".embed")).hasSizeBetween(4, 7);
        assertThat(html).contains("is not shown: this page is as long as it may be.");
    }

    @Test
    void fiveThousandSectionsOfALargeNoteEnd() throws IOException {
        String sections = IntStream.range(0, 5_000)
                .mapToObj(i -> "# h" + i + "\n\n" + "word ".repeat(30) + "\n\n")
                .collect(Collectors.joining());
        String embeds =
                IntStream.range(0, 5_000).mapToObj(i -> "![[b#h" + i + "]]\n\n").collect(Collectors.joining());
        garden.plant("--- a.md\n" + embeds + "--- b.md\n" + sections);
        assertThat(page("a").select(".embed")).hasSizeBetween(1, 1_000);
    }
}
