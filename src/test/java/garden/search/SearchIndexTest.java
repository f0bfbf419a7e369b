package garden.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import garden.note.CommitId;
import garden.note.NotePath;
import garden.note.ParsedNote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchIndexTest {

    private static final CommitId FIRST = new CommitId("1".repeat(40));
    private static final CommitId SECOND = new CommitId("2".repeat(40));
    private static final List<ParsedNote> NOTES = NoteTexts.notes("--- b.md\noak\n--- a.md\nelm\n");

    @TempDir
    private Path folder;

    private SearchIndex open() throws IOException {
        return SearchIndex.open(folder, "test");
    }

    private void saveFirst() throws IOException {
        try (SearchIndex index = open()) {
            index.apply(FIRST, NOTES, List.of());
            index.save();
        }
    }

    private static List<String> paths(SearchIndex index) throws IOException {
        return index.notes().stream().map(note -> note.path().value()).toList();
    }

    private static int count(SearchView view, String query) {
        return view.search(Query.parse(query), 0, 10).total();
    }

    /** Damages the saved index and expects it to be empty, and good again afterwards. */
    private void checkStartsAnew(Damage damage) throws IOException {
        saveFirst();
        damage.to(folder);
        try (SearchIndex index = open()) {
            assertThat(index.commit()).isEmpty();
            assertThat(index.notes()).isEmpty();
        }
        saveFirst();
        try (SearchIndex index = open()) {
            assertThat(index.commit()).contains(FIRST);
        }
    }

    private interface Damage {
        void to(Path folder) throws IOException;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
    }

    @Test
    void newIndexIsEmpty() throws IOException {
        try (SearchIndex index = open()) {
            assertThat(index.commit()).isEmpty();
            assertThat(index.notes()).isEmpty();
            SearchView view = index.view();
            assertThat(view.commit()).isEmpty();
            assertThat(count(view, "oak")).isZero();
            assertThat(view.similarTitles("oak", 3)).isEmpty();
            view.release();
        }
    }

    @Test
    void restartFindsWhatWasSaved() throws IOException {
        saveFirst();
        try (SearchIndex index = open()) {
            assertThat(index.commit()).contains(FIRST);
            assertThat(index.notes())
                    .isEqualTo(List.of(NOTES.get(1).note(), NOTES.get(0).note()));
            SearchView view = index.view();
            assertThat(view.commit()).contains(FIRST);
            assertThat(count(view, "oak")).isEqualTo(1);
            view.release();
        }
    }

    @Test
    void applyReplacesAndRemoves() throws IOException {
        try (SearchIndex index = open()) {
            index.apply(FIRST, NOTES, List.of());
            index.apply(
                    SECOND,
                    NoteTexts.notes("--- b.md\nash\n--- c.md\nash\n"),
                    List.of(new NotePath("a.md"), new NotePath("x.md")));
            SearchView view = index.view();
            assertThat(paths(index)).containsExactly("b.md", "c.md");
            assertThat(view.commit()).contains(SECOND);
            assertThat(count(view, "oak")).isZero();
            assertThat(count(view, "ash")).isEqualTo(2);
            view.release();
        }
    }

    @Test
    void viewStaysAsItWas() throws IOException {
        try (SearchIndex index = open()) {
            index.apply(FIRST, NOTES, List.of());
            SearchView before = index.view();
            index.apply(SECOND, List.of(), List.of(new NotePath("a.md"), new NotePath("b.md")));
            SearchView after = index.view();
            assertThat(count(before, "oak")).isEqualTo(1);
            assertThat(before.commit()).contains(FIRST);
            assertThat(count(after, "oak")).isZero();
            before.release();
            after.release();
        }
    }

    @Test
    void viewIsGoodUntilTheLastRelease() throws IOException {
        SearchView view;
        try (SearchIndex index = open()) {
            index.apply(FIRST, NOTES, List.of());
            view = index.view();
            assertThat(view.tryRetain()).isTrue();
        }
        view.release();
        assertThat(count(view, "oak")).isEqualTo(1);
        view.release();
        assertThat(view.tryRetain()).isFalse();
    }

    @Test
    void closeWithoutSaveComesBackAsLastSaved() throws IOException {
        saveFirst();
        try (SearchIndex index = open()) {
            index.apply(SECOND, NoteTexts.notes("--- c.md\nash\n"), List.of(new NotePath("a.md")));
            index.view().release();
        }
        try (SearchIndex index = open()) {
            assertThat(index.commit()).contains(FIRST);
            assertThat(paths(index)).containsExactly("a.md", "b.md");
        }
    }

    @Test
    void crashComesBackAsLastSaved() throws IOException {
        Path copy = folder.resolve("copy");
        Path live = folder.resolve("live");
        try (SearchIndex index = SearchIndex.open(live, "test")) {
            index.apply(FIRST, NOTES, List.of());
            index.save();
            index.apply(SECOND, NoteTexts.notes("--- c.md\n" + "ash ".repeat(100_000) + "\n"), List.of());
            index.view().release();
            Files.createDirectories(copy);
            for (Path file : files(live)) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
            Files.write(copy.resolve("pending_segments_7"), new byte[] {1, 2, 3});
        }
        try (SearchIndex index = SearchIndex.open(copy, "test")) {
            assertThat(index.commit()).contains(FIRST);
            assertThat(paths(index)).containsExactly("a.md", "b.md");
            index.apply(SECOND, NoteTexts.notes("--- c.md\nash\n"), List.of());
            index.save();
        }
        try (SearchIndex index = SearchIndex.open(copy, "test")) {
            assertThat(index.commit()).contains(SECOND);
        }
    }

    @Test
    void clearForgetsEverything() throws IOException {
        saveFirst();
        try (SearchIndex index = open()) {
            index.clear();
            assertThat(index.commit()).isEmpty();
            assertThat(index.notes()).isEmpty();
            index.save();
        }
        try (SearchIndex index = open()) {
            assertThat(index.commit()).isEmpty();
        }
    }

    @Test
    void anotherConfigurationStartsAnew() throws IOException {
        saveFirst();
        try (SearchIndex index = SearchIndex.open(folder, "other")) {
            assertThat(index.commit()).isEmpty();
            assertThat(index.notes()).isEmpty();
        }
    }

    @Test
    void anyMissingFileStartsAnew() throws IOException {
        saveFirst();
        int files = files(folder).size();
        for (int i = 0; i < files; i++) {
            int index = i;
            checkStartsAnew(damaged -> Files.delete(files(damaged).get(index)));
        }
    }

    @Test
    void anyTruncatedFileStartsAnew() throws IOException {
        saveFirst();
        int files = files(folder).size();
        for (int i = 0; i < files; i++) {
            int index = i;
            checkStartsAnew(damaged -> {
                Path file = files(damaged).get(index);
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            });
        }
    }

    @Test
    void anyGarbledByteStartsAnew() throws IOException {
        saveFirst();
        int files = files(folder).size();
        for (int i = 0; i < files; i++) {
            int index = i;
            checkStartsAnew(damaged -> {
                Path file = files(damaged).get(index);
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            });
        }
    }

    @Test
    void garbageStartsAnew() throws IOException {
        checkStartsAnew(damaged -> {
            for (Path file : files(damaged)) {
                Files.write(file, "garbage".getBytes(StandardCharsets.UTF_8));
            }
            Files.write(damaged.resolve("segments_zzz"), new byte[0]);
        });
    }

    @Test
    void leftoverLockFileIsNoObstacle() throws IOException {
        saveFirst();
        Files.write(folder.resolve("write.lock"), new byte[] {1});
        try (SearchIndex index = open()) {
            assertThat(index.commit()).contains(FIRST);
        }
    }

    @Test
    void indexInUseIsRefusedAndLeftAlone() throws IOException {
        saveFirst();
        try (SearchIndex index = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("locked by another process");
            assertThatThrownBy(() -> SearchIndex.open(folder, "other")).isInstanceOf(IOException.class);
            assertThat(paths(index)).containsExactly("a.md", "b.md");
        }
    }

    @Test
    void fileInPlaceOfTheFolderIsAnError() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> SearchIndex.open(file, "test")).isInstanceOf(IOException.class);
    }

    @Test
    void monstrousNotesAreTaken() throws IOException {
        String name = "n".repeat(40_000);
        String text = "--- " + name + ".md\ntitle: " + "\ufdfa".repeat(40_000) + "\ntags: " + name + "\naliases: "
                + name + "\n" + "# " + name + "\n" + "\ufdfa".repeat(40_000) + " \ud800 \0 oak\n";
        try (SearchIndex index = open()) {
            index.apply(FIRST, NoteTexts.notes(text), List.of());
            SearchView view = index.view();
            assertThat(count(view, "oak")).isEqualTo(1);
            assertThat(count(view, "tag:" + name)).isZero();
            view.release();
            assertThat(paths(index)).containsExactly(name + ".md");
            index.apply(SECOND, List.of(), List.of(new NotePath(name + ".md")));
            assertThat(paths(index)).isEmpty();
        }
    }
}
