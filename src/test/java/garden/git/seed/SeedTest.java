package garden.git.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import garden.git.BareRepository;
import garden.git.Commit;
import garden.git.GitRepo;
import garden.git.NotesRepository;
import garden.git.ServedBranch;
import garden.note.CommitId;
import garden.note.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedTest {

    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

    @TempDir
    Path folder;

    /** Plants {@code source}; the tip's files under {@code garden}, or nothing when there is no tip. */
    private List<String> plant(Path source, String garden) throws IOException {
        return plant(Optional.of(source), garden);
    }

    private List<String> plant(Optional<Path> source, String garden) throws IOException {
        new Seed(source, new ServedBranch("main"), new Folder(garden)).plant(target(), NOW);
        try (NotesRepository repository = opened(garden)) {
            Optional<CommitId> tip = repository.tip();
            return tip.isEmpty()
                    ? List.of()
                    : repository.files(tip.get()).stream()
                            .map(file -> file.path().value())
                            .toList();
        }
    }

    private Path target() {
        return folder.resolve("data/garden.git");
    }

    private NotesRepository opened(String garden) throws IOException {
        return NotesRepository.open(target(), new ServedBranch("main"), new Folder(garden));
    }

    private CommitId tip() throws IOException {
        try (NotesRepository repository = opened("")) {
            return repository.tip().orElseThrow();
        }
    }

    private void checkWhole() {
        assertThat(GitRepo.runIn(target(), "fsck", "--full", "--strict")
                        .orFail()
                        .text())
                .doesNotContain("error");
    }

    @Test
    void noSourceGivesAnEmptyRepository() throws IOException {
        assertThat(plant(Optional.empty(), "")).isEmpty();
        checkWhole();
    }

    @Test
    void workTreeBringsItsHistoryButNothingUncommitted() throws IOException {
        GitRepo work = GitRepo.in(folder.resolve("my work"));
        work.git("checkout", "-q", "-b", "trunk").orFail();
        CommitId first = work.write("a.md", "1").commit("c");
        CommitId second = work.write("b.md", "2").commit("d");
        work.write("c.md", "3").write("a.md", "changed");

        assertThat(plant(work.path(), "")).containsExactly("a.md", "b.md");

        assertThat(tip()).isEqualTo(second);
        try (NotesRepository repository = opened("")) {
            assertThat(repository.isAncestor(first, second)).isTrue();
        }
        checkWhole();
    }

    @Test
    void bareRepositoryLinkedWorkTreeAndDetachedHeadBringTheirHistory() throws IOException {
        GitRepo work = GitRepo.in(folder.resolve("work"));
        CommitId first = work.write("a.md", "1").commit("c");
        CommitId second = work.write("b.md", "2").commit("d");
        work.git("worktree", "add", "-q", "--detach", "../linked", first.hex()).orFail();
        GitRepo.runIn(folder, "clone", "-q", "--bare", "work", "bare").orFail();

        assertThat(plant(folder.resolve("linked"), "")).containsExactly("a.md");
        assertThat(tip()).isEqualTo(first);
        BareRepository.delete(target());
        assertThat(plant(folder.resolve("bare"), "")).containsExactly("a.md", "b.md");
        assertThat(tip()).isEqualTo(second);
    }

    @Test
    void folderOfARepositoryKeepsTheWholeHistory() throws IOException {
        GitRepo work = GitRepo.in(folder.resolve("work"));
        work.write("src/Main.java", "1").commit("c");
        CommitId tip = work.write("notes/a.md", "1").commit("d");

        assertThat(plant(work.path(), "notes")).containsExactly("a.md");
        assertThat(tip()).isEqualTo(tip);
    }

    @Test
    void missingFolderIsAnErrorAndLeavesNothing() {
        GitRepo work = GitRepo.in(folder.resolve("work"));
        CommitId tip = work.write("a.md", "1").commit("c");

        assertThatThrownBy(() -> plant(work.path(), "notes"))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot make repository " + target() + " from " + work.path()
                        + ": expected a folder \"notes\" in its newest commit " + tip + ", found none");
        assertThat(folder.resolve("data")).isEmptyDirectory();
    }

    @Test
    void repositoryWithoutCommitsGivesAFirstCommitOfTheFolder() throws IOException {
        GitRepo work = GitRepo.in(folder.resolve("work"));
        work.write("notes/a.md", "1").write("target/big.jar", "2");

        assertThat(plant(work.path(), "notes")).containsExactly("a.md");
        try (NotesRepository repository = opened("")) {
            assertThat(repository.files(tip())).hasSize(1);
        }
    }

    @Test
    void shallowRepositoryGivesAFirstCommitOfItsFiles() throws IOException {
        GitRepo work = GitRepo.in(folder.resolve("work"));
        work.write("a.md", "1").commit("c");
        CommitId tip = work.write("notes/b.md", "2").commit("d");
        GitRepo.runIn(folder, "clone", "-q", "--depth=1", "file://" + work.path(), "shallow")
                .orFail();

        assertThat(plant(folder.resolve("shallow"), "")).containsExactly("a.md", "notes/b.md");
        assertThat(tip()).isNotEqualTo(tip);
        try (NotesRepository repository = opened("")) {
            assertThat(repository.commit(tip()).authored()).isEqualTo(GitRepo.START.plusSeconds(60));
        }
        checkWhole();
    }

    @Test
    void plainFolderGivesAFirstCommitWithoutGitFoldersAndLinks() throws IOException {
        Path plain = folder.resolve("plain");
        GitRepo.in(plain.resolve("nested")).write("b.md", "2").commit("c");
        Files.writeString(plain.resolve("a.md"), "1");
        Files.writeString(plain.resolve("été.md"), "3");
        Files.createSymbolicLink(plain.resolve("link.md"), Path.of("elsewhere"));

        assertThat(plant(plain, "")).containsExactly("a.md", "nested/b.md", "été.md");
        try (NotesRepository repository = opened("")) {
            Commit commit = repository.commit(tip());
            assertThat(commit.author()).isEqualTo("Garden");
            assertThat(commit.authored()).isEqualTo(NOW);
        }
        checkWhole();
    }

    @Test
    void dataFolderInsideTheSourceIsNotPartOfIt() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/tokens"), "secret");
        Files.writeString(folder.resolve("a.md"), "1");

        assertThat(plant(folder, "")).containsExactly("a.md");
    }

    @Test
    void sameFolderGivesTheSameCommit() throws IOException {
        Path plain = folder.resolve("plain");
        Files.createDirectories(plain);
        Files.writeString(plain.resolve("b.md"), "1");
        Files.writeString(plain.resolve("a.md"), "2");
        plant(plain, "");
        CommitId first = tip();
        BareRepository.delete(target());
        plant(plain, "");

        assertThat(tip()).isEqualTo(first);
    }

    @Test
    void nothingGoesOnBehindTheBackOfANewRepository() throws IOException {
        plant(Optional.empty(), "");
        assertThat(GitRepo.runIn(target(), "config", "gc.autoDetach").text().strip())
                .isEqualTo("false");
    }

    @Test
    void bundleBringsItsHistory() throws IOException {
        GitRepo work = GitRepo.in(folder.resolve("work"));
        CommitId tip = work.write("a.md", "1").commit("c");
        work.git("bundle", "create", "-q", "../all.bundle", "--all").orFail();
        work.git("bundle", "create", "-q", "../branch.bundle", "main").orFail();

        assertThat(plant(folder.resolve("all.bundle"), "")).containsExactly("a.md");
        assertThat(tip()).isEqualTo(tip);
        BareRepository.delete(target());
        assertThat(plant(folder.resolve("branch.bundle"), "")).containsExactly("a.md");
        checkWhole();
    }

    @Test
    void fileThatIsNoBundleIsAnError() throws IOException {
        Path file = Files.writeString(folder.resolve("a.md"), "no bundle");

        assertThatThrownBy(() -> plant(file, ""))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot make repository " + target() + " from " + file + ": ");
        assertThat(folder.resolve("data")).isEmptyDirectory();
    }

    @Test
    void sourceThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> plant(folder.resolve("nowhere"), ""))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith(": expected a git repository, a git bundle or a folder, found nothing");
    }

    @Test
    void leftoverOfACrashIsReplaced() throws IOException {
        Files.createDirectories(folder.resolve("data/garden.git.unfinished/objects"));
        Path plain = Files.createDirectories(folder.resolve("plain"));
        Files.writeString(plain.resolve("a.md"), "1");

        assertThat(plant(plain, "")).containsExactly("a.md");
        try (Stream<Path> left = Files.list(folder.resolve("data"))) {
            assertThat(left).containsExactly(target());
        }
    }
}
