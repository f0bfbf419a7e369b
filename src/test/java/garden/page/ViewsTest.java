package garden.page;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.NotePath;
import garden.note.Slug;
import garden.page.view.Layout;
import garden.page.view.Layout.Anchor;
import garden.page.view.PropertyLine;
import garden.page.view.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewsTest {

    private static final String ORCHARD = """
        --- trees/quince.md
        ---
        tags: [Fruit, fruit/pome]
        ---
        Hard and sour, says the [[quince]] note itself. #fruit #garden

        ## Soil
        Moist.

        ## Wall
        Warm.
        --- kitchen/paste.md
        Begins with a [[quince]]. Ends with [[quinse]].

        # Method
        Wash each [[quince|fruit]] first. Then wait for [[Medlar graft]].
        --- tags/fruit.md
        All that is sweet, [[quince]] included.
        --- shed/note to self.md
        ---
        unlisted: true
        tags: fruit
        ---
        The [[quince]] is mine.
        --- shed/leaf.png
        green
        --- shed/wall.md
        ![[leaf.png]] and [[nowhere to go]]
        """;

    @AutoClose
    private PlantedGarden garden;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        garden = new PlantedGarden(folder);
    }

    @Test
    void aNoteIsLinkedFromOthersEachWithSentenceAndHeading() throws IOException {
        garden.plant(ORCHARD);
        assertThat(garden.note("trees/quince").backlinks().groups())
                .containsExactly(
                        new View.BacklinkGroup(
                                new Anchor("/garden/tags/fruit", "fruit"),
                                List.of(new View.Mention(
                                        "All that is sweet, ", "quince", " included.", "/garden/tags/fruit", ""))),
                        new View.BacklinkGroup(
                                new Anchor("/garden/kitchen/paste", "paste"),
                                List.of(
                                        new View.Mention("Begins with a ", "quince", ".", "/garden/kitchen/paste", ""),
                                        new View.Mention(
                                                "Wash each ",
                                                "fruit",
                                                " first.",
                                                "/garden/kitchen/paste#method",
                                                "Method"))));
    }

    @Test
    void aNoteShowsItsHeadingsUnlessItSaysNot() throws IOException {
        garden.plant(ORCHARD).plant("--- plain.md\n---\ntoc: false\n---\n# One\n# Two\n");
        assertThat(garden.note("trees/quince").toc())
                .extracting(heading -> heading.level() + " " + heading.text() + " #" + heading.anchor())
                .containsExactly("2 Soil #soil", "2 Wall #wall");
        assertThat(garden.note("plain").toc()).isEmpty();
    }

    @Test
    void anAliasThatIsTheTitleIsNotShown() throws IOException {
        garden.plant("--- elm.md\n---\ntitle: The Elm\naliases: [the elm, Ulmus]\n---\n");
        assertThat(garden.note("elm").content().properties().aliases()).containsExactly("Ulmus");
    }

    @Test
    void aNoteTellsWhatIsWrongInItself() throws IOException {
        garden.plant("--- torn.md\n---\ntags: [a\n---\nStill shown. [[nowhere]]\n");
        View.NoteView torn = garden.note("torn");
        assertThat(torn.problems())
                .extracting(View.ProblemLine::message)
                .last()
                .isEqualTo("broken link [[nowhere]]: no note has this name");
        assertThat(torn.problems()).hasSize(2);
        assertThat(torn.problems().getFirst().note()).isEqualTo(new Anchor("/garden/torn", "torn.md"));
        assertThat(torn.problems().getFirst().message()).startsWith("front matter");
        assertThat(torn.content().body().value()).contains("Still shown.");
    }

    @Test
    void aTagIsSaidOnceHoweverItIsSpelled() throws IOException {
        garden.plant(ORCHARD);
        assertThat(garden.note("trees/quince").content().tags())
                .containsExactly(
                        new Anchor("/garden/tags/fruit", "Fruit"),
                        new Anchor("/garden/tags/fruit/pome", "fruit/pome"),
                        new Anchor("/garden/tags/garden", "garden"));
    }

    @Test
    void aTagHasTheNoteThatIntroducesItAndTheTagsInside() throws IOException {
        garden.plant(ORCHARD);
        View.TagView tag = (View.TagView) garden.at("tags/fruit");
        assertThat(tag.introduction().orElseThrow().content().body().value()).contains("All that is sweet");
        assertThat(tag.inside())
                .containsExactly(new View.TagLine(new Anchor("/garden/tags/fruit/pome", "fruit/pome"), 1, 0));
        assertThat(tag.listing().notes()).extracting(line -> line.link().text()).containsExactly("quince");
        assertThat(tag.layout().breadcrumb())
                .containsExactly(new Anchor("/garden/", "An Orchard"), new Anchor("/garden/tags/", "tags"));
    }

    @Test
    void eachPageOfAListIsAPageOfItsOwn() throws IOException {
        garden.plant(ORCHARD);
        assertThat(garden.at("trees/").layout().canonical()).contains("https://example.org/garden/trees/");
        assertThat(garden.at("trees/", 2).layout().canonical()).contains("https://example.org/garden/trees/?page=2");
        assertThat(garden.at("tags/fruit", 2).layout().canonical())
                .contains("https://example.org/garden/tags/fruit?page=2");
        assertThat(garden.views().recent(garden.viewing(), 2).layout().live()).contains("/-/recent?page=2");
    }

    @Test
    void aFolderOfOneNoteThatIntroducesItIsThatNote() throws IOException {
        garden.plant(ORCHARD).plant("--- trees/index.md\nWhat stands here.\n--- a.md\n[[trees/]] [[trees/index]]\n");
        View.NoteView trees = garden.note("trees/");
        assertThat(trees.listing().orElseThrow().notes())
                .extracting(line -> line.link().text())
                .containsExactly("quince");
        assertThat(trees.layout().canonical()).contains("https://example.org/garden/trees/");
        assertThat(trees.layout().breadcrumb()).containsExactly(new Anchor("/garden/", "An Orchard"));
    }

    @Test
    void propertiesAreLinkedBothWays() throws IOException {
        garden.plant("""
            --- a.md
            ---
            by: ['[[b|Bee]]', '[[gone]]']
            site: https://e.org
            cover: leaf.png
            ---
            --- b.md
            x
            --- leaf.png
            .
            """);
        assertThat(garden.note("a").content().properties().lines())
                .containsExactly(
                        new PropertyLine(
                                "by",
                                new PropertyLine.Chips(List.of(
                                        word("Bee", "internal", "/garden/b", "b"),
                                        word("gone", "internal broken", "/garden/gone", "nothing is named \"gone\"")))),
                        new PropertyLine("site", word("https://e.org", "external", "https://e.org", null)));
        assertThat(garden.note("b").backlinks().groups())
                .containsExactly(new View.BacklinkGroup(
                        new Anchor("/garden/a", "a"),
                        List.of(new View.Mention("", "Bee", "", "/garden/a", "in property by"))));
        assertThat(garden.snapshot().garden().attachment(new NotePath("leaf.png")))
                .isPresent();
    }

    private static PropertyLine.Words word(String text, String style, String href, @Nullable String tooltip) {
        return new PropertyLine.Words(
                List.of(new PropertyLine.Word(text, style, Optional.of(href), Optional.ofNullable(tooltip))));
    }

    @Test
    void theIntroductionOfATagHasAllThatANoteHas() throws IOException {
        garden.plant("""
            --- a.md
            #x
            --- tags/x.md
            ---
            tags: [7]
            ---
            # One
            # Two
            --- tags/index.md
            All of them.
            --- b.md
            [[tags/]]
            """);
        View.Introduction introduction =
                ((View.TagView) garden.at("tags/x")).introduction().orElseThrow();
        assertThat(introduction.toc()).hasSize(2);
        assertThat(introduction.problems()).hasSize(1);
        assertThat(introduction.sourceHref()).isEqualTo("/garden/tags/x.md");
        assertThat(introduction.content().modified()).isPresent();
        View.TagsView tags = (View.TagsView) garden.at("tags/");
        assertThat(tags.introduction().orElseThrow().content().body().value()).contains("All of them.");
        assertThat(tags.backlinks().groups())
                .extracting(group -> group.from().text())
                .containsExactly("b");
    }

    @Test
    void manyBacklinksHaveAPageOfTheirOwn() throws IOException {
        garden.plant("--- a.md\nx\n"
                + IntStream.rangeClosed(1, 151)
                        .mapToObj(i ->
                                "--- from %03d.md\n%s[[a]]\n".formatted(i, i == 7 ? "---\nunlisted: true\n---\n" : ""))
                        .collect(Collectors.joining()));
        View.Backlinks first = garden.note("a").backlinks();
        assertThat(first.groups()).hasSize(50);
        assertThat(first.more()).isEqualTo(100);
        assertThat(first.href()).isEqualTo("/garden/-/backlinks/a");
        View.BacklinksView all = (View.BacklinksView)
                garden.views().backlinks(garden.viewing(), new Slug("a"), 2).orElseThrow();
        assertThat(all.total()).isEqualTo(150);
        assertThat(all.backlinks()).hasSize(50);
        assertThat(all.paging().previous()).contains("/garden/-/backlinks/a");
        assertThat(all.layout().isIndexed()).isFalse();
        assertThat(garden.views().backlinks(garden.viewing(), new Slug("gone"), 1))
                .isEmpty();
    }

    @Test
    void recentChangesAreListedByDay() throws IOException {
        garden.plant("--- a.md\nx\n--- b.md\ny\n").plant("--- c.md\nz\n");
        View.RecentView recent = (View.RecentView) garden.views().recent(garden.viewing(), 1);
        assertThat(recent.days())
                .extracting(day -> day.date() + " "
                        + day.notes().stream().map(line -> line.link().text()).collect(Collectors.joining(" ")))
                .containsExactly("2024-01-02T00:00:00Z c", "2024-01-01T00:00:00Z a b");
    }

    @Test
    void aDateBeyondAllCalendarsIsAProblemOfItsNoteAlone() throws IOException {
        garden.plant("--- far.md\n---\nmodified: +999999999-12-31T23:59:00-18:00\n---\nfar\n");
        assertThat(garden.everyPage("", "far"))
                .allSatisfy(page -> assertThat(page).doesNotContain("datetime=\"+"));
        assertThat(garden.note("far").problems()).hasSize(1);
    }

    @Test
    void linksLeadToPlacesThatTheirAuthorMarked() throws IOException {
        garden.plant("""
            --- a.md
            [[b#x]] [t](b.md#y) [[b#Z]] [[b#own]] [[#here]] [[b#no]] <a name=here></a>
            --- b.md
            <a name="x"></a>1 <span id=y>2</span>

            <div id=z>3</div>

            ## Words {#own}
            """);
        assertThat(garden.note("a").content().body().value())
                .contains("href=\"/garden/b#x\"", "b#y\"", "b#z\"", "b#own\"", "a#here\"", "<a id=\"here\">");
        assertThat(garden.note("a").problems()).hasSize(1);
        assertThat(garden.snapshot().garden().graph().problems())
                .extracting(located -> located.problem().message())
                .singleElement()
                .asString()
                .contains("[[b#no]]");
    }

    @Test
    void problemsStandByKindWithAHint() throws IOException {
        garden.plant(ORCHARD).plant("--- b.md\n[[quince#nothing]]\n");
        View.ProblemsView problems = (View.ProblemsView) garden.views().problems(garden.viewing(), 1);
        assertThat(problems.groups())
                .extracting(View.ProblemGroup::title)
                .containsExactly("Broken links", "Missing headings");
        assertThat(problems.groups().getFirst().problems())
                .contains(new View.ProblemLine(
                        new Anchor("/garden/kitchen/paste", "kitchen/paste.md"),
                        1,
                        "broken link [[quinse]]: no note has this name",
                        "Did you mean [[quince]]?"));
        assertThat(problems.total()).isEqualTo(4);
    }

    @Test
    void nothingFoundNamesWhatIsNearAndWhoWantsIt() throws IOException {
        garden.plant(ORCHARD);
        View.NotFoundView near = (View.NotFoundView) garden.views().notFound(garden.viewing(), "trees/quinse");
        assertThat(near.nearest()).contains(new Anchor("/garden/trees/quince", "quince"));
        assertThat(near.layout().canonical()).isEmpty();
        assertThat(near.layout().isIndexed()).isFalse();
        View.NotFoundView wanted = (View.NotFoundView) garden.views().notFound(garden.viewing(), "Medlar-graft");
        assertThat(wanted.wantedBy().groups())
                .extracting(group ->
                        group.from().text() + ": " + group.mentions().getFirst().before())
                .containsExactly("paste: Then wait for ");
    }

    @Test
    void anUnlistedNoteIsShownButNotIndexedListedOrCounted() throws IOException {
        garden.plant(ORCHARD);
        Layout unlisted = garden.note("shed/note-to-self").layout();
        assertThat(unlisted.isIndexed()).isFalse();
        assertThat(unlisted.description()).isEmpty();
        Layout listed = garden.note("trees/quince").layout();
        assertThat(listed.isIndexed()).isTrue();
        assertThat(listed.canonical()).contains("https://example.org/garden/trees/quince");
        assertThat(garden.everyPage("", "shed/", "tags/", "tags/fruit", "trees/quince"))
                .allSatisfy(page -> assertThat(page).doesNotContain("note-to-self", "note to self"));
    }

    @Test
    void theBasePathStandsBeforeEveryHref() throws IOException {
        garden.plant(ORCHARD);
        for (String html : garden.everyPage(
                "", "shed/", "shed/wall", "tags/", "tags/fruit", "tags/fruit/pome", "trees/quince", "kitchen/paste")) {
            Elements all = Jsoup.parse(html).select("[href], [src], [action]");
            assertThat(all)
                    .extracting(element -> element.attr("href") + element.attr("src") + element.attr("action"))
                    .allMatch(href -> href.matches("(https://example\\.org)?/garden/.*|#.+"));
        }
    }

    @Test
    void aBodyFollowsItsLinkWhereverTheTargetMoves() throws IOException {
        garden.plant("--- a.md\nSee [[quince]].\n--- trees/quince.md\nx\n");
        assertThat(links("a").attr("href")).isEqualTo("/garden/trees/quince");
        garden.plant("--- fruit/quince.md\nx\n", "trees/quince.md");
        assertThat(links("a").attr("href")).isEqualTo("/garden/fruit/quince");
        garden.plant("", "fruit/quince.md");
        assertThat(links("a").hasClass("broken")).isTrue();
    }

    @Test
    void aBodyIsRenderedOnceWhileNothingThatItShowsChanges() throws IOException {
        garden.plant("--- a.md\nSee [[quince]].\n--- trees/quince.md\nx\n");
        links("a");
        garden.plant("--- other.md\n[[a]]\n");
        links("a");
        assertThat(garden.renderings()).isEqualTo(1);
    }

    /** The first one's rendering goes on only when all others wait or, which they should not, are done. */
    @Test
    void aBodyThatManyAskForAtOnceIsRenderedOnce() throws Exception {
        garden.plant("--- a.md\nSee [[quince]].\n--- trees/quince.md\nx\n");
        OthersAtOnce others = new OthersAtOnce(() -> links("a"));
        garden.duringRendering(others::ask);
        assertThat(links("a")).hasSize(1);
        others.join();
        assertThat(garden.renderings()).isEqualTo(1);
    }

    private Elements links(String spelling) {
        return Jsoup.parse(garden.note(spelling).content().body().value()).select("a");
    }
}
