package garden.sync;

import static org.assertj.core.api.Assertions.assertThat;

import garden.git.GitRepo;
import garden.note.NotePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often the files of a push are read. */
class ParsedNotesTest {

    private static final int NOTES = 7;

    @TempDir
    private Path folder;

    private GitRepo work;

    @BeforeEach
    void start() {
        work = GitRepo.in(folder.resolve("work"));
    }

    @Test
    void addedNotesAreReadOnce() throws Exception {
        try (SyncedGarden garden = SyncedGarden.open(folder.resolve("data"))) {
            write("first").commit("add");
            assertThat(readings(garden)).isEqualTo(NOTES);
        }
    }

    @Test
    void changedNotesAreReadOnce() throws Exception {
        try (SyncedGarden garden = SyncedGarden.open(folder.resolve("data"))) {
            write("first").commit("add");
            readings(garden);
            write("second").delete("note0.md").commit("change");
            assertThat(readings(garden)).isEqualTo(NOTES - 1);
        }
    }

    @Test
    void notesOfManyCommitsInOnePushAreReadOnceForEachVersion() throws Exception {
        try (SyncedGarden garden = SyncedGarden.open(folder.resolve("data"))) {
            write("first").commit("add");
            readings(garden);
            write("second").commit("change");
            write("third").commit("change again");
            assertThat(readings(garden)).isEqualTo(2 * NOTES);
        }
    }

    @Test
    void aPushThatWasCheckedBeforeIsReadOnce() throws Exception {
        try (SyncedGarden garden = SyncedGarden.open(folder.resolve("data"))) {
            write("first").commit("add");
            readings(garden);
            write("second").commit("change");
            assertThat(rehearsedReadings(garden)).isEqualTo(NOTES);
        }
    }

    @Test
    void settingsThatChangeInTheSamePushLeaveThemReadOnceAndAreHeeded() throws Exception {
        try (SyncedGarden garden = SyncedGarden.open(folder.resolve("data"))) {
            write("first").commit("add");
            readings(garden);
            write("second")
                    .write(".obsidian/app.json", "{}")
                    .write(".gardenignore", "note1.md\n")
                    .commit("change");
            assertThat(rehearsedReadings(garden)).isEqualTo(NOTES - 1);
            assertThat(garden.garden().note(new NotePath("note1.md"))).isEmpty();
        }
    }

    /** A refused push is checked and not published; the next one shares nothing with it. */
    @Test
    void whatWasRefusedIsReadWhenItIsPushedInAnotherForm() throws Exception {
        try (SyncedGarden garden = SyncedGarden.open(folder.resolve("data"))) {
            write("first").commit("add");
            readings(garden);
            write("refused").commit("refused");
            garden.receive(work).rehearse(work.head());
            work.git("reset", "-q", "--hard", "HEAD~1").orFail();
            write("accepted").commit("accepted");
            assertThat(rehearsedReadings(garden)).isEqualTo(NOTES);
            assertThat(garden.search("refused")).isEmpty();
            assertThat(garden.search("accepted")).hasSize(NOTES);
        }
    }

    @Test
    void afterPublicationNothingIsKept() throws Exception {
        try (SyncedGarden garden = SyncedGarden.open(folder.resolve("data"))) {
            write("first").commit("add");
            readings(garden);
            assertThat(garden.parsedNotes().size()).isZero();
        }
    }

    @Test
    void whatIsKeptHasABound() throws Exception {
        try (SyncedGarden garden = SyncedGarden.open(folder.resolve("data"), 5_000)) {
            IntStream.range(0, 100).forEach(number -> work.write("n" + number + ".md", "some words"));
            work.commit("many");
            garden.receive(work).rehearse(work.head());
            assertThat(garden.parsedNotes().size()).isPositive().isLessThan(20);
        }
    }

    private GitRepo write(String word) {
        IntStream.range(0, NOTES)
                .forEach(number -> work.write("note" + number + ".md", """
                    ---
                    status: green
                    ---
                    A %s [[note%d]].
                    """.formatted(word, number + 1)));
        return work;
    }

    private long readings(SyncedGarden garden) throws InterruptedException, ExecutionException {
        long before = garden.markdown().readings();
        garden.receive(work).sync();
        return garden.markdown().readings() - before;
    }

    private long rehearsedReadings(SyncedGarden garden) throws IOException, InterruptedException, ExecutionException {
        long before = garden.markdown().readings();
        garden.receive(work).rehearse(work.head());
        garden.sync();
        return garden.markdown().readings() - before;
    }
}
