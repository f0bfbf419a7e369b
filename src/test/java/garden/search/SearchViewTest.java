package garden.search;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.CommitId;
import garden.note.ParsedNote;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchViewTest {

    private static final CommitId COMMIT = new CommitId("a".repeat(40));

    @TempDir
    private Path folder;

    private void checkSearch(String notes, String query, String... paths) throws IOException {
        SearchResult result = search(NoteTexts.notes(notes), query);
        assertThat(result.hits().stream().map(hit -> hit.path().value())).containsExactly(paths);
        assertThat(result.total()).isEqualTo(paths.length);
        assertThat(result.isApproximate()).isFalse();
    }

    private void checkApproximate(String notes, String query, String... paths) throws IOException {
        SearchResult result = search(NoteTexts.notes(notes), query);
        assertThat(result.hits().stream().map(hit -> hit.path().value())).containsExactly(paths);
        assertThat(result.isApproximate()).isTrue();
    }

    private void checkSnippets(String notes, String query, String... snippets) throws IOException {
        Hit hit = search(NoteTexts.notes(notes), query).hits().getFirst();
        assertThat(hit.snippets().stream().map(SearchViewTest::shown)).containsExactly(snippets);
    }

    private SearchResult search(List<ParsedNote> notes, String query) throws IOException {
        try (SearchIndex index = SearchIndex.open(folder, "test")) {
            index.clear();
            index.apply(COMMIT, notes, List.of());
            SearchView view = index.view();
            SearchResult result = view.search(Query.parse(query), 0, 10);
            view.release();
            return result;
        }
    }

    private static String shown(Snippet snippet) {
        String heading =
                snippet.heading().map(under -> "#" + under.anchor() + " ").orElse("");
        return heading + shown(snippet.fragments());
    }

    private static String shown(List<Fragment> fragments) {
        return fragments.stream()
                .map(fragment -> fragment.isMatch() ? "[" + fragment.text() + "]" : fragment.text())
                .collect(Collectors.joining());
    }

    @Test
    void titleBeatsAliasBeatsHeadingBeatsBody() throws IOException {
        checkSearch("""
            --- a.md
            an oak and more
            --- b.md
            # Old oak trees
            --- c.md
            aliases: oak again
            --- d.md
            title: The oak
            """, "oak", "d.md", "c.md", "b.md", "a.md");
    }

    @Test
    void eachWordMayBeInAnotherField() throws IOException {
        checkSearch("""
            --- processors/a.md
            title: NVIDIA H100
            80 GB of HBM3
            --- b.md
            HBM only
            """, "hbm h100 processors", "processors/a.md");
    }

    @Test
    void noteCalledExactlySoComesFirst() throws IOException {
        checkSearch("""
            --- a.md
            title: Training training training
            # Training
            training training
            --- b.md
            title: Zzz
            aliases: training
            """, "Training", "b.md", "a.md");
    }

    @Test
    void noteWhoseFileIsCalledSoComesBeforeThoseThatMentionIt() throws IOException {
        checkSearch("--- a.md\ntitle: H100 H100\n--- x/H100.md\ntitle: A processor\n", "h100", "x/H100.md", "a.md");
    }

    @Test
    void otherEnglishEndingsAreFoundAfterTheWordItself() throws IOException {
        checkSearch("--- a.md\ntrains\n--- b.md\ntraining\n--- c.md\ntrain\n", "training", "b.md", "a.md", "c.md");
    }

    @Test
    void lastWordMayBeUnfinished() throws IOException {
        String notes = "--- a.md\nrail optimized networks\n";
        checkSearch(notes, "rail opti", "a.md");
        checkApproximate(notes, "opti rail", "a.md");
    }

    @Test
    void titlesThatBeginAsTypedComeBeforeExactWordsElsewhere() throws IOException {
        String notes = """
            --- a.md
            title: Ape
            azure s azure s scheduling sche
            --- b.md
            title: Azure supercomputers
            --- c.md
            title: Azure SmartNIC
            --- d.md
            title: Scheduling jobs
            --- e.md
            title: Random-restart hill climbing
            """;
        checkSearch(notes, "azure s", "c.md", "b.md", "a.md");
        checkSearch(notes, "sche", "d.md", "a.md");
        checkSearch(notes, "random-r", "e.md");
    }

    @Test
    void lastWordOfOneLetterIsABeginningToo() throws IOException {
        checkSearch("--- a.md\ntitle: Big trees\n--- b.md\ntitle: Big bushes\n", "big t", "a.md");
        checkSearch("--- a.md\ntitle: Big trees\n--- b.md\ntitle: Big bushes\ntrees\n", "t", "a.md");
    }

    @Test
    void wordsThatBeginTheTitleInAnotherPlaceComeNext() throws IOException {
        checkSearch(
                "--- a.md\nnew tre new trees\n--- b.md\ntitle: Old and new trees\n--- c.md\ntitle: New trees of old\n",
                "new tre",
                "c.md",
                "b.md",
                "a.md");
    }

    @Test
    void wordsNextToEachOtherComeBeforeScatteredOnes() throws IOException {
        checkSearch(
                "--- a.md\nhill of roses and a climbing plant\n--- b.md\nthe way of hill climbing and of roses\n",
                "hill climbing",
                "b.md",
                "a.md");
    }

    @Test
    void typoNeverGoesBeforeAWordAsTyped() throws IOException {
        checkApproximate(
                "--- a.md\ntitle: Bandwidth\nbandwidth bandwidth\n--- b.md\nx bandwitdh elm\n",
                "bandwitdh oak",
                "b.md");
        checkSearch("--- a.md\ntitle: From oak\n--- b.md\na form\n", "form", "b.md");
    }

    @Test
    void typosAreFoundInEveryScriptThatHasLetters() throws IOException {
        String notes = """
            --- a.md
            Кластер
            --- b.md
            Αλγόριθμος
            --- c.md
            Überlegungen
            """;
        checkApproximate(notes, "Клатсер", "a.md");
        checkApproximate(notes, "αλγοριθμσο", "b.md");
        checkApproximate(notes, "uberlegugnen", "c.md");
    }

    @Test
    void runOfChineseOrJapaneseIsFoundAsARun() throws IOException {
        String notes = "--- a.md\n京都と東京\n--- b.md\n東京都庁\n";
        checkSearch(notes, "東京都", "b.md");
        checkSearch(notes, "東京 京都", "a.md", "b.md");
        checkApproximate(notes, "京都庁東京", "b.md", "a.md");
    }

    @Test
    void propertiesAndNamesOfAttachmentsAreFound() throws IOException {
        checkSearch("--- a.md\nattachments: img/rack-layout.png\n--- b.md\noak\n", "rack-layout.png", "a.md");
        checkSearch("--- a.md\nauthor: Ada Byron\n--- b.md\noak\n", "byron", "a.md");
    }

    @Test
    void notesOfOneScoreAreOrderedByPath() throws IOException {
        checkSearch("--- c.md\noak\n--- a.md\noak\n--- b.md\noak\n", "oak", "a.md", "b.md", "c.md");
    }

    @Test
    void usualSpellingsAreOne() throws IOException {
        String notes = """
            --- a.md
            InfiniBand Llama-3.1 GB200 PCIe HBM3e node.js Größe Ｈ１００ my_file NVIDIA's
            --- b.md
            nothing
            """;
        for (String query : List.of(
                "infiniband",
                "llama 3.1",
                "LLAMA-3.1",
                "3.1",
                "gb200",
                "pcie",
                "hbm my",
                "node my",
                "grosse",
                "h100",
                "file",
                "nvidia")) {
            checkSearch(notes, query, "a.md");
        }
    }

    @Test
    void signsThatMakeALanguageArePartOfTheWord() throws IOException {
        String notes = "--- 1.md\nwritten in C++\n--- 2.md\nwritten in C\n--- 3.md\nwritten in C#\n";
        checkSearch(notes, "c++", "1.md");
        checkSearch(notes, "C#", "3.md");
        checkSearch(notes, "C", "2.md");
    }

    @Test
    void chineseAndJapaneseAreFoundWithoutSpaces() throws IOException {
        String notes = "--- a.md\n東京都庁のタワー\n--- b.md\n京都の寺\n";
        checkSearch(notes, "京都", "b.md", "a.md");
        checkSearch(notes, "東京", "a.md");
        checkSearch(notes, "寺", "b.md");
        checkSearch(notes, "ﾀﾜｰ", "a.md");
    }

    @Test
    void phraseWantsItsWordsTogether() throws IOException {
        String notes = "--- a.md\ntensor big cores\n--- b.md\nbig tensor cores\n";
        checkSearch(notes, "\"tensor cores\"", "b.md");
        checkSearch(notes, "tensor cores", "b.md", "a.md");
    }

    @Test
    void phraseDoesNotRunOverFromOneHeadingToTheNext() throws IOException {
        checkSearch("--- a.md\n# tensor\n# cores\n--- b.md\nx\ntensor cores\n", "\"tensor cores\" x", "b.md");
    }

    @Test
    void unwantedWordsKeepNotesOut() throws IOException {
        String notes = "--- a.md\noak elm\n--- b.md\noak\ntags: tree/old\n--- c.md\noak\n";
        checkSearch(notes, "oak -elm", "b.md", "c.md");
        checkSearch(notes, "oak -#tree", "a.md", "c.md");
        checkSearch(notes, "-elm", "a.md");
        checkSearch(notes, "-\"elm\"", "b.md", "c.md");
    }

    @Test
    void tagFindsItselfAndWhatIsNestedInIt() throws IOException {
        String notes = "--- a.md\ntags: USA/doe\n--- b.md\ntags: usa\n--- c.md\ntags: usable\nusa\n";
        checkSearch(notes, "#usa", "a.md", "b.md");
        checkSearch(notes, "tag:usa/DOE", "a.md");
    }

    @Test
    void pathNarrowsToAFolder() throws IOException {
        String notes = "--- systems/a.md\noak\n--- systems2/b.md\noak\n--- c.md\noak systems\n";
        checkSearch(notes, "oak path:Systems/", "systems/a.md");
        checkSearch(notes, "path:\"systems\"", "systems/a.md", "systems2/b.md");
    }

    @Test
    void withoutANoteThatHasAllThoseWithMostWordsAreFound() throws IOException {
        checkApproximate("--- a.md\noak\n--- b.md\noak elm\n--- c.md\nash\n", "oak elm beech", "b.md", "a.md");
    }

    @Test
    void mistypedWordsAreFoundWhenNothingElseIs() throws IOException {
        String notes = "--- a.md\nInfiniBand\n--- b.md\nbandwidth\n--- c.md\noak\n";
        checkApproximate(notes, "infinband", "a.md");
        checkApproximate(notes, "bandwitdh", "b.md");
        assertThat(search(NoteTexts.notes(notes), "oka").total()).isZero();
    }

    @Test
    void approximationKeepsToTheFilters() throws IOException {
        checkApproximate("--- x/a.md\noak\n--- b.md\noak\n", "oak elm path:x/", "x/a.md");
    }

    @Test
    void nothingIsFoundForNothing() throws IOException {
        for (String query : List.of("", "  ", "-", "\"\"", "…", "+ - !", "path:", "\0")) {
            assertThat(search(NoteTexts.notes("--- a.md\noak\n"), query)).isEqualTo(SearchResult.NOTHING);
        }
    }

    @Test
    void snippetsMarkTheWordsAndNameTheHeadingAbove() throws IOException {
        checkSnippets(
                "--- a.md\nThe first lines.\n# One\ntext\n# Two things\nmany  Trained\nmodels\n",
                "train",
                "#two-things The first lines. One text Two things many [Trained] models");
    }

    @Test
    void snippetOfALongTextIsCutAtWords() throws IOException {
        checkSnippets(
                "--- a.md\n" + "word ".repeat(100) + "oak" + " word".repeat(100) + "\n",
                "oak",
                "…" + "word ".repeat(10) + "[oak]" + " word".repeat(22) + "…");
    }

    @Test
    void snippetOfAnEndlessWordIsShort() throws IOException {
        Hit hit = search(NoteTexts.notes("--- a.md\n" + "x".repeat(50_000) + "\n"), "x".repeat(900))
                .hits()
                .getFirst();
        assertThat(shown(hit.snippets().getFirst())).hasSizeLessThan(500);
    }

    @Test
    void noteFoundByItsTitleShowsItsSummary() throws IOException {
        SearchResult result = search(NoteTexts.notes("--- a.md\ntitle: The Oaks\nabout trees\n"), "oak");
        assertThat(shown(result.hits().getFirst().title())).isEqualTo("The [Oaks]");
        checkSnippets("--- a.md\ntitle: Oak\nabout trees\n", "oak", "about trees");
    }

    @Test
    void mistypedWordsAreMarkedToo() throws IOException {
        checkSnippets("--- a.md\nfast InfiniBand\n", "infinband", "fast [InfiniBand]");
    }

    @Test
    void pagesOfHitsFollowEachOther() throws IOException {
        try (SearchIndex index = SearchIndex.open(folder, "test")) {
            index.apply(COMMIT, NoteTexts.notes("--- a.md\noak\n--- b.md\noak\n--- c.md\noak\n"), List.of());
            SearchView view = index.view();
            SearchResult result = view.search(Query.parse("oak"), 1, 1);
            assertThat(result.hits().stream().map(hit -> hit.path().value())).containsExactly("b.md");
            assertThat(result.total()).isEqualTo(3);
            assertThat(view.search(Query.parse("oak"), 7, 5).hits()).isEmpty();
            assertThat(view.search(Query.parse("oak"), -1, Integer.MAX_VALUE).hits())
                    .hasSize(3);
            view.release();
        }
    }

    @Test
    void noteOfOneMegabyteIsFoundByItsLastWord() throws IOException {
        checkSearch("--- a.md\n" + "word ".repeat(200_000) + "oak\n", "oak", "a.md");
    }
}
