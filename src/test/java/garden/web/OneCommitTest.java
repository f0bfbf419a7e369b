package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * While pushes go on, many read and many listen: each answer is from one commit, nobody gets an error, every listener hears
 * of the last commit. Each commit has a mark of its own in every note: in its text, its tags, its links' sentences.
 */
@Timeout(60)
class OneCommitTest {

    private static final int READERS = 200;
    private static final int LISTENERS = 200;
    private static final int PUSHES = 4;
    private static final int MIN_READS = 10;
    private static final int MAX_READS = 20;
    private static final Pattern MARK = Pattern.compile("mark[0-9]+z");
    private static final List<String> PAGES = List.of(
            "/hub",
            "/leaf1",
            "/leaf2",
            "/",
            "/tags/",
            "/-/search?q=common",
            "/-/api/search?q=common",
            "/-/recent",
            "/-/api/notes/hub",
            "/tags/all");

    @TempDir
    private Path folder;

    private final Map<String, String> markOfCommit = new LinkedHashMap<>();
    private final Queue<Read> reads = new ConcurrentLinkedQueue<>();
    private final CountDownLatch begun = new CountDownLatch(READERS / 2);
    private final CountDownLatch over = new CountDownLatch(1);

    /** An answer: its commit, whether the body names it too, as data does and pages do not, and which marks it shows. */
    private record Read(
            String path, int status, String commit, boolean bodyNamesIt, Set<String> marks, Duration took) {}

    private static String notes(String mark) {
        String leaf = """
            --- leafN.md
            ---
            tags: [all, MARK]
            description: About MARK.
            ---
            Common words of MARK lead to the [[hub]].
            """;
        String hub = """
            --- hub.md
            ---
            tags: [all, MARK]
            ---
            Common words of MARK lead to [[leaf1]] and [[leaf2]].
            """;
        return (hub + leaf.replace("N", "1") + leaf.replace("N", "2")).replace("MARK", mark);
    }

    @Test
    void noAnswerMixesTwoCommits() throws Exception {
        try (TestServer server = TestServer.empty(folder, Map.of());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> commits = commits(server);
            push(server, commits.getFirst());
            CountDownLatch half = new CountDownLatch(LISTENERS / 2);
            List<Future<Boolean>> listeners = new ArrayList<>();
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < LISTENERS; i++) {
                listeners.add(threads.submit(() -> hears(server, commits.getLast(), half)));
            }
            for (int i = 0; i < READERS; i++) {
                int first = i;
                readers.add(threads.submit(() -> readOn(server, first)));
            }
            half.await();
            begun.await();
            commits.stream().skip(1).forEach(commit -> push(server, commit));
            for (Future<Boolean> listener : listeners) {
                assertThat(listener.get()).as("hears of the last commit").isTrue();
            }
            over.countDown();
            for (Future<?> reader : readers) {
                reader.get();
            }
        }
        assertThat(reads).as(figures()).allMatch(this::isFromOneCommit);
        assertThat(reads).extracting(Read::commit).as(figures()).containsAll(ends());
    }

    /** One commit after the other, the first of them to begin with. */
    private List<String> commits(TestServer server) {
        for (int i = 0; i <= PUSHES; i++) {
            String mark = "mark" + i + "z";
            markOfCommit.put(server.write(notes(mark)).notes().commit("change").hex(), mark);
        }
        return List.copyOf(markOfCommit.keySet());
    }

    private static void push(TestServer server, String commit) {
        server.notes().git("push", server.gitUrl(), commit + ":refs/heads/main").orFail();
    }

    /** Half of the listeners come while pushes go on already. */
    private static boolean hears(TestServer server, String last, CountDownLatch half) throws IOException {
        try (LiveStream stream = LiveStream.of(server, "/hub")) {
            String event = stream.nextEvent();
            half.countDown();
            while (!event.equals(LiveStream.END) && !event.endsWith(last)) {
                event = stream.nextEvent();
            }
            return event.endsWith(last);
        }
    }

    /** Begins before the pushes, goes on while they do, and reads once more when the last is out. */
    private boolean readOn(TestServer server, int first) throws InterruptedException {
        for (int i = 0; i < MIN_READS || (over.getCount() > 0 && i < MAX_READS); i++) {
            read(server, PAGES.get((first + i) % PAGES.size()));
            begun.countDown();
        }
        over.await();
        read(server, PAGES.get(first % PAGES.size()));
        return true;
    }

    private void read(TestServer server, String path) {
        long start = System.nanoTime();
        HttpResponse<String> answer = server.get(path);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        String commit = answer.headers().firstValue("X-Garden-Commit").orElse("");
        Set<String> marks =
                MARK.matcher(answer.body()).results().map(MatchResult::group).collect(Collectors.toSet());
        reads.add(new Read(path, answer.statusCode(), commit, answer.body().contains(commit), marks, took));
    }

    private boolean isFromOneCommit(Read read) {
        return read.status() == 200
                && read.bodyNamesIt() == read.path().startsWith("/-/api/")
                && read.marks().equals(Set.of(markOfCommit.getOrDefault(read.commit(), "none")));
    }

    /** The first commit and the last, which somebody must have read. */
    private List<String> ends() {
        List<String> commits = List.copyOf(markOfCommit.keySet());
        return List.of(commits.getFirst(), commits.getLast());
    }

    private String figures() {
        List<Duration> sorted = reads.stream().map(Read::took).sorted().toList();
        return "%d answers, %d pushes, %d listeners; p50 %d ms, p99 %d ms"
                .formatted(
                        sorted.size(),
                        PUSHES,
                        LISTENERS,
                        sorted.get(sorted.size() / 2).toMillis(),
                        sorted.get(sorted.size() * 99 / 100).toMillis());
    }
}
