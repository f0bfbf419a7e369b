package garden.git.history;

import static garden.git.history.HistoryFixture.TEXT;
import static garden.git.history.HistoryFixture.names;
import static garden.git.history.HistoryFixture.renamedOrDeleted;
import static garden.git.history.HistoryFixture.subjects;
import static org.assertj.core.api.Assertions.assertThat;

import garden.git.NotesRepository;
import garden.git.ServedBranch;
import garden.note.Folder;
import garden.note.NotePath;
import garden.note.Version;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the history tells no one. A text that begins with "secret" is hidden, and so is the folder {@code private}. */
class HistoryPrivacyTest extends HistoryScene {

    @Test
    void whatWasHiddenIsInNoHistory() throws IOException {
        work.write("a.md", "secret\n" + TEXT);
        fixture.commit("draft of a heron");
        work.write("a.md", TEXT);
        fixture.commit("publish");
        work.write("a.md", "secret\n" + TEXT);
        fixture.commit("hide");
        work.write("a.md", TEXT + "more");
        fixture.commit("publish again");

        fixture.checkHead(view -> {
            assertThat(subjects(view, "a.md")).containsExactly("publish again", "publish");
            assertThat(view.versions(new NotePath("a.md"), 0, 9))
                    .allMatch(version -> version.before().isEmpty());
            assertThat(view.versionCount(new NotePath("a.md"))).isEqualTo(2);
        });
    }

    @Test
    void hiddenNamesAreNotTold() throws IOException {
        work.write("private/a.md", TEXT);
        fixture.commit("hidden");
        work.move("private/a.md", "b.md");
        fixture.commit("publish");
        work.write("gone.md", "secret\n" + TEXT.repeat(2));
        fixture.commit("hidden too");
        work.delete("gone.md");
        fixture.commit("gone");

        fixture.checkHead(view -> {
            assertThat(names(view, "b.md")).isEmpty();
            assertThat(renamedOrDeleted(view, "private/a.md", "b.md")).isEqualTo("unknown");
            assertThat(renamedOrDeleted(view, "gone.md", "b.md")).isEqualTo("unknown");
            assertThat(view.versions(new NotePath("b.md"), 0, 9))
                    .singleElement()
                    .matches(version -> version.formerly().isEmpty());
            assertThat(view.touches(0, 9)).hasSize(1);
        });
    }

    @Test
    void subjectIsToldOnlyWhenAllThatTheCommitTouchesMayBeSeen() throws IOException {
        work.write("a.md", "1").write("private/diary.md", "1");
        fixture.commit("about the diary");
        work.write("a.md", "2").write(".obsidian/workspace.json", "{}");
        fixture.commit("about a");

        fixture.checkHead(view -> assertThat(subjects(view, "a.md")).containsExactly("about a", ""));
    }

    @Test
    void folderOutsideOfTheGardenHidesTheSubject() throws IOException {
        work.write("notes/a.md", "1").write("src/main.c", "1");
        fixture.commit("both");
        work.write("notes/a.md", "2");
        fixture.commit("note alone");
        try (NotesRepository notes = NotesRepository.open(
                        folder.resolve("work/.git"), new ServedBranch("main"), new Folder("notes"));
                History history = History.open(notes, folder.resolve("notes.mv"), OpenRules.OPEN, commits -> {})) {
            history.advance(Optional.empty(), work.head());
            HistoryView view = history.at(work.head()).orElseThrow();
            assertThat(subjects(view, "a.md")).first().isEqualTo("note alone");
        }
    }

    @Test
    void mailAddressesAndControlCharactersAreTakenOut() throws IOException {
        work.write("a.md", "1");
        work.git("add", "-A").orFail();
        work.git(
                        "commit",
                        "-q",
                        "--author=ada@example.org <ada@example.org>",
                        "-m",
                        "for \u202Ebob@example.org\u0007 now")
                .orFail();

        fixture.checkHead(view -> {
            Version version = view.versions(new NotePath("a.md"), 0, 1).getFirst();
            assertThat(version.author()).isEqualTo("ada");
            assertThat(version.subject()).isEqualTo("for … now");
        });
    }

    @Test
    void mailmapGivesNames() throws IOException {
        work.write("a.md", "1").write(".mailmap", "Ada Lovelace <author@example.org>\n");
        fixture.commit("add");

        fixture.checkHead(view -> assertThat(view.authors(new NotePath("a.md"), 9))
                .singleElement()
                .matches(author -> author.name().equals("Ada Lovelace") && author.versions() == 1));
    }
}
