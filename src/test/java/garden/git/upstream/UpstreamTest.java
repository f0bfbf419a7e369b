package garden.git.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import garden.git.BareRepositories;
import garden.git.BareRepository;
import garden.git.GitRepo;
import garden.git.NotesRepository;
import garden.git.PackLimits;
import garden.git.ServedBranch;
import garden.git.push.GitServer;
import garden.git.seed.Seed;
import garden.note.CommitId;
import garden.note.Folder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A branch that follows another, whatever happens to that one. */
@Timeout(60)
class UpstreamTest {

    private static final ServedBranch MAIN = new ServedBranch("main");
    private static final UpstreamLimits LIMITS =
            new UpstreamLimits(10_000_000, 1_000_000, Duration.ofSeconds(5), Duration.ofSeconds(30));

    @TempDir
    private Path folder;

    private GitRepo theirs;
    private Path ours;

    @BeforeEach
    void makeBoth() throws IOException {
        theirs = GitRepo.in(folder.resolve("theirs"));
        ours = folder.resolve("ours.git");
        new Seed(Optional.empty(), MAIN, Folder.ROOT).plant(ours, GitRepo.START);
    }

    private Upstream upstream() {
        return upstream(theirs.path().toString(), UpstreamAccess.OPEN, LIMITS);
    }

    private Upstream upstream(String address, UpstreamAccess access, UpstreamLimits limits) {
        return new Upstream(ours, new UpstreamAddress(address, Optional.of("main")), access, limits);
    }

    private static CommitId fetch(Upstream upstream) throws IOException {
        return upstream.fetch(MAIN, () -> false);
    }

    private Optional<CommitId> served() throws IOException {
        try (NotesRepository repository = NotesRepository.open(ours, MAIN, Folder.ROOT)) {
            return repository.tip();
        }
    }

    private void checkServed(CommitId commit) throws IOException {
        assertThat(fetch(upstream())).isEqualTo(commit);
        assertThat(served()).contains(commit);
        assertThat(GitRepo.runIn(ours, "fsck", "--connectivity-only").exitCode())
                .isZero();
    }

    @Test
    void takesTheWholeHistoryAndThenWhatIsNew() throws IOException {
        theirs.write("oak.md", "Oak.").commit("one");
        checkServed(theirs.write("elm.md", "Elm.").commit("two"));
        checkServed(theirs.write("ash.md", "Ash.").commit("three"));
        assertThat(GitRepo.runIn(ours, "rev-list", "--count", "main").text()).isEqualTo("3\n");
    }

    @Test
    void followsAForcePushToUnrelatedHistoryAndBack() throws IOException {
        CommitId first = theirs.write("oak.md", "Oak.").commit("one");
        checkServed(first);
        theirs.git("checkout", "-q", "--orphan", "other").orFail();
        CommitId unrelated = theirs.write("elm.md", "Elm.").commit("unrelated");
        theirs.git("branch", "-f", "main", "other").orFail();
        checkServed(unrelated);
        theirs.git("branch", "-f", "main", first.hex()).orFail();
        checkServed(first);
    }

    @Test
    void aDeletedBranchLeavesOursWhereItIs() throws IOException {
        CommitId commit = theirs.write("oak.md", "Oak.").commit("one");
        checkServed(commit);
        theirs.git("checkout", "-q", "--detach").orFail();
        theirs.git("branch", "-D", "main").orFail();

        assertThatThrownBy(() -> fetch(upstream()))
                .hasMessage("cannot fetch " + theirs.path() + " (main): expected the branch \"main\", found none");
        assertThat(served()).contains(commit);

        theirs.git("checkout", "-q", "-b", "main").orFail();
        checkServed(theirs.write("elm.md", "Elm.").commit("two"));
    }

    @Test
    void followsWhateverHeadNamesWhenNoBranchIsChosen() throws IOException {
        theirs.write("oak.md", "Oak.").commit("one");
        theirs.git("checkout", "-q", "-b", "trunk").orFail();
        CommitId trunk = theirs.write("elm.md", "Elm.").commit("two");
        Upstream upstream = new Upstream(
                ours, new UpstreamAddress(theirs.path().toString(), Optional.empty()), UpstreamAccess.OPEN, LIMITS);

        assertThat(upstream.defaultBranch()).contains("trunk");
        assertThat(fetch(upstream)).isEqualTo(trunk);
    }

