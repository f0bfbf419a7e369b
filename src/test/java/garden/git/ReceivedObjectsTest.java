package garden.git;

import static org.assertj.core.api.Assertions.assertThat;

import garden.git.RawPack.Entry;
import garden.git.push.GitServer;
import garden.git.push.RawPush;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names a push may bring. The measure is {@code git index-pack --strict}, that is git-fsck(1), asked itself. */
@Timeout(120)
class ReceivedObjectsTest {

    private static final String WIDE = "\u200c";

    @TempDir
    private Path folder;

    @AutoClose
    private GitServer server;

    @BeforeEach
    void start() throws Exception {
        server = new GitServer(folder.resolve("data"), GitServer.LIMITS, GitServer.quiet());
    }

    static List<String> gitsOwnNames() {
        return List.of(
                ".git",
                ".GIT",
                ".git.",
                ".git..",
                ".git ",
                ".git . .",
                ".git::$INDEX_ALLOCATION",
                ".git:stream",
                ".Git. ::$INDEX_ALLOCATION",
                "git~1",
                "GIT~1",
                "git~1 ",
                "git~1:x",
                ".g" + WIDE + "it",
                "\u200d.GIT",
                ".gi\ufefft",
                "a\\.git\\hooks",
                "a\\.git",
                "a\\git~1\\x",
                "..",
                ".");
    }

    @ParameterizedTest
    @MethodSource("gitsOwnNames")
    void whatGitRefusesIsRefused(String name) throws Exception {
        RawPack pack = new RawPack();
        ObjectId commit = pack.commit(pack.tree(new Entry("100644 " + name, pack.blob("x"))));

        assertThat(gitTakes(pack)).as("git itself").isFalse();
        assertThat(RawPush.push(server, pack, commit)).contains("refused: ", "ng refs/heads/main");
        assertThat(server.tip()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\..\\b.md", "..\\b.md", "a\\..", "a\\.. \\b"})
    void whatLeadsOutOnWindowsIsRefused(String name) throws Exception {
        RawPack pack = new RawPack();
        ObjectId commit = pack.commit(pack.tree(new Entry("100644 " + name, pack.blob("x"))));

        assertThat(RawPush.push(server, pack, commit)).contains("leads out of its folder", "ng refs/heads/main");
        assertThat(server.tip()).isEmpty();
    }

    @Test
    void aNameHas255BytesAtMost() throws Exception {
        RawPack pack = new RawPack();
        ObjectId blob = pack.blob("x");
        ObjectId fits = pack.commit(pack.tree(new Entry("100644 " + "é".repeat(126) + ".md", blob)));
        assertThat(RawPush.push(server, pack, fits)).contains("ok refs/heads/main");

        RawPack longer = new RawPack();
        ObjectId tooLong = longer.commit(longer.tree(new Entry("100644 " + "é".repeat(127) + ".md", blob)), fits);
        assertThat(RawPush.push(server, longer, tooLong))
                .contains("refused: ", "expected names of at most 255 bytes, found 257", "ng refs/heads/main");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CON",
                "con.md",
                "aux",
                "why?.md",
                "a: b.md",
                "a*b.md",
                "a<b>.md",
                "dot.",
                "space ",
                "a\\b.md",
                ".github",
                ".gitignore",
                ".gitattributes",
                "git~2",
                "..a.md",
                "...",
                "a..b.md",
                "e\u0301.md",
                "\u200d.md"
            })
    void whatOnlyWindowsCannotHoldIsWelcome(String name) throws Exception {
        RawPack pack = new RawPack();
        ObjectId commit = pack.commit(pack.tree(new Entry("100644 " + name, pack.blob("x"))));

        assertThat(gitTakes(pack)).as("git itself").isTrue();
        assertThat(RawPush.push(server, pack, commit)).contains("ok refs/heads/main");
    }

    @Test
    void namesThatDifferOnlyByCaseAreWelcome() throws Exception {
        RawPack pack = new RawPack();
        ObjectId blob = pack.blob("x");
        ObjectId tree = pack.tree(new Entry("100644 README.md", blob), new Entry("100644 readme.md", blob));

        assertThat(RawPush.push(server, pack, pack.commit(tree))).contains("ok refs/heads/main");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0100644 a.md", "100644 ", "100600 a.md/b", "777 a.md", "100644 a/b.md", "644 a.md"})
    void treesThatGitRefusesAreRefused(String modeAndName) throws Exception {
        RawPack pack = new RawPack();
        ObjectId commit = pack.commit(pack.tree(new Entry(modeAndName, pack.blob("x"))));

        assertThat(RawPush.push(server, pack, commit)).contains("ng refs/heads/main");
        assertThat(server.tip()).isEmpty();
    }

    @Test
    void unsortedAndRepeatedEntriesAreRefused() throws Exception {
        RawPack pack = new RawPack();
        ObjectId blob = pack.blob("x");
        ObjectId unsorted = pack.tree(new Entry("100644 b.md", blob), new Entry("100644 a.md", blob));
        assertThat(RawPush.push(server, pack, pack.commit(unsorted))).contains("ng refs/heads/main");
        RawPack other = new RawPack();
        ObjectId same = other.blob("x");
        ObjectId repeated = other.tree(new Entry("100644 a.md", same), new Entry("100644 a.md", same));
        assertThat(RawPush.push(server, other, other.commit(repeated))).contains("ng refs/heads/main");
        RawPack cut = new RawPack();
        ObjectId half = cut.add(Constants.OBJ_TREE, new byte[] {'1', '0', '0'});
        assertThat(RawPush.push(server, cut, cut.commit(half))).contains("ng refs/heads/main");
    }

    private boolean gitTakes(RawPack pack) throws IOException {
        Path other = folder.resolve("other.git");
        GitRepo.runIn(folder, "init", "-q", "--bare", "other.git").orFail();
        Path file = Files.write(folder.resolve("raw.pack"), pack.bytes());
        return GitRepo.runIn(other, "index-pack", "--strict", file.toString()).exitCode() == 0;
    }
}
