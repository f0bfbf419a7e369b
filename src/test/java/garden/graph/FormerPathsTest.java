package garden.graph;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import garden.note.SampleNotes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Links that name a file as it was once called. */
class FormerPathsTest {

    @Test
    void aNameThatNobodyHasNowLeadsToWhoHadIt() {
        checkFirstNote("""
            --- index.md
            [[elm]] [[Trees/ELM]] [[trees/elm.md]] (trees/elm.md) [[/trees/elm]] [[photo.png]]
            --- ulmus.md
            --- img/leaf.png
            """, "trees/elm.md > ulmus.md, photo.png > img/leaf.png", """
            ulmus.md by FORMER_NAME, write [[ulmus]]
            ulmus.md by FORMER_NAME, write [[ulmus]]
            ulmus.md by FORMER_NAME, write [[ulmus.md]]
            ulmus.md by FORMER_NAME, write (ulmus.md)
            ulmus.md by FORMER_NAME, write [[/ulmus]]
            img/leaf.png by FORMER_NAME, write [[leaf.png]]\
            """);
    }

    @Test
    void notesOfOtherSuffixesAlike() {
        checkFirstNote("""
            --- a/index.md
            [[elm]] [[elm.markdown]] (../trees/elm) (elm.markdown) [[oak]] (ash.mkd)
            --- ulmus.mkd
            --- b/quercus.md
            """, "trees/elm.markdown > ulmus.mkd, a/oak.mdown > ulmus.mkd, a/ash.mkd > b/quercus.md", """
            ulmus.mkd by FORMER_NAME, write [[ulmus]]
            ulmus.mkd by FORMER_NAME, write [[ulmus.mkd]]
            ulmus.mkd by FORMER_NAME, write (../ulmus)
            ulmus.mkd by FORMER_NAME, write (ulmus.mkd)
            ulmus.mkd by FORMER_NAME, write [[ulmus]]
            b/quercus.md by FORMER_NAME, write (../b/quercus.md)\
            """);
    }

    @Test
    void aLivingNameAliasTitleOrFolderComesFirst() {
        checkFirstNote("""
            --- index.md
            [[elm]] [[ash]] [[oak]] [[trees]] [[trees/elm]]
            --- deep/elm.md
            --- a.md
            alias: ash
            --- b.md
            title: oak
            --- trees/x.md
            --- new.md
            """, "trees/elm.md > new.md, ash.md > new.md, oak.md > new.md, trees.md > new.md", """
            deep/elm.md by ONLY_NAME
            a.md by ALIAS
            b.md by TITLE
            trees/x.md's folder by LISTING
            new.md by FORMER_NAME, write [[new]]\
            """);
    }

    @Test
    void theHeadingIsLookedForInTheFileAsItIsNow() {
        checkFirstNote("""
            --- index.md
            [[elm#leaves]] [[elm#roots]]
            --- ulmus.md
            # leaves
            """, "elm.md > ulmus.md", """
            ulmus.md#leaves by FORMER_NAME, write [[ulmus#leaves]]
            ulmus.md by FORMER_NAME, write [[ulmus#roots]]\
            """);
    }

    @Test
    void severalThatHadTheNameAreChosenFromAsIfTheyHadItStill() {
        checkFirstNote("""
            --- b/index.md
            [[elm]] [[a/elm]] [[oak]]
            --- new a.md
            --- new b.md
            """, "a/elm.md > new a.md, b/elm.md > new b.md, a/oak.md > new a.md, c/oak.md > new a.md", """
            new b.md or new a.md by FORMER_NAME, write [[new b]]
            new a.md by FORMER_NAME, write [[new a]]
            new a.md by FORMER_NAME, write [[new a]]\
            """);
    }

