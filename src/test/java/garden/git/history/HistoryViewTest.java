package garden.git.history;

import static garden.git.history.HistoryFixture.TEXT;
import static garden.git.history.HistoryFixture.names;
import static garden.git.history.HistoryFixture.renamedOrDeleted;
import static garden.git.history.HistoryFixture.subjects;
import static org.assertj.core.api.Assertions.assertThat;

import garden.git.GitRepo;
import garden.git.NotesRepository;
import garden.git.ServedBranch;
import garden.note.CommitId;
import garden.note.Folder;
import garden.note.NotePath;
import garden.note.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which versions the history tells of a note. */
class HistoryViewTest extends HistoryScene {

    @Test
    void versionsGoFromTheNewestAndFollowRenames() throws IOException {
        work.write("a.md", TEXT);
        fixture.commit("add");
        work.write("a.md", TEXT + "more");
        fixture.commit("change");
        work.move("a.md", "b/c.md");
        fixture.commit("move");
        work.write("b/c.md", TEXT + "even more");
        fixture.commit("change again");

        fixture.checkHead(view -> {
            assertThat(subjects(view, "b/c.md")).containsExactly("change again", "move", "change", "add");
            assertThat(names(view, "b/c.md")).containsExactly("a.md");
            assertThat(view.versionCount(new NotePath("b/c.md"))).isEqualTo(4);
            Version move = view.versions(new NotePath("b/c.md"), 1, 1).getFirst();
            assertThat(move.formerly()).contains(new NotePath("a.md"));
            assertThat(move.before()).containsExactly(move.blob());
            assertThat(view.version(new NotePath("b/c.md"), move.commit())).contains(move);
        });
    }

    @Test
    void pagesMeetWithoutGapOrRepeat() throws IOException {
        for (int i = 0; i < 5; i++) {
            work.write("a.md", TEXT + i);
            fixture.commit("v" + i);
        }
        work.move("a.md", "b.md");
        fixture.commit("move");

        fixture.checkHead(view -> {
            NotePath path = new NotePath("b.md");
            List<Version> all = view.versions(path, 0, 100);
            assertThat(view.versions(path, 0, 2)).isEqualTo(all.subList(0, 2));
            assertThat(view.versions(path, 2, 2)).isEqualTo(all.subList(2, 4));
            assertThat(view.versions(path, 4, 2)).isEqualTo(all.subList(4, 6));
            assertThat(view.versions(path, 6, 2)).isEmpty();
            assertThat(view.versions(path, Integer.MAX_VALUE / 2, 2)).isEmpty();
        });
    }

    @Test
    void nameUsedAgainBeginsAnotherLife() throws IOException {
        work.write("a.md", TEXT);
        fixture.commit("first a");
        work.move("a.md", "b.md");
        fixture.commit("a becomes b");
        work.write("a.md", "Something else.\n");
        fixture.commit("second a");

        fixture.checkHead(view -> {
            assertThat(subjects(view, "a.md")).containsExactly("second a");
            assertThat(subjects(view, "b.md")).containsExactly("a becomes b", "first a");
            assertThat(renamedOrDeleted(view, "a.md", "a.md", "b.md")).isEqualTo("unknown");
        });
    }

    @Test
    void deletedAndWrittenAgainIsAnotherNote() throws IOException {
        work.write("a.md", TEXT);
        fixture.commit("first");
        work.delete("a.md");
        fixture.commit("delete");
        work.write("a.md", TEXT);
        fixture.commit("again");

        fixture.checkHead(view -> assertThat(subjects(view, "a.md")).containsExactly("again"));
    }

    @Test
    void ignoredCommitChangesNothing() throws IOException {
        work.write("a.md", TEXT);
        fixture.commit("add");
        work.write("a.md", TEXT.replace("note", "NOTE"));
        CommitId reformatting = work.commit("reformat");
        work.write(".git-blame-ignore-revs", "# reformatting\n" + reformatting + "\n");
        fixture.commit("ignore it");
        try (History history = fixture.history(OpenRules.OPEN)) {
            history.advance(Optional.empty(), reformatting);
            history.advance(Optional.of(reformatting), work.head());

            HistoryView view = history.at(work.head()).orElseThrow();
            NotePath path = new NotePath("a.md");
            assertThat(view.versions(path, 0, 9)).extracting(Version::isIgnored).containsExactly(true, false);
            assertThat(view.versionCount(path)).isEqualTo(2);
            assertThat(view.changeCount(path)).isEqualTo(1);
            assertThat(history.dates(path).orElseThrow().modified()).isEqualTo(GitRepo.START);
        }
    }

