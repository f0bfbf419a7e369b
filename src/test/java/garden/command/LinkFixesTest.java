package garden.command;

import static org.assertj.core.api.Assertions.assertThat;

import garden.Shell;
import garden.git.GitRepo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code garden check --fix}, beside the real git. */
class LinkFixesTest {

    private static final String ELM = "Of elms by the river, at some length, and of nothing else.\n\n# River\n\nWet.\n";

    @TempDir
    private Path root;

    private GitRepo work;
    private String config = "";

    @BeforeEach
    void plant() throws IOException {
        config = Shell.write(root, "config.yml", "content:\n  ignore: []\n");
        work = GitRepo.in(root.resolve("work"));
        work.write("notes/trees/elm.md", ELM)
                .write("notes/index.md", "---\nup: \"[[elm]]\"\n---\nSee [[elm#River|it]] and\n[it](trees/elm.md).\n")
                .write("notes/no end.md", "[[elm]]")
                .write("other.txt", "Not of the garden.\n")
                .commit("plant");
        work.move("notes/trees/elm.md", "notes/plants/ulmus.md").commit("rename");
    }

    private Shell.Said check(String... arguments) {
        String[] all = new String[arguments.length + 4];
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        all[0] = "check";
        all[1] = "--config";
        all[2] = config;
        all[3] = work.path().resolve("notes").toString();
        return Shell.run(all);
    }

    private String read(String path) throws IOException {
        return Files.readString(work.path().resolve(path));
    }

    @Test
    void aLinkByAnOldNameIsToldAndHarmless() {
        assertThat(check()).isEqualTo(new Shell.Said(0, """
            index.md:2: link [[elm]] leads to plants/ulmus.md by its old name; write [[ulmus]]
            index.md:4: link [[elm#River]] leads to plants/ulmus.md by its old name; write [[ulmus#River]]
            index.md:5: link (trees/elm.md) leads to plants/ulmus.md by its old name; write (plants/ulmus.md)
            no end.md:1: link [[elm]] leads to plants/ulmus.md by its old name; write [[ulmus]]
            3 notes, 3 links and 1 in front matter, 4 problems
            """, ""));
    }

    @Test
    void thePatchIsOneThatGitApplies() throws IOException {
        Shell.Said said = check("--fix");
        assertThat(said.exit()).isZero();
        assertThat(said.err())
                .isEqualTo("4 links in 2 notes to make direct; to do it: ./garden check --fix | git apply\n");
        Files.writeString(root.resolve("fix.patch"), said.out());
        work.git("apply", root.resolve("fix.patch").toString()).orFail();
        assertThat(read("notes/index.md"))
                .isEqualTo("---\nup: \"[[ulmus]]\"\n---\nSee [[ulmus#River|it]] and\n[it](plants/ulmus.md).\n");
        assertThat(read("notes/no end.md")).isEqualTo("[[ulmus]]");
        assertThat(check("--fix")).isEqualTo(new Shell.Said(0, "", "no link to make direct\n"));
    }

    @Test
    void whatIsNotCommittedYetIsFixedToo() throws IOException {
        work.move("notes/plants/ulmus.md", "notes/great elm.md").write("notes/new.md", "[[ulmus]] [[elm]]\n");
        Files.writeString(root.resolve("fix.patch"), check("--fix").out());
        work.git("apply", root.resolve("fix.patch").toString()).orFail();
        assertThat(read("notes/new.md")).isEqualTo("[[great elm]] [[great elm]]\n");
    }

    @Test
    void aBranchHasTheEditsOnTopOfTheLastCommit() throws IOException {
        work.write("notes/new.md", "[[elm]] is not committed\n");
        String before = work.git("status", "--porcelain").text();
        Shell.Said said = check("--fix", "--branch", "direct-links");
        assertThat(said.exit()).isZero();
        assertThat(said.err())
                .startsWith("4 links in 2 notes made direct on direct-links at ")
                .endsWith("; to take them over: git merge direct-links\n");
        assertThat(work.git("status", "--porcelain").text()).isEqualTo(before);
        assertThat(work.git("rev-parse", "--abbrev-ref", "HEAD").text().strip()).isEqualTo("main");
        assertThat(work.git("diff", "--stat", "HEAD", "direct-links").text()).contains("2 files changed");
        work.git("merge", "-q", "direct-links").orFail();
        assertThat(read("notes/no end.md")).isEqualTo("[[ulmus]]");
        work.git("fsck", "--strict").orFail();
    }

    @Test
    void aNoteThatIsTooLongIsLeftAlone() throws IOException {
        Files.writeString(Path.of(config), "content:\n  maxNoteBytes: 1024\n");
        work.write("notes/long.md", "---\nup: \"[[elm]]\"\n---\n" + "word ".repeat(400))
                .commit("long");
        Shell.Said said = check("--fix");
        assertThat(said.out()).doesNotContain("long.md");
        assertThat(said.err()).contains("left for you: long.md:2: elm\n");
    }

    @Test
    void aBranchThatIsThereIsNotOverwritten() {
        assertThat(check("--fix", "--branch", "main").err())
                .isEqualTo("garden: cannot make the branch main: there is one; choose another name\n");
        assertThat(check("--fix", "--branch", "a..b").err())
                .isEqualTo("garden: cannot make a branch: expected a name that git takes, found \"a..b\"\n");
        assertThat(check("--fix", "--branch=-b").err()).contains("expected a name that git takes, found \"-b\"");
        assertThat(check("--branch", "b").err())
                .isEqualTo("garden: cannot make a branch of a check: --branch goes with --fix\n");
        assertThat(Shell.run("check", "--config", config, "--fix", "--branch", "b", root.toString())
                        .err())
                .contains("the folder is in no git repository with a commit");
    }
}