    @Test
    void aNoteThatMovedKeepsItsWaysFromWhereItWas() {
        checkFirstNote("""
            --- deep/down/index.md
            [[../elm]] (./ash.md) [[./gone]] [[../oak]] (..)
            --- elm.md
            --- trees/ash.md
            --- deep/fagus.md
            """, "trees/index.md > deep/down/index.md, oak.md > deep/fagus.md", """
            elm.md by FORMER_NAME, write [[../../elm]]
            trees/ash.md by FORMER_NAME, write (../../trees/ash.md)
            nowhere by RELATIVE_PATH
            deep/fagus.md by FORMER_NAME, write [[../fagus]]
            deep/fagus.md's folder by LISTING\
            """);
    }

    @Test
    void theEditNamesAPathWhereTheNameAloneIsNotEnough() {
        checkFirstNote("""
            --- index.md
            [[elm]] [[old/elm]] (old/elm.md)
            --- a/ulmus.md
            --- b/ulmus.md
            """, "old/elm.md > a/ulmus.md", """
            a/ulmus.md by FORMER_NAME, write [[a/ulmus]]
            a/ulmus.md by FORMER_NAME, write [[a/ulmus]]
            a/ulmus.md by FORMER_NAME, write (a/ulmus.md)\
            """);
    }

    @Test
    void aMarkdownLinkIsWrittenFromTheNotesFolderIfItWas() {
        checkFirstNote("""
            --- a/index.md
            (elm.md) (b/oak.md)
            --- c/ulmus.md
            --- c/quercus.md
            """, "a/elm.md > c/ulmus.md, b/oak.md > c/quercus.md", """
            c/ulmus.md by FORMER_NAME, write (../c/ulmus.md)
            c/quercus.md by FORMER_NAME, write (c/quercus.md)\
            """);
    }

    @Test
    void aFolderIsWhereMostOfItsNotesWent() {
        checkFirstNote(
                """
                --- a/index.md
                [[old]] [[old/in/]] (/old) ![[old]] [[gone]] (../old)
                --- b/new/elm.md
                --- b/new/ash.md
                --- b/new/in/oak.md
                --- fir.md
                """,
                "old/elm.md > b/new/elm.md, old/ash.md > b/new/ash.md, old/in/oak.md > b/new/in/oak.md, old/fir.md >"
                        + " fir.md, gone/a.md > b/new/elm.md, gone/b.md > fir.md",
                """
                b/new/ash.md's folder by FORMER_NAME, write [[b/new]]
                b/new/in/oak.md's folder by FORMER_NAME, write [[b/new/in/]]
                b/new/ash.md's folder by FORMER_NAME, write (/b/new)
                nowhere by NOTHING
                nowhere by NOTHING
                b/new/ash.md's folder by FORMER_NAME, write (b/new)\
                """);
    }

    @Test
    void aDeletedNameLeadsNowhere() {
        LinkGraph graph = graph("--- index.md\n[[elm]]\n", "");
        NotePath elm = new NotePath("elm.md");
        RenamedOrDeleted deleted = new RenamedOrDeleted.Deleted(
                new CommitId("1".repeat(40)), Instant.EPOCH, elm, new BlobId("2".repeat(40)));
        LinkGraph after = graph.with(former(elm, deleted)).graph();
        assertThat(links(after, new NotePath("index.md"))).containsExactly("nowhere by NOTHING");
        assertThat(after.renamedOrDeleted(elm)).isEqualTo(deleted);
    }

    @Test
    void aNameThatIsLivingAgainIsFormerNoMore() {
        LinkGraph graph = graph("--- index.md\n[[elm]]\n--- ulmus.md\n", "elm.md > ulmus.md");
        SampleNotes again = SampleNotes.of("--- elm.md\n");
        SortedMap<NotePath, RenamedOrDeleted> unknown = new TreeMap<>();
        unknown.put(new NotePath("elm.md"), new RenamedOrDeleted.Unknown());
        GraphStep change = graph.with(new GraphChange(again.byPath(), new TreeSet<>(), new TreeSet<>(), unknown));
        assertThat(links(change.graph(), new NotePath("index.md"))).containsExactly("elm.md by ONLY_NAME");
        assertThat(change.graph().formerPaths(new NotePath("ulmus.md"))).isEmpty();
        assertThat(change.relinked()).containsExactly(new NotePath("index.md"));
    }

