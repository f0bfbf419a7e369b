package garden.git.working;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import garden.git.BareRepository;
import garden.git.GitFile;
import garden.git.GitRepo;
import garden.git.NotesRepository;
import garden.note.CommitId;
import garden.note.Folder;
import garden.note.NotePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
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

    private static Set<NotePath> uncommitted(WorkingFolder folder) throws IOException {
        return folder.draft(tip(folder)).map(draft -> draft.written().keySet()).orElse(Set.of());
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
    void ofAVaultOnlyTheSettingsOnDiskAreServed() throws IOException {
        GitRepo repo = GitRepo.in(temp.resolve("work"));
        repo.write("notes/a.md", "a").write(".obsidian/app.json", "{}").write("notes/.obsidian/x.json", "old");
        repo.commit("all");
        repo.write("notes/.obsidian/app.json", "{\"strictLineBreaks\": true}").write("notes/.obsidian/x.json", "new");
        repo.write("notes/.obsidian/y.json", "new").write("notes/a.md", "b");
        try (WorkingFolder folder = open(repo.path().resolve("notes"))) {
            folder.refresh(Set.of());
            assertThat(files(folder)).containsExactly(".obsidian/app.json", ".obsidian/x.json", "a.md");
            assertThat(text(folder, ".obsidian/x.json")).isEqualTo("old");
            assertThat(vaultSettings(folder)).isEqualTo("{\"strictLineBreaks\": true}");

            repo.delete("notes/.obsidian/app.json");
            folder.refresh(Set.of(repo.path().resolve("notes/.obsidian/app.json")));
            assertThat(vaultSettings(folder)).as("of the vault around it").isEqualTo("{}");
        }
    }

    private static String vaultSettings(WorkingFolder folder) throws IOException {
        try (NotesRepository notes = folder.notes()) {
            return new String(
                    notes.bytes(notes.vaultSettings(notes.tip().orElseThrow()).orElseThrow(), 1_000),
                    StandardCharsets.UTF_8);
        }
    }

    @Test
    void aFolderOutsideGitIsServedAsItIs() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("notes/trees"));
        Files.writeString(folder.resolve("Oak.md"), "An oak.");
        try (WorkingFolder working = open(temp.resolve("notes"))) {
            assertThat(working.refresh(Set.of())).isTrue();
            assertThat(files(working)).containsExactly("trees/Oak.md");
            assertThat(working.isInGit()).isFalse();
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
            assertThat(uncommitted(working)).containsExactlyInAnyOrder(new NotePath("Ash.md"), new NotePath("Oak.md"));
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
            assertThat(working.draft(later)).isEmpty();
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
            assertThat(files(working)).containsExactly("Kept.md");
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
            assertThat(uncommitted(working)).containsExactly(new NotePath("Ash.md"));
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
            assertThat(uncommitted(working)).containsExactly(new NotePath("Oak.md"));
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

    @Test
    void whatAGardenNeverServesIsAsCommitted() throws IOException {
        GitRepo inner = GitRepo.in(temp.resolve("inner")).write("Ash.md", "An ash.");
        inner.commit("Plant");
        GitRepo repo = GitRepo.in(temp.resolve("repo"))
                .write("Oak.md", "An oak.")
                .write(".obsidian/workspace.json", "{}")
                .write("run.sh", "exit 0");
        assertThat(repo.path().resolve("run.sh").toFile().setExecutable(true)).isTrue();
        Files.createSymbolicLink(repo.path().resolve("Link.md"), Path.of("Oak.md"));
        repo.git(
                        "-c",
                        "protocol.file.allow=always",
                        "submodule",
                        "add",
                        "-q",
                        inner.path().toString(),
                        "sub")
                .orFail();
        CommitId commit = repo.commit("Plant");
        repo.write(".obsidian/workspace.json", "{\"open\":1}").write(".Oak.md.swp", "Half.");
        try (WorkingFolder working = open(repo.path())) {
            working.refresh(Set.of());
            assertThat(tip(working)).isEqualTo(commit);
            repo.write("Oak.md", "An old oak.");
            assertThat(working.refresh(Set.of(repo.path().resolve("Oak.md")))).isTrue();
            assertThat(uncommitted(working)).containsExactly(new NotePath("Oak.md"));
        }
    }

    @Test
    void aLinkedWorkTreeIsServedAndItsCommitsAreSeen() throws IOException {
        GitRepo repo = GitRepo.in(temp.resolve("repo")).write("Oak.md", "An oak.");
        CommitId commit = repo.commit("Plant");
        Path linked = temp.resolve("linked");
        repo.git("worktree", "add", "-q", linked.toString()).orFail();
        try (WorkingFolder working = open(linked)) {
            working.refresh(Set.of());
            assertThat(tip(working)).isEqualTo(commit);
            Files.writeString(linked.resolve("Ash.md"), "An ash.");
            working.refresh(Set.of(linked.resolve("Ash.md")));
            assertThat(uncommitted(working)).containsExactly(new NotePath("Ash.md"));
            GitRepo.runIn(linked, "add", "-A").orFail();
            GitRepo.runIn(linked, "commit", "-q", "-m", "Grow").orFail();
            Path branch = repo.path().resolve(".git/refs/heads/linked");
            assertThat(working.isConcerning(branch.toRealPath())).isTrue();
            working.refresh(Set.of(branch.toRealPath()));
            assertThat(uncommitted(working)).isEmpty();
        }
    }

    @Test
    void onlyWhatMayChangePagesConcernsIt() throws IOException {
        GitRepo repo = GitRepo.in(temp.resolve("repo")).write("Oak.md", "An oak.");
        repo.commit("Plant");
        try (WorkingFolder working = open(repo.path())) {
            assertThat(List.of("Oak.md", "trees", "a/.gitignore", ".git/HEAD", ".git/index", ".git/refs/heads/a/b"))
                    .allMatch(name -> working.isConcerning(repo.path().resolve(name)));
            assertThat(List.of(
                            ".git/index.lock",
                            ".git/objects/aa/bb",
                            ".git/logs/HEAD",
                            ".git/refs/heads/main.lock",
                            ".git/refs/tags/one",
                            ".obsidian/workspace.json",
                            "trees/.Oak.md.swp"))
                    .noneMatch(name -> working.isConcerning(repo.path().resolve(name)));
        }
    }

    @Test
    void lookingAtWhatChangedEqualsLookingAtEverything() throws IOException {
        for (long seed = 1; seed <= 20; seed++) {
            GitRepo repo = GitRepo.in(temp.resolve("repo" + seed))
                    .write(".gitignore", "*3\n")
                    .write("a/0", "Here.");
            repo.commit("Plant");
            Path root = repo.path().toRealPath();
            try (WorkingFolder working = WorkingFolder.open(root, temp.resolve("working" + seed))) {
                working.refresh(Set.of());
                checkSteps(working, root, seed);
            }
        }
    }

    private void checkSteps(WorkingFolder working, Path root, long seed) throws IOException {
        Random random = new Random(seed);
        for (int step = 0; step < 15; step++) {
            Set<Path> changed = new HashSet<>();
            for (int change = random.nextInt(4); change >= 0; change--) {
                changed.add(change(root, random));
            }
            working.refresh(changed);
            try (WorkingFolder fresh = WorkingFolder.open(root, temp.resolve("fresh" + seed + "-" + step))) {
                fresh.refresh(Set.of());
                assertThat(blobs(working))
                        .describedAs("seed %d, step %d", seed, step)
                        .isEqualTo(blobs(fresh));
                assertThat(uncommitted(working)).isEqualTo(uncommitted(fresh));
            }
        }
    }

    /** Writes or deletes a file or a folder, or makes one of the other, and returns which. */
    private static Path change(Path root, Random random) throws IOException {
        Path folder = root;
        Path path = root.resolve("abc".charAt(random.nextInt(3)) + "");
        while (random.nextBoolean() && !Files.isRegularFile(path)) {
            folder = path;
            path = path.resolve(String.valueOf(random.nextInt(4)));
        }
        BareRepository.delete(path);
        if (random.nextInt(3) > 0) {
            Files.createDirectories(folder);
            Files.writeString(path, "Text " + random.nextInt());
        }
        return path;
    }

    private static List<GitFile> blobs(WorkingFolder folder) throws IOException {
        try (NotesRepository notes = folder.notes()) {
            return notes.files(notes.tip().orElseThrow());
        }
    }
}
