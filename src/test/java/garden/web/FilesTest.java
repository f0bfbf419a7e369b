package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attachments: types, parts, versions, and that none of them can act as a page of the garden. */
@Timeout(60)
class FilesTest {

    private static final String NOTES = """
        --- index.md
        ![[digits.txt]] ![[picture.png]] ![[drawing.svg]] [[page.html]] [[code.js]] [[empty.bin]] [[data.unknown]]
        ![[song.mp3]] ![[paper.pdf]] [[UPPER.JPG]] [[big & far.png]] [[big.zip]]
        --- digits.txt
        0123456789
        --- picture.png
        png
        --- drawing.svg
        <svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>
        --- page.html
        <script>alert(1)</script>
        --- code.js
        alert(1)
        --- empty.bin

        --- data.unknown
        ?
        --- song.mp3
        mp3
        --- paper.pdf
        pdf
        --- big & far.png
        version https://git-lfs.github.com/spec/v1
        oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
        size 12345
        --- big.zip
        version https://git-lfs.github.com/spec/v1
        oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
        size 12345
        --- UPPER.JPG
        jpg
        """;

    @AutoClose
    private static TestServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = TestServer.empty(folder, Map.of());
        server.write(NOTES).notes().write("digits.txt", "0123456789").write("empty.bin", new byte[0]);
        server.push();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "/digits.txt, text/plain;charset=utf-8",
        "/picture.png, image/png",
        "/drawing.svg, image/svg+xml",
        "/page.html, text/plain;charset=utf-8",
        "/code.js, text/plain;charset=utf-8",
        "/empty.bin, application/octet-stream",
        "/data.unknown, application/octet-stream",
        "/song.mp3, audio/mpeg",
        "/UPPER.JPG, image/jpeg"
    })
    void fileHasItsTypeAndNeverRuns(String path, String type) {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type").replace(" ", "")).isEqualTo(type);
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
    }

    /** What readers get of it is made from the file, and is never long: no parts of it are to be had. */
    @Test
    void markdownOfANoteHasItsTypeAndNeverRuns() {
        HttpResponse<String> answer = server.get("/index.md");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type").replace(" ", "")).isEqualTo("text/markdown;charset=utf-8");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        assertThat(header(answer, "Accept-Ranges")).isEmpty();
    }

    /** Browsers show no PDF in a sandbox. */
    @Test
    void pdfMayBeShownInAPageOfTheGarden() {
        HttpResponse<String> answer = server.get("/paper.pdf");

        assertThat(header(answer, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'self'")
                .doesNotContain("sandbox");
    }

    @Test
    void pictureThatIsKeptInLfsSaysSo() {
        HttpResponse<String> answer = server.get("/big--and--far.png");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("image/svg+xml");
        assertThat(header(answer, "Content-Security-Policy")).contains("sandbox");
        assertThat(answer.body()).contains("big &amp; far.png", "is kept in Git LFS and is not here");
    }

    @Test
    void otherFileThatIsKeptInLfsIsNotHere() {
        HttpResponse<String> answer = server.get("/big.zip");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("big.zip is kept in Git LFS and is not here\n");
    }

    @Test
    void wholeFileSaysItsLength() {
        HttpResponse<String> answer = server.get("/digits.txt", "Accept-Encoding", "gzip, br");

        assertThat(answer.body()).isEqualTo("0123456789");
        assertThat(header(answer, "Content-Length")).isEqualTo("10");
        assertThat(header(answer, "Content-Encoding")).isEmpty();
    }

    @Test
    void emptyFileIsEmpty() {
        HttpResponse<String> answer = server.get("/empty.bin");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Length")).isEqualTo("0");
        assertThat(server.get("/empty.bin", "Range", "bytes=0-0").statusCode()).isEqualTo(416);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, bytes 0-0/10",
        "bytes=0-3, 0123, bytes 0-3/10",
        "bytes=4-5, 45, bytes 4-5/10",
        "bytes=7-, 789, bytes 7-9/10",
        "bytes=8-99, 89, bytes 8-9/10",
        "bytes=-2, 89, bytes 8-9/10",
        "bytes=-99, 0123456789, bytes 0-9/10"
    })
    void partOfAFile(String range, String text, String contentRange) {
        HttpResponse<String> answer = server.get("/digits.txt", "Range", range);

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(text);
        assertThat(header(answer, "Content-Range")).isEqualTo(contentRange);
        assertThat(header(answer, "Content-Length")).isEqualTo(String.valueOf(text.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=99-100", "bytes=-0"})
    void partThatIsNotThere(String range) {
        HttpResponse<String> answer = server.get("/digits.txt", "Range", range);

        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes */10");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-1,4-5",
                "bytes=5-2",
                "bytes=a-b",
                "bytes=",
                "bytes=-",
                "lines=1-2",
                "bytes=1-2-3",
                "bytes=99999999999999999999-"
            })
    void rangeThatCannotBeHonouredGivesTheWhole(String range) {
        HttpResponse<String> answer = server.get("/digits.txt", "Range", range);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("0123456789");
    }

    @Test
    void ifRangeGivesThePartOnlyOfTheSameFile() {
        String tag = header(server.get("/digits.txt"), "ETag");

        assertThat(server.get("/digits.txt", "Range", "bytes=0-1", "If-Range", tag)
                        .body())
                .isEqualTo("01");
        assertThat(server.get("/digits.txt", "Range", "bytes=0-1", "If-Range", "\"other\"")
                        .body())
                .isEqualTo("0123456789");
        assertThat(server.get("/digits.txt", "Range", "bytes=0-1", "If-Range", "W/" + tag)
                        .body())
                .isEqualTo("0123456789");
    }

    @Test
    void fileIsNotSentAgain() {
        String tag = header(server.get("/digits.txt"), "ETag");
        HttpResponse<String> again = server.get("/digits.txt", "If-None-Match", "\"x\", " + tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
    }

    @Test
    void headSaysTheLength() {
        HttpResponse<Void> answer = server.send(
                server.request("/digits.txt").method("HEAD", HttpRequest.BodyPublishers.noBody()),
                BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Length")).isEqualTo("10");
    }

    @Test
    void versionIsKeptForEverUntilItIsStale(@TempDir Path own) {
        try (TestServer other = TestServer.with(own, "--- a.md\n![[b.png]]\n--- b.png\nold")) {
            String old = other.page("/a").select("img").attr("src");
            assertThat(header(other.get(old), "Cache-Control")).contains("immutable");
            assertThat(header(other.get("/b.png"), "Cache-Control")).isEqualTo("no-cache");

            other.push("--- b.png\nnew");

            String current = other.page("/a").select("img").attr("src");
            assertThat(current).isNotEqualTo(old);
            assertThat(other.get(old).body()).isEqualTo("new");
            assertThat(header(other.get(old), "Cache-Control")).isEqualTo("no-cache");
            assertThat(header(other.get(current), "Cache-Control")).contains("immutable");
            assertThat(header(other.get("/b.png?v="), "Cache-Control")).isEqualTo("no-cache");
        }
    }

    @Test
    void largeFileArrivesWhole(@TempDir Path own) {
        byte[] bytes = new byte[3_000_001];
        new Random(1).nextBytes(bytes);
        try (TestServer other = TestServer.empty(own, Map.of())) {
            other.write("--- a.md\n[[b.bin]]\n").notes().write("b.bin", bytes);
            other.push();

            assertThat(other.send(other.request("/b.bin"), BodyHandlers.ofByteArray())
                            .body())
                    .isEqualTo(bytes);
            assertThat(other.send(other.request("/b.bin").header("Range", "bytes=-5"), BodyHandlers.ofByteArray())
                            .body())
                    .isEqualTo(Arrays.copyOfRange(bytes, bytes.length - 5, bytes.length));
        }
    }
}