    @Test
    void completesAShallowRepository() throws IOException {
        theirs.write("oak.md", "Oak.").commit("one");
        CommitId tip = theirs.write("elm.md", "Elm.").commit("two");
        BareRepository.delete(ours);
        GitRepo.runIn(folder, "clone", "-q", "--bare", "--depth", "1", "file://" + theirs.path(), "ours.git")
                .orFail();
        assertThat(GitRepo.runIn(ours, "rev-list", "--count", "main").text()).isEqualTo("1\n");

        checkServed(tip);
        assertThat(GitRepo.runIn(ours, "rev-list", "--count", "main").text()).isEqualTo("2\n");
    }

    @Test
    void saysThatAShallowUpstreamIsToBeCompleted() throws IOException {
        theirs.write("oak.md", "Oak.").commit("one");
        CommitId tip = theirs.write("elm.md", "Elm.").commit("two");
        Path shallow = folder.resolve("shallow");
        GitRepo.runIn(folder, "clone", "-q", "--depth", "1", "file://" + theirs.path(), "shallow")
                .orFail();
        Upstream upstream = upstream(shallow.toString(), UpstreamAccess.OPEN, LIMITS);

        assertThatThrownBy(() -> fetch(upstream))
                .hasMessage("cannot fetch " + shallow
                        + " (main): expected its whole history, found it cut off as in a shallow clone; complete it"
                        + " there with git fetch --unshallow, or follow what it was cloned from");
        assertThat(served()).isEmpty();

        GitRepo.runIn(shallow, "fetch", "-q", "--unshallow").orFail();
        assertThat(fetch(upstream)).isEqualTo(tip);
        assertThat(GitRepo.runIn(ours, "rev-list", "--count", "main").text()).isEqualTo("2\n");
    }

    @Test
    void takesNoMoreThanItsLimits() throws IOException {
        byte[] noise = new byte[200_000];
        new Random(1).nextBytes(noise);
        theirs.write("noise.bin", noise).commit("one");
        String path = theirs.path().toString();

        assertThatThrownBy(() -> fetch(upstream(
                        path,
                        UpstreamAccess.OPEN,
                        new UpstreamLimits(100_000, 1_000_000, LIMITS.silence(), LIMITS.whole()))))
                .hasMessageContaining("expected at most 100000 bytes, found more");
        assertThatThrownBy(() -> fetch(upstream(
                        path,
                        UpstreamAccess.OPEN,
                        new UpstreamLimits(1_000_000, 100_000, LIMITS.silence(), LIMITS.whole()))))
                .hasMessageContaining("expected files of at most 100000 bytes, found a larger one");
        assertThat(served()).isEmpty();
    }

    @Test
    void takesNoMoreThanMayComeOut() throws IOException {
        theirs.write("zeros.bin", new byte[900_000]).commit("one");
        UpstreamLimits small = new UpstreamLimits(
                10_000_000,
                1_000_000,
                new PackLimits(800_000, 100, 100, 10, Duration.ofSeconds(30)),
                LIMITS.silence(),
                LIMITS.whole());

        assertThatThrownBy(() -> fetch(upstream(theirs.path().toString(), UpstreamAccess.OPEN, small)))
                .hasMessageContaining(
                        "expected at most 800000 bytes when unpacked, found more; raise git.maxUnpackedBytes");
        assertThat(served()).isEmpty();
    }

    /** JGit as an upstream stumbles over such a commit, so its objects are put here beforehand. */
    @Test
    void takesNothingThatIsNotOfTheKindThatItIsNamedAs() throws IOException {
        theirs.write("dir/oak.md", "Oak.").write("elm.md", "Elm.").commit("one");
        CommitId good = theirs.head();
        checkServed(good);
        String tree = theirs.git("rev-parse", "HEAD:dir").text().strip();
        CommitId bad = BareRepositories.commitWith(theirs.path().resolve(".git"), good, "100644 a.md", tree);
        assertThat(BareRepositories.commitWith(ours, good, "100644 a.md", tree)).isEqualTo(bad);
        Files.writeString(ours.resolve("refs/heads/main"), good + "\n");

        assertThatThrownBy(() -> fetch(upstream()))
                .hasMessageContaining("commit " + bad + ": a.md: expected a file, found the folder " + tree);
        assertThat(served()).contains(good);

        theirs.git("reset", "-q", "--hard", good.hex()).orFail();
        checkServed(theirs.write("ash.md", "Ash.").commit("two"));
    }

