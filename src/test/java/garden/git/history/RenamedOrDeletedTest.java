package garden.git.history;

import static garden.git.history.HistoryFixture.TEXT;
import static garden.git.history.HistoryFixture.names;
import static garden.git.history.HistoryFixture.renamedOrDeleted;
import static garden.git.history.HistoryFixture.subjects;
import static org.assertj.core.api.Assertions.assertThat;

import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What became of a note that once had a name, and which names a note had. */
class RenamedOrDeletedTest extends HistoryScene {

    @Test
    void renamesAreFollowedToWhereTheNoteLives() throws IOException {
        work.write("a.md", TEXT);
        fixture.commit("add");
        work.move("a.md", "b.md");
        fixture.commit("b");
        work.move("b.md", "folder/c.md");
        fixture.commit("c");
        work.move("folder/c.md", "other/c.md");
        fixture.commit("folder");

        fixture.checkHead(view -> {
            assertThat(renamedOrDeleted(view, "a.md", "other/c.md")).isEqualTo("moved to other/c.md");
            assertThat(renamedOrDeleted(view, "b.md", "other/c.md")).isEqualTo("moved to other/c.md");
            assertThat(renamedOrDeleted(view, "folder/c.md", "other/c.md")).isEqualTo("moved to other/c.md");
            assertThat(renamedOrDeleted(view, "never.md", "other/c.md")).isEqualTo("unknown");
            assertThat(names(view, "other/c.md")).containsExactly("folder/c.md", "b.md", "a.md");
        });
    }

    @Test
    void renamesInACircleEnd() throws IOException {
        work.write("a.md", TEXT);
        fixture.commit("add");
        work.move("a.md", "b.md");
        fixture.commit("there");
        work.move("b.md", "a.md");
        fixture.commit("back");

        fixture.checkHead(view -> {
            assertThat(renamedOrDeleted(view, "b.md", "a.md")).isEqualTo("moved to a.md");
            assertThat(subjects(view, "a.md")).containsExactly("back", "there", "add");
            assertThat(names(view, "a.md")).containsExactly("b.md");
            assertThat(renamedOrDeleted(view, "b.md")).isEqualTo("unknown");
        });
    }

    @Test
    void latestRenameWins() throws IOException {
        work.write("a.md", TEXT);
        fixture.commit("add");
        work.move("a.md", "b.md");
        fixture.commit("to b");
        work.write("a.md", "Quite another text, about something else altogether.\n".repeat(9));
        fixture.commit("again");
        work.move("a.md", "c.md");
        fixture.commit("to c");

        fixture.checkHead(view -> {
            assertThat(renamedOrDeleted(view, "a.md", "b.md", "c.md")).isEqualTo("moved to c.md");
            assertThat(renamedOrDeleted(view, "a.md", "b.md")).isEqualTo("moved to b.md");
        });
    }

    @Test
    void deletedNoteIsKnownByItsLastName() throws IOException {
        work.write("a.md", TEXT);
        fixture.commit("add");
        work.move("a.md", "b.md");
        fixture.commit("rename");
        work.delete("b.md");
        fixture.commit("delete");

        fixture.checkHead(view -> {
            assertThat(renamedOrDeleted(view, "a.md")).isEqualTo("deleted as b.md");
            RenamedOrDeleted.Deleted gone =
                    (RenamedOrDeleted.Deleted) view.renamedOrDeleted(new NotePath("b.md"), path -> false);
            assertThat(gone.commit()).isEqualTo(work.head());
            assertThat(new String(fixture.repository().bytes(gone.last(), 1000), StandardCharsets.UTF_8))
                    .isEqualTo(TEXT.substring(0, 1000));
        });
    }
}
