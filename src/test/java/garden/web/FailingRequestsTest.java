package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import garden.LoggedLines;
import garden.markdown.Markdown;
import garden.markdown.model.MarkdownLimits;
import garden.note.BlobId;
import garden.note.CommitId;
import garden.page.Pages;
import garden.page.Views;
import garden.page.address.Site;
import garden.page.note.NoteBodies;
import garden.search.SearchIndex;
import garden.snapshot.ChangeReport;
import garden.snapshot.LiveGarden;
import garden.snapshot.SampleGardens;
import garden.snapshot.Snapshot;
import garden.web.answer.BlobSource;
import garden.web.answer.PushReports;
import garden.web.answer.ServerStatus;
import garden.web.cache.PageCache;
import garden.web.live.LiveUpdates;
import garden.web.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests in which something behind the pages throws what nobody foresaw: each is one failed request, and the next is answered. */
@Timeout(60)
class FailingRequestsTest {

    private static final Site SITE = new Site("Test", "", "en", "http://localhost", "");

    @TempDir
    private Path folder;

    private final Markdown markdown = new Markdown(MarkdownLimits.DEFAULT);
    private final AtomicReference<Error> failure = new AtomicReference<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final UnreadablePushes pushes = new UnreadablePushes();
    private SearchIndex index;
    private GardenServer server;

    @BeforeEach
    void start() throws IOException {
        index = SearchIndex.open(folder, "test");
        Snapshot snapshot = new Snapshot(
                SampleGardens.of("--- oak.md\nAn oak. ![[leaf.txt]]\n--- leaf.txt\ngreen\n"), index.view());
        Pages pages = new Pages();
        Views views = new Views(SITE, pages.links(SITE), new NoteBodies(markdown, blob -> bytes(), 1 << 20));
        Wiring wiring = new Wiring(
                SITE,
                new Wiring.Making(views, Optional.empty(), pages),
                new Wiring.Running(
                        new LiveGarden(snapshot),
                        new LiveUpdates(1, 1),
                        new PageCache(0),
                        this::status,
                        Optional.empty()),
                new Wiring.Doors(new FailingFiles(), Optional.of(pushes), Optional.empty(), Optional.empty(), "main"),
                "",
                Duration.ofSeconds(20));
        server = GardenServer.start(wiring, "127.0.0.1", 0);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
        index.close();
        markdown.close();
    }

    private void fail() {
        Error thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
    }

    private byte[] bytes() {
        fail();
        return "An oak.".getBytes(StandardCharsets.UTF_8);
    }

    private ServerStatus status() {
        fail();
        return new ServerStatus(Optional.empty(), Optional.empty(), 0, Optional.empty(), new TreeMap<>());
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.port() + path);
        return client.send(
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Basic eDp5")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** At a page, at a file, at what is told of the server, as a page and as JSON. */
    @ParameterizedTest
    @ValueSource(strings = {"/oak", "/leaf.txt", "/-/status", "/-/api/status", "/readyz"})
    void anErrorIsOneFailedRequest(String path) throws Exception {
        for (Error thrown :
                List.of(new StackOverflowError(), new NoClassDefFoundError("x"), new OutOfMemoryError("made up"))) {
            failure.set(thrown);
            try (LoggedLines log = LoggedLines.of("garden.web")) {
                HttpResponse<String> answer = get(path);
                assertThat(answer.statusCode()).isEqualTo(500);
                assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
                assertThat(answer.body()).contains("Internal error").containsPattern("\\b[0-9a-f]{8}\\b");
                assertThat(log.thrown()).containsExactly(thrown);
            }
        }
        failure.set(null);
        assertThat(get(path).statusCode()).isEqualTo(path.equals("/readyz") ? 503 : 200);
    }

    @Test
    void reportsOfPushesThatCannotBeReadAre503() throws Exception {
        for (String path : List.of("/-/pushes", "/-/pushes?page=2", "/-/pushes/" + "a".repeat(40), "/-/updates")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.body()).contains("The log of pushes cannot be read now. Try again in a moment.");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        }
        assertThat(get("/oak").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/-/pushes", "/-", "/oak", "/nowhere"})
    void whoAsksIsFoundOutOnceARequest(String path) throws Exception {
        get(path);
        assertThat(pushes.asked).hasValue(1);
    }

    private final class FailingFiles implements BlobSource {

        @Override
        public long size(BlobId blob) {
            return bytes().length;
        }

        @Override
        public InputStream stream(BlobId blob, long offset, long length) {
            return new ByteArrayInputStream(bytes(), (int) offset, (int) length);
        }
    }

    /** Open to everyone, on a disk that fails. */
    private static final class UnreadablePushes implements PushReports {

        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public boolean isOpenTo(Optional<String> authorization) {
            asked.incrementAndGet();
            return true;
        }

        @Override
        public Optional<ChangeReport> at(CommitId commit) throws IOException {
            throw new IOException("disk failed");
        }

        @Override
        public List<ChangeReport> newest(int offset, int count) throws IOException {
            throw new IOException("disk failed");
        }

        @Override
        public List<ChangeReport> upTo(CommitId commit, int offset, int count) throws IOException {
            throw new IOException("disk failed");
        }

        @Override
        public int size() throws IOException {
            throw new IOException("disk failed");
        }
    }
}