    @Test
    void aRenameIsToldToTheNotesThatNameIt() {
        LinkGraph graph = graph("--- index.md\n[[elm]]\n--- other.md\n[[ash]]\n--- ulmus.md\n", "");
        NotePath elm = new NotePath("elm.md");
        GraphStep change = graph.with(former(elm, new RenamedOrDeleted.Renamed(new NotePath("ulmus.md"))));
        assertThat(change.relinked()).containsExactly(new NotePath("index.md"));
        assertThat(change.graph().problems())
                .extracting(LocatedProblem::toString)
                .containsExactly(
                        "other.md:1: broken link [[ash]]: no note has this name",
                        "index.md:1: link [[elm]] leads to ulmus.md by its old name");
    }

    private static GraphChange former(NotePath path, RenamedOrDeleted now) {
        SortedMap<NotePath, RenamedOrDeleted> former = new TreeMap<>();
        former.put(path, now);
        return new GraphChange(new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), former);
    }

    /** @param former {@code old path > new path}, joined by commas */
    private static LinkGraph graph(String notes, String former) {
        SampleNotes sample = SampleNotes.of(notes);
        SortedMap<NotePath, RenamedOrDeleted> names = new TreeMap<>();
        for (String name : former.isEmpty() ? new String[0] : former.split(", ", -1)) {
            String[] ends = name.split(" > ", -1);
            names.put(new NotePath(ends[0]), new RenamedOrDeleted.Renamed(new NotePath(ends[1])));
        }
        return LinkGraph.EMPTY
                .with(new GraphChange(sample.byPath(), new TreeSet<>(sample.attachments()), new TreeSet<>(), names))
                .graph();
    }

    private static void checkFirstNote(String notes, String former, String links) {
        NotePath first = SampleNotes.of(notes).notes().getFirst().path();
        assertThat(String.join("\n", links(graph(notes, former), first))).isEqualTo(links);
    }

    private static List<String> links(LinkGraph graph, NotePath from) {
        List<String> lines = new ArrayList<>();
        for (ResolvedLink resolved : graph.links(from)) {
            String rule = " by " + resolved.resolution().rule();
            String write = new DirectLinkOf(graph, from).written(resolved);
            lines.add(
                    switch (resolved.resolution()) {
                        case Resolution.Resolved to -> name(graph, to) + rule + write;
                        case Resolution.Ambiguous several -> several.candidates() + rule;
                        case Resolution.Missing missing -> "nowhere" + rule;
                    });
        }
        return lines;
    }

    private static String name(LinkGraph graph, Resolution.Resolved to) {
        return switch (to.target()) {
            case Target.File(NotePath path) ->
                path
                        + (to.anchor().isEmpty() ? "" : "#" + to.anchor())
                        + (to.others().isEmpty() ? "" : " or " + to.others().getFirst());
            case Target.FolderPage(var folder) ->
                graph.notes().keySet().stream()
                                .filter(path -> path.folder().equals(folder))
                                .findFirst()
                                .orElseThrow()
                        + "'s folder";
            case Target.TagPage(var tag) -> "#" + tag.name();
        };
    }

    private record DirectLinkOf(LinkGraph graph, NotePath from) {

        String written(ResolvedLink resolved) {
            String target = graph.directTargets(from).get(resolved.link());
            if (target == null) {
                return "";
            }
            String whole = resolved.link().fragment().isEmpty()
                    ? target
                    : target + "#" + resolved.link().fragment();
            return ", write "
                    + (resolved.link() instanceof garden.note.Link.WikiLink ? "[[" + whole + "]]" : "(" + whole + ")");
        }
    }
}
