package garden.git;

import static org.assertj.core.api.Assertions.assertThat;

import garden.git.RawPack.Entry;
import garden.git.push.GitServer;
import garden.git.push.RawPush;
import garden.note.CommitId;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pushes that name objects of the wrong kind, or none. What git itself says of such commits: {@code git fsck}, git-fsck(1). */
@Timeout(120)
class BroughtObjectsTest {

    @TempDir
    private Path folder;

    @AutoClose
    private GitServer server;

    private GitRepo work;
    private ObjectId tip;

    /** Objects that are in the repository already, but not in the newest commit. */
    private ObjectId oldTree;

    private ObjectId oldBlob;
    private ObjectId oldCommit;

    private ObjectId kept;

    @BeforeEach
    void start() throws Exception {
        server = new GitServer(folder.resolve("data"), GitServer.LIMITS, GitServer.quiet());
        work = GitRepo.in(folder.resolve("work"));
        CommitId first =
                work.write("dir/oak.md", "Oak.").write("elm.md", "Elm.").commit("first");
        oldTree = id(":dir");
        oldBlob = id(":dir/oak.md");
        oldCommit = ObjectId.fromString(first.hex());
        kept = id(":elm.md");
        work.delete("dir/oak.md").commit("second");
        work.push(server.url(), server.token).orFail();
        tip = ObjectId.fromString(work.head().hex());
    }

    private ObjectId old(String kind) {
        return switch (kind) {
            case "tree" -> oldTree;
            case "blob" -> oldBlob;
            default -> oldCommit;
        };
    }

    private ObjectId id(String path) {
        return ObjectId.fromString(
                work.git("rev-parse", "HEAD" + path).orFail().text().strip());
    }

    private void checkRefused(RawPack pack, ObjectId commit, String reason) throws Exception {
        List<String> before = List.copyOf(server.pushed);

        String said = RawPush.push(server, pack, commit);

        assertThat(said).contains("refused: commit " + commit.name() + ": " + reason, "ng refs/heads/main");
        assertThat(server.tip()).contains(work.head());
        assertThat(server.pushed).isEqualTo(before);
        assertThat(GitRepo.cloneOf(server.urlWithToken(), folder.resolve("clone" + commit.name()))
                        .head())
                .isEqualTo(work.head());
        work.write("ash.md", commit.name()).commit("next");
        work.push(server.url(), server.token).orFail();
    }

    @ParameterizedTest
    @CsvSource({
        "100644, tree, file, folder",
        "100755, tree, file, folder",
        "120000, tree, file, folder",
        "100644, commit, file, commit",
        "40000, blob, folder, file",
        "40000, commit, folder, commit",
        "160000, tree, commit, folder",
        "160000, blob, commit, file"
    })
    void anEntryIsOfTheKindThatItSays(String mode, String named, String expected, String found) throws Exception {
        RawPack pack = new RawPack();
        ObjectId tree = pack.tree(new Entry(mode + " a.md", old(named)), new Entry("100644 elm.md", kept));
        ObjectId commit = pack.commit(tree, tip);

        checkRefused(
                pack,
                commit,
                "a.md: expected a " + expected + ", found the " + found + " "
                        + old(named).name());
    }

    @Test
    void soItIsInAFolderAndInACommitBeforeTheLast() throws Exception {
        RawPack pack = new RawPack();
        ObjectId inner = pack.tree(new Entry("100644 b.md", old("tree")));
        ObjectId tree = pack.tree(new Entry("40000 a", inner), new Entry("100644 elm.md", kept));
        ObjectId bad = pack.commit(tree, tip);
        ObjectId good = pack.commit(pack.tree(new Entry("100644 elm.md", kept)), bad);

        String said = RawPush.push(server, pack, good);

        assertThat(said)
                .contains("refused: commit " + bad.name() + ": a/b.md: expected a file, found the folder "
                        + old("tree").name());
        assertThat(server.tip()).contains(work.head());
    }

