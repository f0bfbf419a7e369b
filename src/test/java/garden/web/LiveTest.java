package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Open pages hear of what changes them, and of nothing else. Nothing here waits but for an event. */
@Timeout(60)
class LiveTest {

    private static final String NOTES = """
        --- trees/oak.md
        Oak. #wood
        --- herbs/mint.md
        Mint.
        --- other.md
        Other.
        --- hosts/wood.md
        ![[forest]]
        --- hosts/forest.md
        ![[oak]]
        """;

    @TempDir
    private Path folder;

    @Test
    void streamGreetsWithTheCommit() throws IOException {
        try (TestServer server = TestServer.with(folder, NOTES);
                LiveStream stream = LiveStream.of(server, "/trees/oak")) {
            assertThat(stream.next()).isEqualTo("hello " + server.notes().head().hex());
            assertThat(stream.answer().headers().firstValue("Content-Type"))
                    .contains("text/event-stream; charset=utf-8");
            assertThat(stream.answer().headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    /** The greeting says whether the page that was loaded still holds, whatever is pushed between. */
    @ParameterizedTest
    @ValueSource(strings = {"/trees/oak", "/trees/", "/", "/-/recent", "/-/search?q=oak", "/nothing"})
    void greetingSaysWhetherThePageStillHolds(String page) throws IOException {
        try (TestServer server = TestServer.with(folder, NOTES)) {
            String shown = server.page(page).body().attr("data-shown");
            assertThat(shown).matches("[0-9a-f]{16}");
            assertThat(holds(server, page, shown)).isEqualTo("true");
            server.push("--- trees/oak.md\nOaks, and nothing else.\n--- trees/Nothing.md\nIs here.\n");
            assertThat(holds(server, page, shown)).isEqualTo("false");
            assertThat(holds(server, page, server.page(page).body().attr("data-shown")))
                    .isEqualTo("true");
        }
    }

    @Test
    void aPageHoldsWhenThePushBetweenDoesNotChangeIt() throws IOException {
        try (TestServer server = TestServer.with(folder, NOTES)) {
            String shown = server.page("/trees/oak").body().attr("data-shown");
            server.push("--- other.md\nAnother.\n");
            assertThat(holds(server, "/trees/oak", shown)).isEqualTo("true");
        }
    }

    private static String holds(TestServer server, String page, String shown) throws IOException {
        String at = URLEncoder.encode(page, StandardCharsets.UTF_8);
        try (Stream<String> lines = server.send(
                        server.request("/-/live?at=" + at + "&shown=" + shown), HttpResponse.BodyHandlers.ofLines())
                .body()) {
            String data =
                    lines.filter(line -> line.startsWith("data: ")).findFirst().orElseThrow();
            return TestServer.parse(data.substring("data: ".length()))
                    .path("holds")
                    .asText();
        }
    }

    /** A push changes {@code other.md} only, the next one a note that the page shows: the first is not heard of. */
    @ParameterizedTest
    @CsvSource({
        "/trees/oak, trees/oak.md, Acorns.",
        "/trees/oak, herbs/mint.md, Unlike [[oak]].",
        "/trees/, trees/oak.md, Acorns.",
        "/hosts/forest, trees/oak.md, Acorns.",
        "/hosts/wood, trees/oak.md, Acorns.",
        "/trees/, trees/elm.md, Elm.",
        "/tags/wood, trees/oak.md, Acorns. #wood",
        "/tags/wood, herbs/mint.md, Mint. #wood",
        "/tags/wood, herbs/mint.md, Mint. #Wood/soft"
    })
    void pageHearsOnlyOfItself(String page, String file, String text) throws IOException {
        try (TestServer server = TestServer.with(folder, NOTES);
                LiveStream stream = LiveStream.of(server, page)) {
            assertThat(stream.nextEvent()).startsWith("hello ");
            server.push("--- other.md\nNothing to do with it.\n");
            String commit = server.push("--- " + file + "\n" + text + "\n").hex();

            assertThat(stream.nextEvent()).isEqualTo("changed " + commit);
        }
    }

    @ParameterizedTest
    @CsvSource({"/", "/-/recent", "/-/problems", "/-/search?q=oak", "/nothing", "/tags/"})
    void pageAboutTheWholeGardenHearsOfEverything(String page) throws IOException {
        try (TestServer server = TestServer.with(folder, NOTES);
                LiveStream stream = LiveStream.of(server, page)) {
            assertThat(stream.nextEvent()).startsWith("hello ");

            String commit = server.push("--- other.md\nChanged.\n").hex();
            assertThat(stream.nextEvent()).isEqualTo("changed " + commit);
        }
    }

    @Test
    void deletedNoteIsHeardOf() throws IOException {
        try (TestServer server = TestServer.with(folder, NOTES);
                LiveStream stream = LiveStream.of(server, "/trees/oak")) {
            assertThat(stream.nextEvent()).startsWith("hello ");
            server.notes().delete("trees/oak.md");
            String commit = server.push().hex();

            assertThat(stream.nextEvent()).isEqualTo("changed " + commit);
        }
    }

    @ParameterizedTest
    @CsvSource({"/trees/o%C3%A4k", "/%ff", "''", "oak", "/../..", "/trees/oak?x=1#y"})
    void anythingCanBeWatched(String at) throws IOException {
        try (TestServer server = TestServer.with(folder, NOTES);
                LiveStream stream = LiveStream.of(server, at.replace("#", "%23"))) {
            assertThat(stream.nextEvent()).startsWith("hello ");
        }
    }

    @Test
    void oneReaderTooManyIsToldSo() throws IOException {
        try (TestServer server = TestServer.with(folder, Map.of("live.maxClients", "1"), NOTES);
                LiveStream first = LiveStream.of(server, "/trees/oak")) {
            assertThat(first.nextEvent()).startsWith("hello ");

            assertThat(server.status("/-/live?at=%2F")).isEqualTo(503);
            assertThat(server.status("/trees/oak")).isEqualTo(200);
            assertThat(server.json("/-/api/status").path("liveReaders").asInt()).isEqualTo(1);
        }
    }

    @Test
    void silentStreamBeats() throws IOException {
        try (TestServer server = TestServer.with(folder, Map.of("live.heartbeat", "1 s"), NOTES);
                LiveStream stream = LiveStream.of(server, "/trees/oak")) {
            assertThat(stream.next()).startsWith("hello ");
            assertThat(stream.next()).isEqualTo("beat");
        }
    }

    @Test
    void placeOfAReaderWhoLeftIsFree() throws IOException {
        try (TestServer server =
                TestServer.with(folder, Map.of("live.maxClients", "1", "live.heartbeat", "1 s"), NOTES)) {
            try (LiveStream stream = LiveStream.of(server, "/trees/oak")) {
                assertThat(stream.next()).startsWith("hello ");
            }
            while (server.json("/-/api/status").path("liveReaders").asInt() > 0) {
                Thread.onSpinWait();
            }
            try (LiveStream next = LiveStream.of(server, "/trees/oak")) {
                assertThat(next.next()).startsWith("hello ");
            }
        }
    }

    @Test
    @Timeout(20)
    void stoppingEndsTheStreams() throws IOException {
        try (TestServer server = TestServer.with(folder, NOTES);
                LiveStream stream = LiveStream.of(server, "/trees/oak")) {
            assertThat(stream.next()).startsWith("hello ");
            server.garden().close();

            assertThat(stream.next()).isEqualTo(LiveStream.END);
        }
    }

    /** Its connection stays open and unread; that a full queue lets it go is for {@code LiveUpdatesTest}. */
    @Test
    void readerWhoDoesNotReadDisturbsNoOne() throws IOException {
        try (TestServer server = TestServer.with(folder, Map.of("live.queueSize", "2"), NOTES);
                Socket silent = silent(server);
                LiveStream stream = LiveStream.of(server, "/")) {
            assertThat(stream.nextEvent()).startsWith("hello ");
            for (int i = 0; i < 5; i++) {
                String commit = server.push("--- other.md\nChange " + i + ".\n").hex();
                assertThat(stream.nextEvent()).isEqualTo("changed " + commit);
                assertThat(server.get("/other").body()).contains("Change " + i);
            }
            assertThat(silent.isConnected()).isTrue();
        }
    }

    private static Socket silent(TestServer server) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1024);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.garden().port()));
        socket.getOutputStream()
                .write("GET /-/live?at=/ HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        return socket;
    }
}
