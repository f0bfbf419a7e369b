package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import garden.LoggedLines;
import garden.git.GitRepo;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Objects that were published and are lost, or damaged, afterwards: what needs them says so, all else is as it was. */
@Timeout(120)
class LostObjectsTest {

    private static final String NOTE_SAYS = "The text of this note cannot be read now";
    private static final String FILE_SAYS = "This file cannot be read";

    @TempDir
    private static Path folder;

    @AutoClose
    private static TestServer server;

    private static String lost = "";
    private static String damaged = "";
    private static String lostPicture = "";
    private static String oldCommit = "";
    private static String deletion = "";

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.with(folder, """
            --- index.md
            Home. [[lost]] [[damaged]]
            --- lost.md
            Lost text. [[host]]
            --- damaged.md
            Damaged text.
            --- old.md
            The first version.
            --- gone.md
            What was here once.
            --- host.md
            Before. ![[lost]] After. ![[leaf.png]]
            --- leaf.png
            green
            """);
        GitRepo notes = server.notes();
        oldCommit = notes.git("rev-parse", "HEAD").orFail().text().strip();
        lost = blob(notes, "lost.md");
        damaged = blob(notes, "damaged.md");
        lostPicture = blob(notes, "leaf.png");
        String old = blob(notes, "old.md");
        deletion = blob(notes, "gone.md");
        notes.delete("gone.md");
        server.push("--- old.md\nThe second version.\n");
        Path bare = folder.resolve("data/garden.git");
        unpack(bare);
        for (String gone : List.of(lost, old, deletion, lostPicture)) {
            Files.delete(object(bare, gone));
        }
        Path broken = object(bare, damaged);
        assertThat(broken.toFile().setWritable(true)).isTrue();
        Files.writeString(broken, "no object at all");
        server.restart();
    }

    private static String blob(GitRepo notes, String path) {
        return notes.git("rev-parse", "HEAD:" + path).orFail().text().strip();
    }

    private static Path object(Path bare, String id) {
        return bare.resolve("objects").resolve(id.substring(0, 2)).resolve(id.substring(2));
    }

    /** Each object into a file of its own. */
    private static void unpack(Path bare) throws IOException, InterruptedException {
        List<Path> packs = new ArrayList<>();
        Path aside = Files.createDirectories(folder.resolve("aside"));
        try (Stream<Path> files = Files.list(bare.resolve("objects/pack"))) {
            for (Path file : files.toList()) {
                Path moved = Files.move(file, aside.resolve(file.getFileName()));
                if (moved.toString().endsWith(".pack")) {
                    packs.add(moved);
                }
            }
        }
        for (Path pack : packs) {
            Process process = new ProcessBuilder("git", "unpack-objects", "-q")
                    .directory(bare.toFile())
                    .redirectInput(pack.toFile())
                    .redirectError(new File("/dev/null"))
                    .start();
            assertThat(process.waitFor()).isZero();
        }
    }

    private static void check(HttpResponse<String> answer, int status, String text, String blob) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(text, blob.substring(0, 8)).doesNotContain("Something went wrong");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void thePageOfALostOrDamagedNoteSaysSo() {
        check(server.get("/lost"), 503, NOTE_SAYS, lost);
        check(server.get("/damaged"), 503, NOTE_SAYS, damaged);
    }

    @Test
    void itsMarkdownSaysSo() {
        check(server.get("/lost.md"), 503, NOTE_SAYS, lost);
        check(server.get("/damaged.md"), 503, NOTE_SAYS, damaged);
    }

    @Test
    void aLostFileSaysSo() {
        check(server.get("/leaf.png"), 500, FILE_SAYS, lostPicture);
    }

    @Test
    void whatComparesALostVersionSaysSo() {
        for (String path : List.of(
                "/-/history/old",
                "/-/history/old/" + oldCommit,
                "/-/history/old/" + oldCommit + "/diff",
                "/-/blame/old",
                "/-/history/lost",
                "/-/blame/lost")) {
            HttpResponse<String> answer = server.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.body()).contains(NOTE_SAYS);
        }
        assertThat(server.get("/old").body()).contains("The second version.");
    }

    @Test
    void whatEmbedsALostNoteShowsTheRestAndIsKeptByNobody() {
        HttpResponse<String> host = server.get("/host");
        assertThat(host.statusCode()).isEqualTo(200);
        assertThat(host.body()).contains("Before.", "After.", NOTE_SAYS);
        assertThat(host.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void aDeletedNoteThatIsLostIsGoneUnderTheNameOfItsFile() {
        HttpResponse<String> gone = server.get("/gone");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("gone");
    }

    @Test
    void allElseIsAsItWas() {
        assertThat(server.get("/").body()).contains("Home.");
        assertThat(server.get("/-/search?q=lost").statusCode()).isEqualTo(200);
        assertThat(server.get("/-/recent").statusCode()).isEqualTo(200);
        assertThat(server.get("/-/problems").statusCode()).isEqualTo(200);
        assertThat(server.get("/-/api/resolve?link=lost").statusCode()).isEqualTo(200);
        HttpResponse<String> feed = server.get("/index.xml");
        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.body()).contains("<title>lost</title>", "Home.").doesNotContain("Lost text.</p>");
    }

    @Test
    void theLogTellsEachOnce() throws IOException {
        server.restart();
        try (LoggedLines log = LoggedLines.of("garden")) {
            for (int reader = 0; reader < 5; reader++) {
                server.get("/lost");
                server.get("/lost.md");
                server.get("/host");
            }
            assertThat(log.warnings().filter(line -> line.contains(lost))).hasSize(1);
        }
    }

    @Test
    void aPushIsTakenAndShown() {
        server.push("--- fresh.md\nFresh.\n");
        assertThat(server.get("/fresh").body()).contains("Fresh.");
        assertThat(server.status("/lost")).isEqualTo(503);
    }
}
