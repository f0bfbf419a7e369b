package garden.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.Folder;
import garden.note.NotePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesRepositoryTest {

    @TempDir
    Path folder;

    private GitRepo work;

    @BeforeEach
    void makeWork() {
        work = GitRepo.in(folder.resolve("work"));
    }

    private NotesRepository open(String garden) throws IOException {
        return NotesRepository.open(folder.resolve("work/.git"), new ServedBranch("main"), new Folder(garden));
    }

    private static List<String> paths(NotesRepository repository, CommitId commit) throws IOException {
        return repository.files(commit).stream()
                .map(file -> file.path().value())
                .toList();
    }

    private static Stream<String> texts(List<Change> changes) {
        return changes.stream().map(change -> switch (change) {
            case Change.Put put -> "put " + put.path();
            case Change.Delete delete -> "delete " + delete.path();
        });
    }

    @Test
    void unbornBranchHasNoTip() throws IOException {
        try (NotesRepository repository = open("")) {
            assertThat(repository.tip()).isEmpty();
        }
    }

    @Test
    void filesAreOrderedByPath() throws IOException {
        CommitId commit = work.write("b/a.md", "1")
                .write("b.md", "2")
                .write("é.md", "3")
                .write("A.md", "4")
                .commit("c");
        try (NotesRepository repository = open("")) {
            assertThat(paths(repository, commit)).containsExactly("A.md", "b.md", "b/a.md", "é.md");
        }
    }

    @Test
    void filesAreRelativeToTheGardensFolder() throws IOException {
        CommitId commit =
                work.write("docs/notes/a/b.md", "1").write("docs/notes.md", "2").commit("c");
        try (NotesRepository repository = open("docs/notes")) {
            assertThat(paths(repository, commit)).containsExactly("a/b.md");
        }
        try (NotesRepository repository = open("docs/notes.md")) {
            assertThat(repository.files(commit)).isEmpty();
        }
    }

    @Test
    void symbolicLinksAndSubmodulesAreLeftOut() throws IOException {
        work.write("a.md", "1").commit("c");
        Files.createSymbolicLink(work.path().resolve("link.md"), Path.of("elsewhere"));
        String head = work.head().hex();
        work.git("update-index", "--add", "--cacheinfo", "160000," + head + ",sub")
                .orFail();
        CommitId commit = work.commit("d");
        try (NotesRepository repository = open("")) {
            assertThat(paths(repository, commit)).containsExactly("a.md");
        }
    }

    @Test
    void changesAreByPathAndByBytes() throws IOException {
        CommitId before =
                work.write("a.md", "1").write("b.md", "2").write("c.md", "3").commit("c");
        CommitId after =
                work.delete("b.md").write("a.md", "x").write("d.md", "4").commit("d");
        try (NotesRepository repository = open("")) {
            assertThat(texts(repository.changes(before, after))).containsExactly("put a.md", "delete b.md", "put d.md");
            assertThat(texts(repository.changes(after, before))).containsExactly("put a.md", "put b.md", "delete d.md");
            assertThat(repository.changes(after, after)).isEmpty();
        }
    }

    @Test
    void executableBitIsNoChange() throws IOException {
        CommitId before = work.write("a.md", "1").commit("c");
        work.git("update-index", "--chmod=+x", "a.md").orFail();
        work.git("commit", "-q", "-m", "d").orFail();
        try (NotesRepository repository = open("")) {
            assertThat(repository.changes(before, work.head())).isEmpty();
            assertThat(paths(repository, work.head())).containsExactly("a.md");
        }
    }

    @Test
    void fileThatBecomesALinkOrAFolderIsDeleted() throws IOException {
        CommitId before = work.write("a.md", "1").write("b", "2").commit("c");
        work.delete("a.md").delete("b").write("b/c.md", "3");
        Files.createSymbolicLink(work.path().resolve("a.md"), Path.of("b"));
        CommitId after = work.commit("d");
        try (NotesRepository repository = open("")) {
            assertThat(texts(repository.changes(before, after)))
                    .containsExactly("delete a.md", "delete b", "put b/c.md");
        }
    }

    @Test
    void changesOutsideTheFolderAndAcrossUnrelatedHistoriesAreSeenFromTheFolder() throws IOException {
        CommitId before = work.write("notes/a.md", "1").write("x.md", "1").commit("c");
        work.git("checkout", "-q", "--orphan", "other").orFail();
        CommitId after = work.delete("notes/a.md").write("x.md", "2").commit("d");
        try (NotesRepository repository = open("notes")) {
            assertThat(texts(repository.changes(before, after))).containsExactly("delete a.md");
            assertThat(repository.isAncestor(before, after)).isFalse();
        }
    }

    @Test
    void blobIsReadWholeInPartAndFromAnOffset() throws IOException {
        CommitId commit = work.write("a.md", "0123456789").commit("c");
        try (NotesRepository repository = open("")) {
            BlobId blob = repository.files(commit).get(0).blob();
            assertThat(repository.size(blob)).isEqualTo(10);
            assertThat(repository.bytes(blob, 4)).asString().isEqualTo("0123");
            assertThat(repository.bytes(blob, 100)).asString().isEqualTo("0123456789");
            try (InputStream stream = repository.stream(blob, 7)) {
                assertThat(stream.readAllBytes()).asString().isEqualTo("789");
            }
            assertThatThrownBy(() -> repository.stream(blob, 11)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void commitSaysWhoWhenAndWhat() throws IOException {
        CommitId id = work.write("a.md", "1")
                .at(Instant.parse("2020-02-03T04:05:06Z"))
                .commit("Plant an oak\non the hill\n\nbecause");
        try (NotesRepository repository = open("")) {
            assertThat(repository.commit(id))
                    .isEqualTo(new Commit(
                            id,
                            "Author",
                            Instant.parse("2020-02-03T04:05:06Z"),
                            Instant.parse("2020-02-03T04:05:06Z"),
                            "Plant an oak on the hill"));
        }
    }

    @Test
    void commitIsItsOwnAncestorAndThatOfWhatFollows() throws IOException {
        CommitId first = work.commit("c");
        CommitId second = work.commit("d");
        try (NotesRepository repository = open("")) {
            assertThat(repository.isAncestor(first, first)).isTrue();
            assertThat(repository.isAncestor(first, second)).isTrue();
            assertThat(repository.isAncestor(second, first)).isFalse();
        }
    }

    @Test
    void unknownObjectIsNamedInTheError() throws IOException {
        try (NotesRepository repository = open("")) {
            CommitId commit = new CommitId("1".repeat(40));
            assertThat(repository.holds(commit)).isFalse();
            assertThatThrownBy(() -> repository.files(commit))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot read commit " + commit);
            assertThatThrownBy(() -> repository.size(new BlobId("2".repeat(40))))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot read blob 2222");
        }
    }

    @Test
    void folderWithoutARepositoryIsAnError() {
        Path nothing = folder.resolve("nothing");
        assertThatThrownBy(() -> NotesRepository.open(nothing, new ServedBranch("main"), Folder.ROOT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot open " + nothing);
    }

    @Test
    void oddNamesAreKept() throws IOException {
        CommitId commit = work.write("a b\\c.md", "1").write(" .md", "2").commit("c");
        try (NotesRepository repository = open("")) {
            assertThat(repository.files(commit))
                    .extracting(GitFile::path)
                    .containsExactly(new NotePath(" .md"), new NotePath("a b\\c.md"));
        }
    }
}
