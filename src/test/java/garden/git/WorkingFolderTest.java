package garden.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import garden.note.CommitId;
import garden.note.Folder;
import garden.note.NotePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingFolderTest {

    @TempDir
    private Path temp;

    private WorkingFolder open(Path folder) throws IOException {
        return WorkingFolder.open(folder, temp.resolve("preview.git"));
    }

    private static List<String> files(WorkingFolder folder) throws IOException {
        try (NotesRepository notes = folder.notes()) {
            return notes.files(notes.tip().orElseThrow()).stream()
                    .map(file -> file.path().value())
                    .toList();
        }
    }

    private static CommitId tip(WorkingFolder folder) throws IOException {
        try (NotesRepository notes = folder.notes()) {
            return notes.tip().orElseThrow();
        }
    }

    private static String text(WorkingFolder folder, String path) throws IOException {
        try (NotesRepository notes = folder.notes()) {
            for (GitFile file : notes.files(notes.tip().orElseThrow())) {
                if (file.path().value().equals(path)) {
                    return new String(notes.bytes(file.blob(), 1_000), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no " + path);
    }

    @Test
    void aFolderOutsideGitIsServedAsItIs() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("notes/trees"));
        Files.writeString(folder.resolve("Oak.md"), "An oak.");
        try (WorkingFolder working = open(temp.resolve("notes"))) {
            assertThat(working.refresh(Set.of())).isTrue();
            assertThat(files(working)).containsExactly("trees/Oak.md");
            assertThat(working.uncommitted(tip(working))).isEmpty();
        }
    }

    @Test
    void whatIsCommittedIsTheCommitItself() throws IOException {
        GitRepo repo = GitRepo.in(temp.resolve("repo")).write("Oak.md", "An oak.");
        CommitId commit = repo.commit("Plant");
        try (WorkingFolder working = open(repo.path())) {
            working.refresh(Set.of());
            assertThat(tip(working)).isEqualTo(commit);
            assertThat(working.refresh(Set.of())).isFalse();
        }
    }

    @Test
    void whatIsNotCommittedIsACommitOnTop() throws IOException {
        GitRepo repo =
                GitRepo.in(temp.resolve("repo")).write("Oak.md", "An oak.").write("Elm.md", "An elm.");
        CommitId commit = repo.commit("Plant");
        repo.write("Oak.md", "An old oak.").write("Ash.md", "An ash.").delete("Elm.md");
        try (WorkingFolder working = open(repo.path())) {
            working.refresh(Set.of());
            assertThat(files(working)).containsExactly("Ash.md", "Oak.md");
            assertThat(text(working, "Oak.md")).isEqualTo("An old oak.");
            assertThat(working.uncommitted(tip(working)))
                    .containsExactlyInAnyOrder(new NotePath("Ash.md"), new NotePath("Elm.md"), new NotePath("Oak.md"));
            try (NotesRepository notes = working.notes()) {
                assertThat(notes.isAncestor(commit, tip(working))).isTrue();
            }
        }
        assertThat(repo.git("status", "--short").text()).contains("M Oak.md", "D Elm.md", "?? Ash.md");
        assertThat(repo.head()).isEqualTo(commit);
    }

    @Test
    void aCommitByTheAuthorEndsTheMark() throws IOException {
        GitRepo repo = GitRepo.in(temp.resolve("repo")).write("Oak.md", "An oak.");
        repo.commit("Plant");
        repo.write("Oak.md", "An old oak.");
        try (WorkingFolder working = open(repo.path())) {
            working.refresh(Set.of());
            CommitId later = repo.commit("Grow");
            assertThat(working.refresh(Set.of())).isTrue();
            assertThat(tip(working)).isEqualTo(later);
            assertThat(working.uncommitted(later)).isEmpty();
        }
    }

    @Test
    void ignoredFilesAreLeftOutUnlessTracked() throws IOException {
        GitRepo repo = GitRepo.in(temp.resolve("repo")).write("Kept.md", "Tracked.");
        repo.commit("Plant");
        repo.write(".gitignore", "Kept.md\nbuild/\n*.tmp\n")
                .write("build/Out.md", "Made.")
                .write("Oak.tmp", "Half.");
        try (WorkingFolder working = open(repo.path())) {
            working.refresh(Set.of());
            assertThat(files(working)).containsExactly(".gitignore", "Kept.md");
        }
    }

    @Test
    void aFolderInsideAWorkTreeIsServedAlone() throws IOException {
        GitRepo repo =
                GitRepo.in(temp.resolve("repo")).write("README.md", "Code.").write("docs/Oak.md", "An oak.");
        CommitId commit = repo.commit("Plant");
        try (WorkingFolder working = open(repo.path().resolve("docs"))) {
            working.refresh(Set.of());
            assertThat(tip(working)).isEqualTo(commit);
            repo.write("docs/Ash.md", "An ash.").write("README.md", "Other code.");
            working.refresh(Set.of());
            assertThat(files(working)).containsExactly("Ash.md", "Oak.md");
            assertThat(working.uncommitted(tip(working))).containsExactly(new NotePath("Ash.md"));
            try (NotesRepository notes = working.notes()) {
                assertThat(notes.folder()).isEqualTo(new Folder("docs"));
            }
        }
    }

    @Test
    void aChangeThatKeepsSizeAndTimeIsSeenWhenItIsTold() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("notes"));
        Path oak = Files.writeString(folder.resolve("Oak.md"), "An oak.");
        FileTime time = Files.getLastModifiedTime(oak);
        try (WorkingFolder working = open(folder)) {
            working.refresh(Set.of());
            Files.writeString(oak, "An elm.");
            Files.setLastModifiedTime(oak, time);
            assertThat(working.refresh(Set.of(oak))).isTrue();
            assertThat(text(working, "Oak.md")).isEqualTo("An elm.");
        }
    }

    @Test
    void aFolderThatIsGoneIsSaidAndTheLastStateStays() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("notes"));
        Files.writeString(folder.resolve("Oak.md"), "An oak.");
        try (WorkingFolder working = open(folder)) {
            working.refresh(Set.of());
            Files.move(folder, temp.resolve("elsewhere"));
            assertThatThrownBy(() -> working.refresh(Set.of()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is gone");
            assertThat(files(working)).containsExactly("Oak.md");
            Files.move(temp.resolve("elsewhere"), folder);
            Files.writeString(folder.resolve("Ash.md"), "An ash.");
            assertThat(working.refresh(Set.of())).isTrue();
            assertThat(files(working)).containsExactly("Ash.md", "Oak.md");
        }
    }

    @Test
    void aRepositoryWithoutCommitsHasOnlyUncommittedNotes() throws IOException {
        GitRepo repo = GitRepo.in(temp.resolve("repo")).write("Oak.md", "An oak.");
        try (WorkingFolder working = open(repo.path())) {
            working.refresh(Set.of());
            assertThat(working.uncommitted(tip(working))).containsExactly(new NotePath("Oak.md"));
        }
    }

    @Test
    void linksOutOfTheFolderAreNotFollowed() throws IOException {
        Path secret = Files.writeString(temp.resolve("secret.md"), "Secret.");
        Path folder = Files.createDirectories(temp.resolve("notes"));
        Files.createSymbolicLink(folder.resolve("Oak.md"), secret);
        Files.createSymbolicLink(folder.resolve("all"), temp);
        Files.writeString(folder.resolve("Ash.md"), "An ash.");
        try (WorkingFolder working = open(folder)) {
            working.refresh(Set.of());
            assertThat(files(working)).containsExactly("Ash.md");
        }
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(temp.resolve("Oak.md"), "An oak.");
        assertThatThrownBy(() -> open(file)).isInstanceOf(IOException.class).hasMessageContaining("found a file");
    }
}