    @Test
    void soItIsOfObjectsInThePushItself() throws Exception {
        RawPack pack = new RawPack();
        ObjectId inner = pack.tree(new Entry("100644 elm.md", kept));
        ObjectId blob = pack.blob("New.");
        ObjectId fileIsFolder = pack.commit(pack.tree(new Entry("100644 a.md", inner)), tip);
        checkRefused(pack, fileIsFolder, "a.md: expected a file, found the folder " + inner.name());

        RawPack other = new RawPack();
        ObjectId again = other.blob("New.");
        ObjectId folderIsFile = other.commit(other.tree(new Entry("40000 a", again)), tip);
        assertThat(again).isEqualTo(blob);
        assertThat(RawPush.push(server, other, folderIsFile))
                .contains("a: expected a folder, found the file " + blob.name());
    }

    @Test
    void aCommitHasATreeAndItsParentsAreCommits() throws Exception {
        RawPack pack = new RawPack();
        checkRefused(
                pack,
                pack.commit(old("blob"), tip),
                "its files: expected a folder, found the file " + old("blob").name());

        RawPack parent = new RawPack();
        ObjectId tree = parent.tree(new Entry("100644 elm.md", kept));
        ObjectId commit = parent.commit(tree, old("blob"));
        assertThat(RawPush.push(server, parent, commit)).contains("refused: ", "ng refs/heads/main");

        RawPack same = new RawPack();
        ObjectId both = same.tree(new Entry("100644 ash.md", kept));
        ObjectId confused = same.commit(both, both);
        assertThat(RawPush.push(server, same, confused)).contains("refused: ", "ng refs/heads/main");
        assertThat(server.pushed).hasSize(2);
    }

    @Test
    void whatIsNotThereIsMissed() throws Exception {
        ObjectId nothing = ObjectId.fromString("1".repeat(40));
        RawPack pack = new RawPack();
        checkRefused(
                pack,
                pack.commit(pack.tree(new Entry("100644 a.md", nothing)), tip),
                "a.md: expected a file, found nothing " + nothing.name());
        RawPack folders = new RawPack();
        checkRefused(
                folders,
                folders.commit(folders.tree(new Entry("40000 a", nothing)), tip),
                "a: expected a folder, found nothing " + nothing.name());
    }

    /** The objects of a refused push stay in the repository: they must not pass for known ones. */
    @Test
    void whatWasRefusedIsRefusedAgainWhenItIsHereAlready() throws Exception {
        RawPack pack = new RawPack();
        ObjectId tree = pack.tree(new Entry("100644 a.md", old("tree")), new Entry("100644 elm.md", kept));
        checkRefused(pack, pack.commit(tree, tip), "a.md: expected a file, found the folder");

        RawPack onlyCommit = new RawPack();
        ObjectId next = ObjectId.fromString(work.head().hex());
        assertThat(RawPush.push(server, onlyCommit, onlyCommit.commit(tree, next)))
                .contains("a.md: expected a file, found the folder");
        assertThat(server.tip()).contains(work.head());
    }

    /** The commit of a submodule is in another repository: git never looks for it. */
    @Test
    void aSubmoduleNamesWhatIsElsewhere() throws Exception {
        RawPack pack = new RawPack();
        ObjectId elsewhere = ObjectId.fromString("2".repeat(40));
        ObjectId tree = pack.tree(new Entry("100644 elm.md", kept), new Entry("160000 sub", elsewhere));

        ObjectId commit = pack.commit(tree, tip);
        assertThat(RawPush.push(server, pack, commit)).contains("ok refs/heads/main");
        assertThat(server.tip()).contains(new CommitId(commit.name()));
    }

    @Test
    void whatIsWholeIsTakenAsBefore() throws Exception {
        RawPack pack = new RawPack();
        ObjectId link = pack.blob("elm.md");
        ObjectId tree = pack.tree(
                new Entry("120000 a.md", link),
                new Entry("40000 dir", old("tree")),
                new Entry("100755 elm.md", kept),
                new Entry("100644 oak.md", old("blob")));
        ObjectId side = pack.commit(tree, old("commit"));
        ObjectId merge = pack.commit(tree, tip, side);

        assertThat(RawPush.push(server, pack, merge)).contains("ok refs/heads/main");
        assertThat(server.repository.files(new CommitId(merge.name())).stream()
                        .map(file -> file.path().value())
                        .toList())
                .isEqualTo(List.of("dir/oak.md", "elm.md", "oak.md"));
        assertThat(GitRepo.runIn(folder.resolve("data/garden.git"), "fsck", "--strict")
                        .exitCode())
                .isZero();
    }
}
