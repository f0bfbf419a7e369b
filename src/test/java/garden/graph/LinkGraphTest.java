package garden.graph;

import static org.assertj.core.api.Assertions.assertThat;

import garden.graph.Resolution.Ambiguous;
import garden.graph.Resolution.Missing;
import garden.graph.Resolution.Resolved;
import garden.note.NameKey;
import garden.note.NotePath;
import garden.note.SampleNotes;
import garden.note.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LinkGraphTest {

    @Test
    void nameLeadsToTheOnlyFileOfThatName() {
        checkLinks("""
            --- index.md
            [[Elm]] [[elm.md]] [[trees/elm]] [[photo.png]]
            --- trees/elm.md
            --- img/photo.png
            """, """
            trees/elm.md ONLY_NAME
            trees/elm.md ONLY_NAME
            trees/elm.md ONLY_NAME
            img/photo.png ONLY_NAME\
            """);
    }

    @Test
    void dotsInNamesAreNoSuffix() {
        checkLinks("""
            --- index.md
            [[Node.js]] [[v1.2]]
            --- Node.js.md
            --- v1.2.md
            """, """
            Node.js.md ONLY_NAME
            v1.2.md ONLY_NAME\
            """);
    }

    @Test
    void wholePathBeatsNeighbour() {
        checkLinks("""
            --- b/index.md
            [[note]]
            --- b/note.md
            --- note.md
            """, "note.md WHOLE_PATH");
    }

    @Test
    void ownFolderBeatsShorterPath() {
        checkLinks("""
            --- long/index.md
            [[note]]
            --- long/deep/note.md
            --- x/note.md
            """, "long/deep/note.md OWN_FOLDER instead of x/note.md");
    }

    @Test
    void elseTheShortestPathIsTakenAndTheOthersNamed() {
        checkLinks("""
            --- c/index.md
            [[note]]
            --- aaa/note.md
            --- bb/note.md
            """, "bb/note.md SHORTEST_PATH instead of aaa/note.md");
    }

    @Test
    void fileNameBeatsAliasAndAliasBeatsTitle() {
        checkLinks("""
            --- index.md
            [[ash]] [[rowan]] [[Sorb]]
            --- ash.md
            --- mountain.md
            alias: ash
            alias: rowan
            --- other.md
            title: rowan
            --- whitebeam.md
            title: Sorb
            """, """
            ash.md ONLY_NAME
            mountain.md ALIAS
            whitebeam.md TITLE\
            """);
    }

    @Test
    void twoOwnersOfAnAliasAreAmbiguous() {
        checkLinks("""
            --- index.md
            [[ash]]
            --- a.md
            alias: Ash
            --- b.md
            alias: ash
            """, "ambiguous ALIAS: a.md, b.md");
    }

    @Test
    void relativeAndRootPathsAreFollowedExactly() {
        checkLinks("""
            --- a/b/note.md
            [[../x]] [[./y]] [[/x]] [[../../../x]] [[../z]]
            --- a/x.md
            --- a/b/y.md
            --- x.md
            --- z.md
            """, """
            a/x.md RELATIVE_PATH
            a/b/y.md RELATIVE_PATH
            x.md ROOT_PATH
            missing RELATIVE_PATH
            missing RELATIVE_PATH\
            """);
    }

    @Test
    void markdownLinksAreReadAsABrowserWouldWhenNoNameFits() {
        checkLinks("""
            --- guide/start.md
            (deploy) (nginx/)
            --- guide/deploy/index.md
            --- guide/nginx/README.md
            """, """
            guide/deploy/index.md WEB_PATH
            guide/nginx/README.md WEB_PATH\
            """);
    }

    /** As on GitHub and in every editor: the address that a Markdown link says, read from the note's folder. */
    @Test
    void markdownLinkLeadsToTheFileThatStandsExactlyThere() {
        checkLinks("""
            --- rpc/index.md
            (security.md) (api/../security.md) (img/logo.png) (api/security.md) !(img/logo.png)
            --- SECURITY.md
            --- rpc/security.md
            --- api/security.md
            --- img/logo.png
            --- rpc/img/logo.png
            """, """
            rpc/security.md IN_PLACE
            rpc/security.md IN_PLACE
            rpc/img/logo.png IN_PLACE
            api/security.md ONLY_NAME
            rpc/img/logo.png IN_PLACE\
            """);
    }

    /** What is not spelled so, or is no whole address, is found by name; wikilinks always are, as in Obsidian. */
    @Test
    void otherSpellingsAndWikilinksAreFoundByName() {
        checkLinks("""
            --- rpc/index.md
            (Security.md) (security) [[security.md]] [[security]]
            --- SECURITY.md
            --- rpc/security.md
            """, """
                SECURITY.md WHOLE_PATH
                SECURITY.md WHOLE_PATH
                SECURITY.md WHOLE_PATH
                SECURITY.md WHOLE_PATH
                """.strip());
    }

    @Test
    void tagsAndFoldersAreTargets() {
        checkLinks("""
            --- index.md
            (tags/Fruit) (trees/) [[tags/none]]
            --- trees/elm.md
            tag: fruit/stone
            """, """
            tag fruit LISTING
            folder trees LISTING
            missing NOTHING\
            """);
    }

    @Test
    void headingIsFoundByTextOrAnchorAndByItsParentAndBlockByItsId() {
        checkLinks("""
            --- index.md
            [[elm#Bark & leaf]] [[elm#bark--leaf]] [[elm#Old#Care]] [[elm##Care]] [[elm#gone]] [[elm#^Block]] [[elm#Old#^block]] [[elm#^gone]]
            --- elm.md
            # Bark & leaf
            # Care
            # Old
            # Care
            ^block
            """, """
            elm.md#bark--leaf ONLY_NAME
            elm.md#bark--leaf ONLY_NAME
            elm.md#care-1 ONLY_NAME
            elm.md#care ONLY_NAME
            elm.md#! ONLY_NAME
            elm.md#^block ONLY_NAME
            elm.md#^block ONLY_NAME
            elm.md#! ONLY_NAME\
            """);
    }

    @Test
    void namesAreComparedInNfcAndLowerCase() {
        checkLinks("--- index.md\n[[CAFE\u0301]]\n--- caf\u00e9.md\n", "caf\u00e9.md ONLY_NAME");
    }

    @Test
    void backlinksNameTheLinkingNoteNeverTheTargetItself() {
        LinkGraph graph = graph("""
            --- a.md
            # Trees
            the [[elm]] grows
            --- b.md
            unlisted
            [[elm]]
            --- elm.md
            [[elm]]
            """);
        List<Backlink> backlinks = graph.backlinks(new Target.File(new NotePath("elm.md")));
        assertThat(backlinks)
                .extracting(backlink -> backlink.from().path().value())
                .containsExactly("a.md");
        assertThat(backlinks.getFirst().link().place().excerpt().text()).isEqualTo("the [[elm]] grows");
    }

    @Test
    void problemsSayWhatTheAuthorCanDo() {
        assertThat(graph("""
            --- index.md
            [[elm]] and
            [[ash#bark]] and [[rowan]] and [[ash#^b]]
            --- ash.md
            --- a/rowan.md
            --- b/rowan.md
            """).problems())
                .extracting(LocatedProblem::toString)
                .containsExactly(
                        "index.md:1: broken link [[elm]]: no note has this name",
                        "index.md:2: link [[rowan]] takes a/rowan.md, but could as well be b/rowan.md; write a path to"
                                + " choose",
                        "index.md:2: link [[ash#bark]] names a heading that ash.md does not have",
                        "index.md:2: link [[ash#^b]] names a block that ash.md does not have");
    }

    @Test
    void asNearAndAsShortIsATieAndAllAreNamed() {
        checkLinks("""
            --- index.md
            [[elm]]
            --- b/Elm.md
            --- a/Elm.md
            --- deep/er/elm.md
            """, "a/Elm.md TIE instead of b/Elm.md, deep/er/elm.md");
        checkLinks("""
            --- index.md
            [[elm]]
            --- Elm.md
            --- elm.md
            """, "elm.md TIE instead of Elm.md");
    }

    @Test
    void missingNamesKnowWhoWantsThem() {
        LinkGraph graph = graph("--- a.md\n[[Elm]]\n--- b.md\n[[elm.md]]\n");
        assertThat(graph.missingBacklinks(new NameKey("ELM")))
                .extracting(backlink -> backlink.from().path().value())
                .containsExactly("a.md", "b.md");
    }

    @Test
    void notesOfOtherSuffixesAreNamedWithAndWithoutThem() {
        checkLinks("""
            --- index.md
            [[fir]] [[trees/fir]] [[fir.markdown]] [x](trees/fir) [x](trees/fir.md) [x](bogs/) [[twin]] [[twin.markdown]] [[twin.md]]
            (trees/fir.mdown) [[fir.mkd]] [[bogs/readme.mkd]]
            --- trees/fir.markdown
            title: The fir
            --- bogs/README.mkd
            --- twin.md
            --- twin.markdown
            """, """
            trees/fir.markdown ONLY_NAME
            trees/fir.markdown ONLY_NAME
            trees/fir.markdown ONLY_NAME
            trees/fir.markdown ONLY_NAME
            trees/fir.markdown ONLY_NAME
            bogs/README.mkd WEB_PATH
            twin.md WHOLE_PATH instead of twin.markdown
            twin.markdown ONLY_NAME
            twin.md ONLY_NAME
            missing NOTHING
            missing NOTHING
            bogs/README.mkd ONLY_NAME\
            """);
    }

    @Test
    void tagHoldsTheNotesOfTheTagsInside() {
        LinkGraph graph = graph("--- a.md\ntag: Usa/Doe\n--- b.md\ntag: usa\n--- c.md\ntag: usa\nunlisted\n");
        assertThat(graph.tags().get(new NameKey("usa"))).containsExactly(new NotePath("a.md"), new NotePath("b.md"));
        assertThat(graph.tag(new NameKey("usa/doe"))).contains(new Tag("Usa/Doe"));
    }

    /** Each is asked for on the note's page; looking through all of them for each took minutes. */
    @Test
    @Timeout(60)
    void aNoteOfManyTagsKnowsHowItSpellsEach() {
        StringBuilder text = new StringBuilder("--- a.md\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("tag: A/b/c/d/e/f/g/h/i/T").append(i).append('\n');
        }
        LinkGraph graph = graph(text.toString());
        assertThat(graph.tags()).hasSize(20_009);
        for (int i = 0; i < 20_000; i++) {
            assertThat(graph.tag(new NameKey("a/b/c/d/e/f/g/h/i/t" + i))).contains(new Tag("A/b/c/d/e/f/g/h/i/T" + i));
        }
    }

    /** Checks where the links of the first note lead, a line each. */
    private static void checkLinks(String notes, String expected) {
        SampleNotes sample = SampleNotes.of(notes);
        LinkGraph graph = LinkGraph.of(sample.notes(), sample.attachments());
        String actual = graph.links(sample.notes().getFirst().path()).stream()
                .map(resolved -> print(resolved.resolution()))
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
        assertThat(actual).isEqualTo(expected);
    }

    private static LinkGraph graph(String notes) {
        SampleNotes sample = SampleNotes.of(notes);
        return LinkGraph.of(sample.notes(), sample.attachments());
    }

    private static String print(Resolution resolution) {
        return switch (resolution) {
            case Missing missing -> "missing " + missing.rule();
            case Ambiguous several -> "ambiguous " + several.rule() + ": " + join(several.candidates());
            case Resolved to ->
                print(to) + " " + to.rule() + (to.others().isEmpty() ? "" : " instead of " + join(to.others()));
        };
    }

    private static String print(Resolved to) {
        String target = switch (to.target()) {
            case Target.File file -> file.path().value();
            case Target.FolderPage page -> "folder " + page.folder();
            case Target.TagPage page -> "tag " + page.tag();
        };
        String anchor = to.heading() == Resolution.HeadingMatch.MISSING ? "!" : to.anchor();
        return anchor.isEmpty() ? target : target + "#" + anchor;
    }

    private static String join(List<NotePath> paths) {
        return String.join(", ", paths.stream().map(NotePath::value).toList());
    }

    @Test
    void listsTellNothingOfUnlistedNotes() {
        SampleNotes sample = SampleNotes.of("""
            --- a.md
            [[shy]] [[shy#gone]] [[b]] [[name]]
            --- b.md
            alias: name
            [[nowhere]]
            --- shy.md
            unlisted
            alias: name
            [[nowhere too]]
            """);
        LinkGraph graph = LinkGraph.of(sample.notes(), List.of());

        assertThat(graph.listedProblems())
                .extracting(located -> located.path() + " " + located.problem().message())
                .containsExactly("b.md broken link [[nowhere]]: no note has this name");
        assertThat(graph.problems()).hasSize(3);
        assertThat(graph.listedCount()).isEqualTo(2);
        assertThat(graph.linkCount()).isEqualTo(3);
        assertThat(graph.listedLinks(sample.notes().getFirst()))
                .extracting(link -> link.link().target())
                .containsExactly("b", "name");
    }
}
