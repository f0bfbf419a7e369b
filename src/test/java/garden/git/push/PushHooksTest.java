package garden.git.push;

import static org.assertj.core.api.Assertions.assertThat;

import garden.git.GitRepo;
import garden.git.NotesRepository;
import garden.note.CommitId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What takes part in a push, as the real git command sees it. */
@Timeout(60)
class PushHooksTest {

    @TempDir
    Path folder;

    private GitRepo work;

    @BeforeEach
    void makeWork() {
        work = GitRepo.in(folder.resolve("work"));
    }

    private GitServer server(PushPolicy policy, PushListener listener) throws Exception {
        return new GitServer(folder.resolve("data"), GitServer.LIMITS, new PushHooks(policy, listener));
    }

    private static List<String> agree(BranchMove move) {
        return List.of();
    }

    @Test
    void linesOfTheListenerArePrintedByGit() throws Exception {
        try (GitServer server = server(PushHooksTest::agree, (before, after) -> List.of("1 note added", "live"))) {
            work.write("a.md", "one").commit("first");

            GitRepo.Output push = work.push(server.url(), server.token).orFail();

            assertThat(push.text()).containsSubsequence("remote: 1 note added", "remote: live", "[new branch]");
        }
    }

    @Test
    void terminalEscapesAndLongLinesAreTamed() throws Exception {
        String hostile = "a\u001b[31mred\r\nb\u0007" + "x".repeat(10_000);
        try (GitServer server = server(PushHooksTest::agree, (before, after) -> List.of(hostile))) {
            work.write("a.md", "one").commit("first");

            GitRepo.Output push = work.push(server.url(), server.token).orFail();

            assertThat(push.text()).contains("remote: a [31mred b xxx").doesNotContain("\u001b[31m", "x".repeat(500));
        }
    }

    @Test
    void pushIsAnsweredOnlyAfterTheListener() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        PushListener blocking = (before, after) -> {
            reached.countDown();
            release.await();
            return List.of();
        };
        try (GitServer server = server(PushHooksTest::agree, blocking)) {
            CommitId commit = work.write("a.md", "one").commit("first");
            CompletableFuture<GitRepo.Output> push =
                    CompletableFuture.supplyAsync(() -> work.push(server.url(), server.token));

            assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(server.tip()).contains(commit);
            assertThat(push).isNotDone();
            release.countDown();
            assertThat(push.get().exitCode()).isZero();
        }
    }

    @Test
    void pushStandsWhenTheListenerFails() throws Exception {
        PushListener failing = (before, after) -> {
            throw new IOException("index locked");
        };
        try (GitServer server = server(PushHooksTest::agree, failing)) {
            CommitId commit = work.write("a.md", "one").commit("first");

            GitRepo.Output push = work.push(server.url(), server.token);

            assertThat(push.exitCode()).isZero();
            assertThat(push.text()).contains("remote: the push is stored, but showing it failed: index locked");
            assertThat(server.tip()).contains(commit);
        }
    }

    @Test
    void pushStandsWhenTheListenerRunsOutOfStack() throws Exception {
        PushListener failing = (before, after) -> {
            throw new StackOverflowError();
        };
        try (GitServer server = server(PushHooksTest::agree, failing)) {
            CommitId commit = work.write("a.md", "one").commit("first");

            GitRepo.Output push = work.push(server.url(), server.token);

            assertThat(push.exitCode()).isZero();
            assertThat(push.text()).contains("but showing it failed: java.lang.StackOverflowError");
            assertThat(server.tip()).contains(commit);
        }
    }

    @Test
    void policyReadsTheCommitAndRefusesIt() throws Exception {
        NotesRepository[] repository = new NotesRepository[1];
        PushPolicy policy = move -> repository[0].files(move.after()).stream()
                .map(file -> "no room for " + file.path())
                .toList();
        try (GitServer server = server(policy, (before, after) -> List.of())) {
            repository[0] = server.repository;
            work.write("a.md", "one").write("b.md", "two").commit("first");

            GitRepo.Output push = work.push(server.url(), server.token);

            assertThat(push.exitCode()).isNotZero();
            assertThat(push.text())
                    .contains("remote: refused: no room for a.md", "remote: refused: no room for b.md")
                    .contains("(no room for a.md)");
            assertThat(server.tip()).isEmpty();
            assertThat(server.pushed).isEmpty();
        }
    }

    @Test
    void policyIsToldTheOptionsOfThePush() throws Exception {
        PushPolicy policy = move -> move.options().contains("please") ? List.of() : List.of("say please");
        try (GitServer server = server(policy, (before, after) -> List.of())) {
            work.write("a.md", "one").commit("first");

            assertThat(work.push(server.url(), server.token).text()).contains("remote: refused: say please");
            work.git("push", "-o", "please", server.urlWithToken(), "HEAD:main").orFail();

            assertThat(server.tip()).contains(work.head());
        }
    }

    @Test
    void ofPushesAtOnceOneWinsAndTheOthersAreTold() throws Exception {
        try (GitServer server = server(PushHooksTest::agree, (before, after) -> List.of())) {
            work.write("a.md", "one").commit("first");
            work.push(server.url(), server.token).orFail();
            List<GitRepo> writers = IntStream.range(0, 4)
                    .mapToObj(i -> GitRepo.cloneOf(server.urlWithToken(), folder.resolve("writer" + i)))
                    .toList();
            writers.forEach(
                    writer -> writer.write("b.md", writer.path().toString()).commit("second"));

            List<CompletableFuture<GitRepo.Output>> pushes = writers.stream()
                    .map(writer -> CompletableFuture.supplyAsync(() -> writer.push(server.url(), server.token)))
                    .toList();
            List<Integer> codes =
                    pushes.stream().map(push -> push.join().exitCode()).toList();

            assertThat(codes).containsOnlyOnce(0);
            assertThat(server.tip()).contains(writers.get(codes.indexOf(0)).head());
            assertThat(server.pushed).hasSize(2);
        }
    }
}
