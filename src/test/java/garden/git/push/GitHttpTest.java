package garden.git.push;

import static org.assertj.core.api.Assertions.assertThat;

import garden.git.GitFile;
import garden.git.GitRepo;
import garden.git.RawCommits;
import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.NotePath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clone, fetch and push with the real git command. */
@Timeout(60)
class GitHttpTest {

    @TempDir
    Path folder;

    @AutoClose
    private GitServer server;

    private GitRepo work;

    @BeforeEach
    void start() throws Exception {
        server = new GitServer(folder.resolve("data"), GitServer.LIMITS, GitServer.quiet());
        work = GitRepo.in(folder.resolve("work"));
    }

    @Test
    void pushedCommitIsTheTip() throws Exception {
        CommitId first = work.write("a.md", "one").commit("first");
        work.push(server.url(), server.token).orFail();
        CommitId second = work.write("a.md", "two").commit("second");
        work.push(server.url(), server.token).orFail();

        assertThat(server.tip()).contains(second);
        assertThat(server.pushed)
                .containsExactly("none -> " + first.abbreviated(), first.abbreviated() + " -> " + second.abbreviated());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "2"})
    void clonesFetchesAndPushesInEveryProtocolVersion(String version) throws Exception {
        CommitId first = work.write("a.md", "one").commit("first");
        work.git("-c", "protocol.version=" + version, "push", server.urlWithToken(), "main")
                .orFail();
        GitRepo.runIn(folder, "-c", "protocol.version=" + version, "clone", server.urlWithToken(), "clone")
                .orFail();
        Path clone = folder.resolve("clone");
        assertThat(GitRepo.runIn(clone, "rev-parse", "HEAD").text().strip()).isEqualTo(first.hex());

        CommitId second = work.write("b.md", "two").commit("second");
        work.push(server.url(), server.token).orFail();
        GitRepo.runIn(clone, "-c", "protocol.version=" + version, "fetch").orFail();
        assertThat(GitRepo.runIn(clone, "rev-parse", "origin/main").text().strip())
                .isEqualTo(second.hex());
    }

    @ParameterizedTest
    @CsvSource({
        "0, Server does not support --deepen",
        "1, Server does not support --deepen",
        "2, remote error: git fetch --deepen is not to be had here"
    })
    void shallowClonesGetDepthAndWholeButNoDeepening(String version, String noDeepening) {
        for (int i = 0; i < 6; i++) {
            work.write("a.md", "" + i).commit("" + i);
        }
        work.push(server.url(), server.token).orFail();
        String protocol = "protocol.version=" + version;
        GitRepo.runIn(folder, "-c", protocol, "clone", "-q", "--depth", "1", server.urlWithToken(), "clone")
                .orFail();
        Path clone = folder.resolve("clone");
        assertThat(count(clone)).isEqualTo("1");
        GitRepo.runIn(clone, "-c", protocol, "fetch", "-q", "--depth", "2").orFail();
        assertThat(count(clone)).isEqualTo("2");
        GitRepo.Output deepened = GitRepo.runIn(clone, "-c", protocol, "fetch", "--deepen", "2");
        assertThat(deepened.text()).contains(noDeepening).doesNotContain("HTTP");
        assertThat(count(clone)).isEqualTo("2");
        GitRepo.runIn(clone, "-c", protocol, "fetch", "-q", "--unshallow").orFail();
        assertThat(count(clone)).isEqualTo("6");
    }

    private static String count(Path clone) {
        return GitRepo.runIn(clone, "rev-list", "--count", "HEAD").text().strip();
    }

    @Test
    void longNegotiationIsSentZippedAndUnderstood() {
        work.write("a.md", "0").commit("0");
        work.push(server.url(), server.token).orFail();
        GitRepo other = GitRepo.cloneOf(server.urlWithToken(), folder.resolve("other"));
        for (int i = 0; i < 40; i++) {
            other.write("b.md", "" + i).commit("unpushed " + i);
        }
        CommitId newest = work.write("a.md", "1").commit("1");
        work.push(server.url(), server.token).orFail();

        GitRepo.Output fetch = GitRepo.runIn(
                other.path(), "-c", "protocol.version=0", "-c", "http.postBuffer=65536", "fetch", "origin");

        fetch.orFail();
        assertThat(other.git("rev-parse", "origin/main").text().strip()).isEqualTo(newest.hex());
    }

    @Test
    void manyFilesArePushedInChunks() throws Exception {
        byte[] bytes = new byte[900_000];
        for (int i = 0; i < 4; i++) {
            new Random(i).nextBytes(bytes);
            work.write("image" + i + ".png", bytes);
        }
        CommitId commit = work.commit("images");

        work.push(server.url(), server.token).orFail();

        BlobId blob = server.repository.files(commit).get(3).blob();
        assertThat(server.repository.bytes(blob, bytes.length)).isEqualTo(bytes);
    }

    @Test
    void pushWithoutTokenIsRefused() throws Exception {
        work.write("a.md", "one").commit("first");

        GitRepo.Output push = work.git("push", server.url(), "main");

        assertThat(push.exitCode()).isNotZero();
        assertThat(push.text()).contains("could not read Username");
        assertThat(server.tip()).isEmpty();
    }

    @Test
    void pushWithWrongTokenIsToldHowToGetOne() throws Exception {
        work.write("a.md", "one").commit("first");

        GitRepo.Output push = work.push(server.url(), "gdn_wrong");

        assertThat(push.exitCode()).isNotZero();
        assertThat(push.text())
                .contains("remote: the password that was sent is no token of this garden, or no longer one; "
                        + "make one with: ./garden token add NAME")
                .contains("Authentication failed")
                .doesNotContain("needs a token");
        assertThat(server.tip()).isEmpty();
    }

    @Test
    void removedTokenIsRefused() throws Exception {
        work.write("a.md", "one").commit("first");
        server.tokens.remove("test");

        assertThat(work.push(server.url(), server.token).text()).contains("Authentication failed");
    }

    @Test
    void otherBranchIsRefusedAndTheServedOneNamed() throws Exception {
        work.write("a.md", "one").commit("first");

        GitRepo.Output push = work.git("push", server.urlWithToken(), "main:draft");

        assertThat(push.exitCode()).isNotZero();
        assertThat(push.text())
                .contains(
                        "remote: refused: only the branch main is served here; push to it: git push <remote> HEAD:main")
                .contains("[remote rejected]")
                .contains("(only the branch main is served here");
        assertThat(server.pushed).isEmpty();
    }

    @Test
    void tagIsRefusedWhileTheBranchNextToItMoves() throws Exception {
        CommitId commit = work.write("a.md", "one").commit("first");
        work.git("tag", "v1").orFail();

        GitRepo.Output push = work.git("push", server.urlWithToken(), "main", "v1");

        assertThat(push.text()).contains("[new branch]").contains("[remote rejected] v1");
        assertThat(server.tip()).contains(commit);
    }

    @Test
    void atomicPushWithARefusedTagMovesNothing() throws Exception {
        work.write("a.md", "one").commit("first");
        work.git("tag", "v1").orFail();

        work.git("push", "--atomic", server.urlWithToken(), "main", "v1");

        assertThat(server.tip()).isEmpty();
        assertThat(server.pushed).isEmpty();
    }

    @Test
    void servedBranchCannotBeDeleted() throws Exception {
        CommitId commit = work.write("a.md", "one").commit("first");
        work.push(server.url(), server.token).orFail();

        GitRepo.Output push = work.git("push", server.urlWithToken(), ":main");

        assertThat(push.text()).contains("remote: refused: the branch main is served here and cannot be deleted");
        assertThat(server.tip()).contains(commit);
    }

    @Test
    void forcePushIsRefusedByDefault() throws Exception {
        CommitId first = work.write("a.md", "one").commit("first");
        work.push(server.url(), server.token).orFail();
        work.git("commit", "-q", "--amend", "-m", "other").orFail();

        GitRepo.Output push = work.git("push", "--force", server.urlWithToken(), "main");

        assertThat(push.text()).contains("remote: refused: main has commits that this push would remove");
        assertThat(server.tip()).contains(first);
    }

    @Test
    void tooManyCommandsAreRefused() {
        work.write("a.md", "one").commit("first");

        GitRepo.Output push = work.git("push", server.urlWithToken(), "main", "main:b", "main:c", "main:d", "main:e");

        assertThat(push.text()).contains("remote: refused: expected at most 4 branches in one push, found 5");
    }

    @Test
    void tooLargeFileIsRefused() throws Exception {
        byte[] bytes = new byte[1_000_001];
        work.write("large.bin", bytes).commit("large");

        GitRepo.Output push = work.push(server.url(), server.token);

        assertThat(push.exitCode()).isNotZero();
        assertThat(push.text())
                .contains("remote: refused: expected files of at most 1000000 bytes, found a larger one")
                .contains("unpacker error");
        assertThat(server.tip()).isEmpty();
        assertThat(folder.resolve("data/garden.git/objects/pack")).isEmptyDirectory();
    }

    @Test
    void tooLargePushIsRefused() throws Exception {
        byte[] bytes = new byte[900_000];
        for (int i = 0; i < 12; i++) {
            new Random(i).nextBytes(bytes);
            work.write("image" + i + ".png", bytes);
        }
        work.commit("images");

        GitRepo.Output push = work.push(server.url(), server.token);

        assertThat(push.text()).contains("remote: refused: expected a push of at most 10000000 bytes, found more");
        assertThat(server.tip()).isEmpty();
        assertThat(folder.resolve("data/garden.git/objects/pack")).isEmptyDirectory();
    }

    @Test
    void malformedObjectIsRefused() throws Exception {
        CommitId bad = RawCommits.withFileNamed(work.path(), ".git");
        work.git("update-ref", "refs/heads/main", bad.hex()).orFail();

        GitRepo.Output push = work.git("push", server.urlWithToken(), "main");

        assertThat(push.exitCode()).isNotZero();
        assertThat(server.tip()).isEmpty();
    }

    @Test
    void treeNamedAsBranchIsRefused() throws Exception {
        work.write("a.md", "one").commit("first");
        String tree = work.git("rev-parse", "HEAD^{tree}").text().strip();

        // The client refuses to name a tree as a branch, too, unless the reference is written by hand.
        GitRepo.Output push = work.git("push", server.urlWithToken(), tree + ":refs/heads/main");

        assertThat(push.exitCode()).isNotZero();
        assertThat(server.tip()).isEmpty();
    }

    @Test
    void anonymousListingIsRefused() {
        GitRepo.Output list = work.git("ls-remote", server.url());

        assertThat(list.exitCode()).isNotZero();
        assertThat(list.text()).contains("could not read Username");
        assertThat(work.git("ls-remote", server.urlWithToken()).exitCode()).isZero();
    }

    @Test
    void emptyRepositoryCanBeCloned() {
        GitRepo clone = GitRepo.cloneOf(server.urlWithToken(), folder.resolve("clone"));

        // JGit does not tell which branch is served as long as it has no commit, so the clone may call its own
        // otherwise.
        assertThat(clone.git("status").text()).contains("No commits yet");
    }

    @Test
    void blobsBeforeAForcedUpdateStayReadable() throws Exception {
        server.close();
        server = new GitServer(folder.resolve("forced"), forceable(), GitServer.quiet());
        CommitId first = work.write("a.md", "one").commit("first");
        work.push(server.url(), server.token).orFail();
        work.write("a.md", "two")
                .git("commit", "-q", "-a", "--amend", "-m", "other")
                .orFail();

        work.git("push", "--force", server.urlWithToken(), "main").orFail();

        assertThat(server.tip()).contains(work.head());
        List<GitFile> files = server.repository.files(first);
        assertThat(files).extracting(GitFile::path).containsExactly(new NotePath("a.md"));
        assertThat(server.repository.bytes(files.get(0).blob(), 10)).asString().isEqualTo("one");
        assertThat(server.pushed)
                .last()
                .isEqualTo(first.abbreviated() + " -> " + work.head().abbreviated());
    }

    private static GitLimits forceable() {
        GitLimits limits = GitServer.LIMITS;
        return new GitLimits(
                false, true, limits.maxPackBytes(), limits.maxObjectBytes(), limits.maxCommands(), limits.timeout());
    }

    @Test
    void anonymousCloneIsAnOption() throws Exception {
        server.close();
        GitLimits limits = GitServer.LIMITS;
        GitLimits open = new GitLimits(
                true, false, limits.maxPackBytes(), limits.maxObjectBytes(), limits.maxCommands(), limits.timeout());
        server = new GitServer(folder.resolve("open"), open, GitServer.quiet());
        work.write("a.md", "one").commit("first");

        assertThat(work.git("ls-remote", server.url()).exitCode()).isZero();
        assertThat(work.git("push", server.url(), "main").exitCode()).isNotZero();
        assertThat(server.tip()).isEqualTo(Optional.empty());
    }

    @Test
    void tokensThatCannotBeReadAreOurFailureAndNoMissingToken() throws Exception {
        work.write("a.md", "one").commit("first");
        Path tokens = folder.resolve("data/tokens");
        byte[] kept = Files.readAllBytes(tokens);
        Files.delete(tokens);
        Files.createDirectory(tokens);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(server.url() + "/info/refs?service=git-receive-pack"))
                    .header(
                            "Authorization",
                            "Basic "
                                    + Base64.getEncoder()
                                            .encodeToString(("x:" + server.token).getBytes(StandardCharsets.UTF_8)))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).containsPattern("[0-9a-f]{8}").doesNotContain("Exception");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        }
        Files.delete(tokens);
        Files.write(tokens, kept);
        work.push(server.url(), server.token).orFail();
    }
}