    @Test
    void endsWhenNobodyWantsItAnyMore() {
        theirs.write("oak.md", "Oak.").commit("one");
        assertThatThrownBy(() -> upstream().fetch(MAIN, () -> true)).isInstanceOf(IOException.class);
    }

    @Test
    void overHttpThePasswordIsAskedForAndNeverTold() throws Exception {
        try (GitServer server = new GitServer(folder.resolve("data"), GitServer.LIMITS, GitServer.quiet())) {
            CommitId commit = theirs.write("oak.md", "Oak.").commit("one");
            theirs.push(server.url(), server.token).orFail();

            assertThat(fetch(upstream(server.url(), access(server.token), LIMITS)))
                    .isEqualTo(commit);
            assertThatThrownBy(() -> fetch(upstream(server.url(), access("wrong-password"), LIMITS)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("not authorized")
                    .message()
                    .doesNotContain("wrong-password");
            assertThat(access("wrong-password").toString()).doesNotContain("wrong-password");
        }
    }

    private static UpstreamAccess access(String password) {
        return new UpstreamAccess(
                Optional.of(new UpstreamAccess.Login("reader", password)), Optional.empty(), Optional.empty());
    }

    @Test
    void doesNotFollowARedirect() throws Exception {
        AtomicInteger arrived = new AtomicInteger();
        HttpServer other = http(exchange -> {
            arrived.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        HttpServer first = http(exchange -> {
            exchange.getResponseHeaders()
                    .set("Location", url(other).replace("127.0.0.1", "localhost") + exchange.getRequestURI());
            exchange.sendResponseHeaders(301, -1);
        });
        try {
            assertThatThrownBy(() -> fetch(upstream(url(first) + "/notes.git", access("secret-of-the-first"), LIMITS)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("redirect");
            assertThat(arrived).hasValue(0);
        } finally {
            first.stop(0);
            other.stop(0);
        }
    }

    @Test
    void speaksOnlyGitsOwnProtocol() throws Exception {
        theirs.write("oak.md", "Oak.").commit("one");
        theirs.git("update-server-info").orFail();
        Path files = theirs.path().resolve(".git");
        HttpServer dumb = http(exchange -> {
            Path file = files.resolve(exchange.getRequestURI().getPath().substring("/notes.git/".length()));
            boolean isThere = Files.isRegularFile(file);
            exchange.sendResponseHeaders(isThere ? 200 : 404, isThere ? Files.size(file) : -1);
            if (isThere) {
                exchange.getResponseBody().write(Files.readAllBytes(file));
            }
        });
        try {
            assertThatThrownBy(() -> fetch(upstream(url(dumb) + "/notes.git", UpstreamAccess.OPEN, LIMITS)))
                    .hasMessageContaining("expected git's smart protocol");
        } finally {
            dumb.stop(0);
        }
    }

    @Test
    void saysInOneLineWhyNothingCame() throws Exception {
        String gone = folder.resolve("gone").toString();
        assertThatThrownBy(() -> fetch(upstream(gone, UpstreamAccess.OPEN, LIMITS)))
                .hasMessage("cannot fetch " + gone + " (main): there is no repository, or none for us");
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        String refused = "http://127.0.0.1:" + free + "/notes.git";
        assertThatThrownBy(() -> fetch(upstream(refused, UpstreamAccess.OPEN, LIMITS)))
                .hasMessage("cannot fetch " + refused + " (main): connection refused");
    }

    @Test
    void waitsOnlySoLongForAnAnswer() throws Exception {
        UpstreamLimits impatient = new UpstreamLimits(1000, 1000, Duration.ofSeconds(1), Duration.ofSeconds(2));
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + silent.getLocalPort() + "/notes.git";
            assertThatThrownBy(() -> fetch(upstream(address, UpstreamAccess.OPEN, impatient)))
                    .hasMessage("cannot fetch " + address + " (main): no answer within 1 s");
        }
    }

    private static HttpServer http(HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
        server.start();
        return server;
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Test
    void ownCommitsAreThoseThatNoUpstreamGave() throws IOException {
        assertThat(Upstream.hasCommitsOfItsOwn(ours, MAIN)).isFalse();
        theirs.write("oak.md", "Oak.").commit("one");
        fetch(upstream());
        assertThat(Upstream.hasCommitsOfItsOwn(ours, MAIN)).isFalse();
        theirs.write("elm.md", "Elm.").commit("two");
        theirs.git("push", "-q", ours.toString(), "HEAD:main").orFail();
        assertThat(Upstream.hasCommitsOfItsOwn(ours, MAIN)).isTrue();
    }
}