    @Test
    void mergeIsAVersionOfWhatItResolvedByHand() throws IOException {
        work.write("a.md", "1").write("b.md", "1");
        fixture.commit("root");
        work.git("checkout", "-q", "-b", "side").orFail();
        work.write("a.md", "side").write("b.md", "side");
        fixture.commit("side");
        work.git("checkout", "-q", "main").orFail();
        work.write("a.md", "main");
        fixture.commit("main");
        work.git("merge", "-q", "--no-commit", "side");
        work.write("a.md", "both");
        fixture.commit("merge");

        fixture.checkHead(view -> {
            assertThat(view.versions(new NotePath("a.md"), 0, 9)).hasSize(4);
            assertThat(view.versions(new NotePath("a.md"), 0, 1).getFirst().before())
                    .hasSize(2);
            assertThat(subjects(view, "b.md")).containsExactly("side", "root");
        });
    }

    @Test
    void orderFollowsTheCommitsWhateverTheClockSays() throws IOException {
        work.at(GitRepo.START.plusSeconds(1_000_000)).write("a.md", "1");
        fixture.commit("first");
        work.at(GitRepo.START).write("a.md", "2");
        fixture.commit("second, by a clock that is late");
        work.at(GitRepo.START.plusSeconds(500)).write("a.md", "3");
        fixture.commit("third");

        fixture.checkHead(view -> assertThat(subjects(view, "a.md"))
                .containsExactly("third", "second, by a clock that is late", "first"));
    }

    @Test
    void shallowHistoryLeavesWhatItDoesNotKnow() throws IOException {
        work.write("old.md", "1");
        fixture.commit("old");
        work.write("cut.md", "1");
        fixture.commit("cut");
        work.write("new.md", "1");
        fixture.commit("new");
        Path shallow = folder.resolve("shallow");
        GitRepo.runIn(folder, "clone", "-q", "--depth", "2", "file://" + work.path(), shallow.toString())
                .orFail();
        try (NotesRepository cut =
                        NotesRepository.open(shallow.resolve(".git"), new ServedBranch("main"), Folder.ROOT);
                History history = History.open(cut, folder.resolve("shallow.mv"), OpenRules.OPEN, commits -> {})) {
            history.advance(Optional.empty(), work.head());
            assertThat(cut.isShallow()).isTrue();
            assertThat(fixture.repository().isShallow()).isFalse();
            assertThat(history.dates(new NotePath("old.md"))).isEmpty();
            assertThat(history.dates(new NotePath("new.md"))).isPresent();
            assertThat(subjects(history.at(work.head()).orElseThrow(), "old.md"))
                    .isEmpty();
        }
    }

    @Test
    void viewStaysAsItIsWhileTheHistoryGoesOn() throws IOException {
        work.write("a.md", "0");
        CommitId first = work.commit("v0");
        try (History history = fixture.history(OpenRules.OPEN)) {
            history.advance(Optional.empty(), first);
            HistoryView view = history.at(first).orElseThrow();
            CommitId last = first;
            for (int i = 1; i < 8; i++) {
                work.write("a.md", "" + i).write("b" + i + ".md", "" + i);
                CommitId next = work.commit("v" + i);
                history.advance(Optional.of(last), next);
                last = next;

                assertThat(subjects(view, "a.md")).containsExactly("v0");
                assertThat(subjects(history.at(next).orElseThrow(), "a.md")).hasSize(i + 1);
            }
            assertThat(history.at(first)).isPresent();
            history.advance(Optional.of(last), work.write("a.md", "8").commit("v8"));
            assertThat(history.at(first)).isEmpty();
        }
    }

    @Test
    void readersSeeOneCommitWhileTheHistoryIsMadeAnew() throws Exception {
        for (int i = 0; i < 40; i++) {
            work.write("a.md", "" + i);
            fixture.commit("v" + i);
        }
        CommitId tip = work.head();
        try (History history = fixture.history(OpenRules.OPEN)) {
            history.advance(Optional.empty(), tip);
            HistoryView view = history.at(tip).orElseThrow();
            List<String> expected = subjects(view, "a.md");
            Thread writer = Thread.ofPlatform().start(() -> {
                try {
                    for (int i = 0; i < 20; i++) {
                        history.advance(Optional.empty(), tip);
                    }
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            int reads = 0;
            while (writer.isAlive() || reads == 0) {
                assertThat(subjects(history.at(tip).orElseThrow(), "a.md")).isEqualTo(expected);
                reads++;
            }
            writer.join();
        }
    }
}
