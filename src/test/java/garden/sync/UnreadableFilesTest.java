package garden.sync;

import static org.assertj.core.api.Assertions.assertThat;

import garden.git.BareRepositories;
import garden.git.GitRepo;
import garden.note.CommitId;
import garden.note.NotePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A repository that names what it cannot give: what is missing is said, and all the rest goes on. */
@Timeout(120)
class UnreadableFilesTest {

    private static final String NO_FILE = "expected a file in the repository, found one that cannot be read";
    private static final String NO_FOLDER = "expected a folder in the repository, found one that cannot be read";

    @TempDir
    private Path folder;

    private GitRepo work;

    @BeforeEach
    void makeWork() {
        work = GitRepo.in(folder.resolve("work"));
        work.write("oak.md", "An oak, see [[elm]].")
                .write("dir/ash.md", "An ash.")
                .commit("one");
        work.write("elm.md", "An elm.").commit("two");
    }

    private SyncedGarden open() throws IOException {
        return SyncedGarden.open(folder.resolve("data"));
    }

    private static List<String> notes(SyncedGarden garden) {
        return garden.garden().graph().notes().keySet().stream()
                .map(NotePath::value)
                .toList();
    }

    private static List<String> unreadable(SyncedGarden garden) {
        return garden.garden().problems().stream()
                .map(Object::toString)
                .filter(problem -> problem.contains("cannot be read"))
                .toList();
    }

    private Path object(SyncedGarden garden, String what) {
        String id = work.git("rev-parse", what).orFail().text().strip();
        return garden.bare().resolve("objects/" + id.substring(0, 2) + "/" + id.substring(2));
    }

    /** Objects of a small push lie loose, one file each. */
    private Path received(String object) throws IOException {
        try (SyncedGarden garden = open()) {
            garden.receive(work);
            return object(garden, object);
        }
    }

    @Test
    void aMissingFileIsMissingAndComesBackWhenItIsMended() throws Exception {
        Path blob = received("HEAD:elm.md");
        Path aside = Files.move(blob, folder.resolve("aside"));
        try (SyncedGarden garden = open()) {
            assertThat(notes(garden)).containsExactly("dir/ash.md", "oak.md");
            assertThat(unreadable(garden)).containsExactly("elm.md:1: " + NO_FILE);
            assertThat(garden.search("oak")).hasSize(1);
            assertThat(garden.garden()
                            .dates(garden.garden().note(new NotePath("oak.md")).orElseThrow()))
                    .isPresent();
        }
        Files.move(aside, blob);
        try (SyncedGarden garden = open()) {
            assertThat(notes(garden)).containsExactly("dir/ash.md", "elm.md", "oak.md");
            assertThat(unreadable(garden)).isEmpty();
        }
    }

    @Test
    void aMissingFolderIsMissingWithAllThatIsInIt() throws Exception {
        Files.delete(received("HEAD:dir"));
        try (SyncedGarden garden = open()) {
            assertThat(notes(garden)).containsExactly("elm.md", "oak.md");
            assertThat(unreadable(garden)).containsExactly("dir:1: " + NO_FOLDER);
        }
    }

    @Test
    void aDamagedFileIsMissingAndAPushThatReplacesItMendsTheGarden() throws Exception {
        Path blob = received("HEAD:oak.md");
        blob.toFile().setWritable(true);
        Files.writeString(blob, "no object at all");
        try (SyncedGarden garden = open()) {
            assertThat(notes(garden)).containsExactly("dir/ash.md", "elm.md");

            work.write("oak.md", "Another oak.").commit("mend");
            garden.receive(work).sync();

            assertThat(notes(garden)).containsExactly("dir/ash.md", "elm.md", "oak.md");
            assertThat(unreadable(garden)).isEmpty();
            assertThat(garden.search("another")).hasSize(1);
        }
        try (SyncedGarden garden = open()) {
            assertThat(notes(garden)).containsExactly("dir/ash.md", "elm.md", "oak.md");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"100644 bad.md", "120000 bad.md", "40000 bad"})
    void anEntryOfTheWrongKindIsMissing(String modeAndName) throws Exception {
        try (SyncedGarden garden = open()) {
            garden.receive(work).sync();
            String wrong = modeAndName.startsWith("4") ? "HEAD:oak.md" : "HEAD:dir";
            CommitId bad = BareRepositories.commitWith(
                    garden.bare(),
                    work.head(),
                    modeAndName,
                    work.git("rev-parse", wrong).text().strip());
            garden.sync();

            assertThat(garden.commit()).isEqualTo(bad);
            assertThat(notes(garden)).containsExactly("dir/ash.md", "elm.md", "oak.md");
            assertThat(garden.loop().status().lastFailure()).isEmpty();
        }
        try (SyncedGarden garden = open()) {
            assertThat(notes(garden)).containsExactly("dir/ash.md", "elm.md", "oak.md");
            work.write("fir.md", "A fir.").commit("next");
            garden.receive(work).sync();
            assertThat(notes(garden)).containsExactly("dir/ash.md", "elm.md", "fir.md", "oak.md");
            assertThat(unreadable(garden)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD~2:oak.md", "HEAD~2:dir", "HEAD~2^{tree}"})
    void whatOnlyTheHistoryNamesHidesNothingOfToday(String lost) throws Exception {
        work.move("dir/ash.md", "ash.md");
        work.write("ash.md", "An ash that moved.")
                .write("oak.md", "An oak of today.")
                .commit("three");
        Files.delete(received(lost));
        try (SyncedGarden garden = open()) {
            assertThat(notes(garden)).containsExactly("ash.md", "elm.md", "oak.md");
            assertThat(unreadable(garden)).isEmpty();
            work.write("oak.md", "An oak of tomorrow.").commit("four");
            garden.receive(work).sync();
            assertThat(garden.search("tomorrow")).hasSize(1);
        }
    }

    /** Else a garden whose newest commit is damaged would be published without a note. */
    @Test
    void aCommitOfWhichNothingCanBeReadIsNotAnEmptyGarden() throws Exception {
        try (SyncedGarden garden = open()) {
            CommitId good = work.head();
            garden.receive(work).sync();
            work.write("fir.md", "A fir.").commit("three");
            garden.receive(work);
            Files.delete(object(garden, "HEAD^{tree}"));

            assertThat(garden.loop().sync()).failsWithin(Duration.ofSeconds(60));

            assertThat(garden.commit()).isEqualTo(good);
            assertThat(notes(garden)).hasSize(3);
        }
    }

    @Test
    void aHiddenFolderIsNotTold() throws Exception {
        work.write(".obsidian/app.json", "{}").commit("settings");
        Files.delete(received("HEAD:.obsidian"));
        try (SyncedGarden garden = open()) {
            assertThat(notes(garden)).hasSize(3);
            assertThat(unreadable(garden)).isEmpty();
        }
    }
}
