package garden.command;

import static org.assertj.core.api.Assertions.assertThat;

import garden.Shell;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PreviewCommandTest {

    @TempDir
    private Path root;

    @Test
    void aBusyPortIsNamed() throws IOException {
        String config = Shell.write(root, "config.yml", "server:\n  host: 0.0.0.0\n");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            Shell.Said said = Shell.run("preview", "--config", config, "--port", String.valueOf(port), root.toString());
            assertThat(said)
                    .isEqualTo(new Shell.Said(
                            1,
                            "",
                            "garden: cannot listen on 127.0.0.1:" + port
                                    + ": the port is in use or not ours to use; choose another with --port\n"));
        }
    }

    @Test
    void whatIsNoFolderIsNamed() throws IOException {
        String config = Shell.write(root, "config.yml", "");
        assertThat(Shell.run("preview", "--config", config, "--port", "0", config))
                .isEqualTo(new Shell.Said(
                        1, "", "garden: cannot preview " + config + ": expected a folder of notes, found a file\n"));
    }

    @Test
    void aConfigurationThatIsWrongIsSaid() throws IOException {
        Shell.Said said = Shell.run("preview", "--config", Shell.write(root, "config.yml", "server:\n  port: http\n"));
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("server.port").hasLineCount(1);
    }
}
