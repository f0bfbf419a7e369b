package garden.git.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import garden.git.GitRepo;
import garden.git.NotesRepository;
import garden.git.RawCommits;
import garden.git.ServedBranch;
import garden.note.CommitId;
import garden.note.Dates;
import garden.note.Folder;
import garden.note.NotePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {

    private static final String LONG_TEXT = "A line of a note that is long enough to be recognised.\n".repeat(20);

    @TempDir
    Path folder;

    private GitRepo work;

    @AutoClose
    private NotesRepository repository;

    private Path file;

    @BeforeEach
    void open() throws IOException {
        work = GitRepo.in(folder.resolve("work"));
        repository = NotesRepository.open(folder.resolve("work/.git"), new ServedBranch("main"), Folder.ROOT);
        file = folder.resolve("history");
    }

    private History history() throws IOException {
        return History.open(repository, file, OpenRules.OPEN, commits -> {});
    }

    private static Instant day(int day) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * day);
    }

    private CommitId commitOn(int day) {
        return work.at(day(day)).commit("day " + day);
    }

    @Test
    void originIsTheFirstNameThroughRenamesAndMoves() throws IOException {
        work.write("a.md", LONG_TEXT);
        commitOn(1);
        work.move("a.md", "b.md");
        commitOn(2);
        work.move("b.md", "c/b.md");
        CommitId tip = commitOn(3);
        try (History history = history()) {
            history.advance(Optional.empty(), tip);

            assertThat(history.firstPath(new NotePath("c/b.md"))).isEqualTo(new NotePath("a.md"));
            assertThat(history.firstPath(new NotePath("a.md"))).isEqualTo(new NotePath("a.md"));
            assertThat(history.firstPath(new NotePath("never.md"))).isEqualTo(new NotePath("never.md"));
        }
    }

    @Test
    void originOfANoteRenamedThereAndBackIsItsFirstName() throws IOException {
        work.write("b.md", LONG_TEXT);
        commitOn(1);
        work.move("b.md", "a.md");
        commitOn(2);
        work.move("a.md", "b.md");
        CommitId tip = commitOn(3);
        try (History history = history()) {
            history.advance(Optional.empty(), tip);

            assertThat(history.firstPath(new NotePath("b.md"))).isEqualTo(new NotePath("b.md"));
        }
    }

    /** Days as in {@code "1-3"}: created, modified. */
    private void checkDates(CommitId tip, String path, String days) throws IOException {
        Files.deleteIfExists(file);
        try (History history = history()) {
            history.advance(Optional.empty(), tip);
            checkDates(history, path, days);
        }
    }

    private static void checkDates(History history, String path, String days) {
        assertThat(history.dates(new NotePath(path)).map(HistoryTest::days)).contains(days);
    }

    private static String days(Dates dates) {
        long start = day(0).getEpochSecond();
        return (dates.created().getEpochSecond() - start) / 86_400 + "-"
                + (dates.modified().getEpochSecond() - start) / 86_400;
    }

    private static Set<NotePath> paths(String... paths) {
        return Set.copyOf(Arrays.stream(paths).map(NotePath::new).toList());
    }

    @Test
    void firstAndLastChangeAreTheDates() throws IOException {
        work.write("a.md", "1");
        commitOn(1);
        work.write("b.md", "1");
        commitOn(2);
        work.write("a.md", "2");
        CommitId tip = commitOn(3);

        checkDates(tip, "a.md", "1-3");
        checkDates(tip, "b.md", "2-2");
    }

    @Test
    void authorTimeCountsAndNotThatOfARebase() throws IOException {
        work.write("a.md", "1");
        commitOn(1);
        work.at(day(9))
                .git("commit", "-q", "--amend", "--no-edit", "--date=" + day(1))
                .orFail();

        assertThat(repository.commit(work.head()).committed()).isEqualTo(day(9));
        checkDates(work.head(), "a.md", "1-1");
    }

    @Test
    void mergeTouchesOnlyWhatItResolves() throws IOException {
        work.write("a.md", "1").write("b.md", "1");
        commitOn(1);
        work.git("checkout", "-q", "-b", "side").orFail();
        work.write("a.md", "side").write("b.md", "side");
        commitOn(2);
        work.git("checkout", "-q", "main").orFail();
        work.write("b.md", "main");
        commitOn(3);
        work.git("merge", "-q", "--no-commit", "side");
        work.write("b.md", "both");
        CommitId tip = commitOn(4);

        checkDates(tip, "a.md", "1-2");
        checkDates(tip, "b.md", "1-4");
    }

    @Test
    void movedFileKeepsItsCreation() throws IOException {
        work.write("a.md", "1");
        commitOn(1);
        work.move("a.md", "x/b.md");
        commitOn(2);
        work.move("x/b.md", "c.md");
        CommitId tip = commitOn(3);

        checkDates(tip, "c.md", "1-3");
        checkDates(tip, "x/b.md", "1-2");
    }

    @Test
    void movedAndEditedFileKeepsItsCreation() throws IOException {
        work.write("a.md", LONG_TEXT);
        commitOn(1);
        work.delete("a.md").write("b.md", LONG_TEXT + "One line more.\n");
        CommitId tip = commitOn(2);

        checkDates(tip, "b.md", "1-2");
    }

    @Test
    void otherFileInPlaceOfADeletedOneIsNew() throws IOException {
        work.write("a.md", LONG_TEXT);
        commitOn(1);
        work.delete("a.md").write("b.md", "Something else entirely.\n");
        CommitId tip = commitOn(2);

        checkDates(tip, "b.md", "2-2");
    }

    @Test
    void renamesInACircleEnd() throws IOException {
        work.write("a.md", "1");
        commitOn(1);
        work.move("a.md", "b.md");
        commitOn(2);
        work.move("b.md", "a.md");
        CommitId tip = commitOn(3);

        checkDates(tip, "a.md", "1-3");
        checkDates(tip, "b.md", "1-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"99999999999999999999", "9223372036854775807", "31556889864403200", "-5", "", "x", "999999999999"
            })
    void impossibleTimesAreBroughtIntoRange(String seconds) throws IOException {
        CommitId commit = RawCommits.writtenAt(work.path(), seconds);
        try (History history = history()) {
            history.advance(Optional.empty(), commit);
            Instant created = history.dates(new NotePath("a.md")).orElseThrow().created();
            assertThat(created).isBetween(Instant.EPOCH, Instant.parse("9999-12-31T23:59:59Z"));
            assertThat(repository.commit(commit).authored()).isEqualTo(created);
        }
    }

    @Test
    void onlyTheGardensFolderCounts() throws IOException {
        work.write("notes/a.md", "1").write("a.md", "1");
        commitOn(1);
        work.write("a.md", "2");
        CommitId tip = commitOn(2);
        try (NotesRepository notes = NotesRepository.open(
                        folder.resolve("work/.git"), new ServedBranch("main"), new Folder("notes"));
                History history = History.open(notes, file, OpenRules.OPEN, commits -> {})) {
            assertThat(history.advance(Optional.empty(), tip)).isEqualTo(paths("a.md"));
            checkDates(history, "a.md", "1-1");
        }
    }

    @Test
    void advanceReturnsWhatMayHaveChanged() throws IOException {
        work.write("a.md", "1").write("b.md", "1");
        CommitId first = commitOn(1);
        work.write("b.md", "2");
        CommitId second = commitOn(2);
        try (History history = history()) {
            assertThat(history.advance(Optional.empty(), first)).isEqualTo(paths("a.md", "b.md"));
            assertThat(history.advance(Optional.of(first), second)).isEqualTo(paths("b.md"));
            assertThat(history.advance(Optional.of(first), second)).isEqualTo(paths("b.md"));
            assertThat(history.advance(Optional.of(second), second)).isEmpty();
            assertThat(history.commit()).contains(second);
        }
    }

    @Test
    void earlierCreationOfAFormerNameReachesTheNewName() throws IOException {
        work.write("a.md", "1");
        CommitId root = commitOn(5);
        work.move("a.md", "b.md");
        CommitId renamed = commitOn(6);
        work.git("checkout", "-q", "-b", "old", root.hex()).orFail();
        work.write("a.md", "older");
        commitOn(2);
        work.git("checkout", "-q", "main").orFail();
        work.at(day(7)).git("merge", "-q", "-s", "ours", "old").orFail();
        try (History history = history()) {
            history.advance(Optional.empty(), renamed);
            checkDates(history, "b.md", "5-6");
            assertThat(history.advance(Optional.of(renamed), work.head())).isEqualTo(paths("a.md", "b.md"));
            checkDates(history, "b.md", "2-6");
        }
    }

    @Test
    void forcedUpdateForgetsWhatIsGone() throws IOException {
        work.write("a.md", "1");
        CommitId root = commitOn(1);
        work.write("a.md", "2").write("b.md", "1");
        CommitId gone = commitOn(2);
        work.git("reset", "-q", "--hard", root.hex()).orFail();
        work.write("c.md", "1");
        CommitId tip = commitOn(3);
        try (History history = history()) {
            history.advance(Optional.empty(), gone);
            assertThat(history.advance(Optional.of(gone), tip)).isEqualTo(paths("a.md", "b.md", "c.md"));
            checkDates(history, "a.md", "1-1");
            assertThat(history.dates(new NotePath("b.md"))).isEmpty();
        }
    }

    @Test
    void reopenedFileKnowsItsCommit() throws IOException {
        work.write("a.md", "1");
        CommitId tip = commitOn(1);
        try (History history = history()) {
            history.advance(Optional.empty(), tip);
        }
        try (History history = history()) {
            assertThat(history.commit()).contains(tip);
            checkDates(history, "a.md", "1-1");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void damagedFileIsBegunAnew(int damage) throws IOException {
        work.write("a.md", "1");
        CommitId tip = commitOn(1);
        try (History history = history()) {
            history.advance(Optional.empty(), tip);
        }
        byte[] bytes = Files.readAllBytes(file);
        switch (damage) {
            case 0 -> Files.write(file, new byte[0]);
            case 1 -> Files.writeString(file, "not a store at all");
            case 2 -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            default -> {
                Arrays.fill(bytes, 100, bytes.length, (byte) 0x5a);
                Files.write(file, bytes);
            }
        }

        try (History history = history()) {
            assertThat(history.commit()).isEmpty();
            history.advance(history.commit(), tip);
            checkDates(history, "a.md", "1-1");
        }
    }

    @Test
    void fileOfAnotherFolderIsBegunAnew() throws IOException {
        work.write("a.md", "1");
        CommitId tip = commitOn(1);
        try (History history = history()) {
            history.advance(Optional.empty(), tip);
        }
        try (NotesRepository notes = NotesRepository.open(
                        folder.resolve("work/.git"), new ServedBranch("main"), new Folder("notes"));
                History history = History.open(notes, file, OpenRules.OPEN, commits -> {})) {
            assertThat(history.commit()).isEmpty();
        }
    }

    @Test
    void fileInUseIsAnErrorAndNotTouched() throws IOException {
        work.write("a.md", "1");
        CommitId tip = commitOn(1);
        try (History history = history()) {
            history.advance(Optional.empty(), tip);
            assertThatThrownBy(this::history)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another process has it open");
            assertThat(history.dates(new NotePath("a.md"))).isPresent();
        }
    }
}
