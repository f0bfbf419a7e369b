package garden.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import garden.git.GitRepo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read here is told as our failure, and is no empty answer. */
@Timeout(120)
class OwnFailuresTest {

    private static final String MISSING = "1111111111111111111111111111111111111111";
    private static final String CUT = "2222222222222222222222222222222222222222";

    /** More than git gives whole, so that it is read piece by piece. */
    private static final int CUT_BYTES = 64 << 20;

    @AutoClose
    private static TestServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        server = TestServer.with(folder, Map.of(), """
            --- index.md
            ![[missing.png]] [[cut.bin]] ![[good.txt]]
            --- good.txt
            good
            """);
        Path bare = folder.resolve("data/garden.git");
        Path objects = Files.createDirectories(bare.resolve("objects/22"));
        Files.write(objects.resolve(CUT.substring(2)), cutOff());
        GitRepo notes = server.notes();
        String tree = notes.git("ls-tree", "HEAD").orFail().text() + "100644 blob " + MISSING + "\tmissing.png\n"
                + "100644 blob " + CUT + "\tcut.bin\n";
        plant(bare, tree);
        server.restart();
    }

    /** A commit as a damaged disk leaves it: files that are named and are not there. */
    private static void plant(Path bare, String tree) throws IOException {
        try {
            Process mktree = new ProcessBuilder("git", "mktree", "--missing")
                    .directory(bare.toFile())
                    .start();
            try (OutputStream in = mktree.getOutputStream()) {
                in.write(tree.getBytes(StandardCharsets.UTF_8));
            }
            String id = new String(mktree.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            String commit = run(
                    bare,
                    "-c",
                    "user.name=x",
                    "-c",
                    "user.email=x@x",
                    "commit-tree",
                    id,
                    "-p",
                    "main",
                    "-m",
                    "damaged");
            run(bare, "update-ref", "refs/heads/main", commit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String run(Path bare, String... command) throws IOException, InterruptedException {
        String[] whole = new String[command.length + 1];
        whole[0] = "git";
        System.arraycopy(command, 0, whole, 1, command.length);
        Process process = new ProcessBuilder(whole).directory(bare.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).isZero();
        return out;
    }

    private static byte[] cutOff() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(bytes)) {
            deflated.write(("blob " + CUT_BYTES + "\0").getBytes(StandardCharsets.UTF_8));
            deflated.write(new byte[CUT_BYTES]);
        }
        return Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
    }

    private static void checkOurs(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).containsPattern("[0-9a-f]{8}");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(answer.headers().firstValue("Accept-Ranges")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Range")).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsOurFailure() {
        assertThat(server.get("/good.txt").body()).isEqualTo("good\n");
        String path = "/missing.png?v=" + MISSING.substring(0, 12);
        checkOurs(server.get(path));
        checkOurs(server.get("/missing.png"));
        checkOurs(server.get("/missing.png", "Range", "bytes=0-9"));
    }

    @Test
    void aPartOfAFileThatCannotBeReadIsOurFailure() {
        String last = (CUT_BYTES - 10) + "-" + (CUT_BYTES - 1);
        checkOurs(server.get("/cut.bin", "Range", "bytes=" + last));
    }

    @Test
    void aFileThatBreaksOffIsNotTakenForTheWhole() {
        assertThatThrownBy(() -> server.get("/cut.bin")).isInstanceOf(UncheckedIOException.class);
        assertThat(server.status("/")).isEqualTo(200);
    }
}
