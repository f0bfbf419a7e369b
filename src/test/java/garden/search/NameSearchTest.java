package garden.search;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.CommitId;
import garden.note.NotePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameSearchTest {

    private static final String NOTES = """
        --- nodes/Azure ND H100 v5.md
        aliases: NDv5 node
        --- Azure.md
        --- GPU.md
        --- systems/Eagle.md
        title: Microsoft Eagle
        --- systems/Frontier.md
        title: OLCF Frontier
        --- InfiniBand.md
        --- tensor cores.md
        title: Tensor cores and matrix cores
        aliases: tensor core
        --- H100.md
        title: NVIDIA H100
        --- 東京都.md
        """;

    @TempDir
    private Path folder;

    private List<String> names(Function<SearchView, List<Suggestion>> search) throws IOException {
        try (SearchIndex index = SearchIndex.open(folder, "test")) {
            index.apply(new CommitId("a".repeat(40)), NoteTexts.notes(NOTES), List.of());
            SearchView view = index.view();
            List<Suggestion> found = search.apply(view);
            view.release();
            return found.stream().map(Suggestion::name).toList();
        }
    }

    private void checkSimilar(String name, String first) throws IOException {
        assertThat(names(view -> view.similarTitles(name, 3))).first().isEqualTo(first);
    }

    private void checkSuggest(String typed, String... names) throws IOException {
        assertThat(names(view -> view.suggest(typed, 5))).containsExactly(names);
    }

    @Test
    void wordLeftOutIsForgiven() throws IOException {
        checkSimilar("Azur NDv5", "Azure ND H100 v5");
        checkSimilar("Azure ND v5", "Azure ND H100 v5");
    }

    @Test
    void typosAreForgiven() throws IOException {
        checkSimilar("Egale", "Eagle");
        checkSimilar("infinband", "InfiniBand");
        checkSimilar("tensro core", "tensor core");
    }

    @Test
    void pluralIsForgiven() throws IOException {
        checkSimilar("GPUs", "GPU");
    }

    @Test
    void wordTooManyIsForgiven() throws IOException {
        checkSimilar("Frontier supercomputer", "Frontier");
    }

    @Test
    void foldersAreNotLookedAt() throws IOException {
        checkSimilar("machines/Eagel", "Eagle");
    }

    /** Half the letters in common is chance: such a hint would be noise in the answer to a push. */
    @Test
    void farNamesAreNotProposed() throws IOException {
        assertThat(names(view -> view.similarTitles("frontal lobe", 3))).isEmpty();
    }

    @Test
    void nothingIsLikeNonsense() throws IOException {
        for (String name : List.of("zzzqqq", "", " ", "/", "\0", "…", "x".repeat(10_000))) {
            assertThat(names(view -> view.similarTitles(name, 3))).as(name).isEmpty();
        }
    }

    @Test
    void noteIsFoundByTheNameThatIsLikest() throws IOException {
        try (SearchIndex index = SearchIndex.open(folder, "test")) {
            index.apply(new CommitId("a".repeat(40)), NoteTexts.notes(NOTES), List.of());
            SearchView view = index.view();
            assertThat(view.similarTitles("Eagl", 1))
                    .containsExactly(new Suggestion(new NotePath("systems/Eagle.md"), "Microsoft Eagle", "Eagle"));
            view.release();
        }
    }

    @Test
    void anyWordMayBeTypedFirst() throws IOException {
        checkSuggest("h1", "H100", "Azure ND H100 v5");
        checkSuggest("az", "Azure", "Azure ND H100 v5");
        checkSuggest("azure h", "Azure ND H100 v5");
        checkSuggest("東", "東京都");
    }

    @Test
    void aliasIsSuggestedAsItIsTyped() throws IOException {
        checkSuggest("tensor core", "tensor core");
        checkSuggest("ndv", "NDv5 node");
    }

    @Test
    void nothingIsSuggestedForNothing() throws IOException {
        for (String typed : List.of("", " ", "\0", "zzz", "x".repeat(10_000))) {
            checkSuggest(typed);
        }
    }

    /** Of a thousand names of like letters a counted few are looked at, and the nearest is among them. */
    @Test
    void whatIsLookedAtDoesNotGrowWithTheGarden() throws IOException {
        StringBuilder garden = new StringBuilder("--- Hornbeam.md\n");
        for (int i = 0; i < 1_000; i++) {
            garden.append("--- meeting/Meeting notes ").append(i).append(".md\n");
        }
        try (SearchIndex index = SearchIndex.open(folder, "test")) {
            index.apply(new CommitId("a".repeat(40)), NoteTexts.notes(garden.toString()), List.of());
            SearchView view = index.view();
            LiveSearcher searcher = view.searcher();
            NameSearch names = new NameSearch(searcher, 100);

            assertThat(searcher.count(names.candidates("meeting notez 77"))).isBetween(1, 100);
            assertThat(names.similar("Meeting notez 77", 1))
                    .extracting(Suggestion::name)
                    .containsExactly("Meeting notes 77");
            assertThat(names.similar("Hornbaem", 1))
                    .extracting(Suggestion::name)
                    .containsExactly("Hornbeam");
            view.release();
        }
    }
}
