package garden.command;

import static org.assertj.core.api.Assertions.assertThat;

import garden.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 180, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TrainCommandTest {

    @Test
    void everyPageOfTheManualIsReadAndNothingIsLeft() throws IOException {
        List<Path> before = temporary();

        Shell.Said said = Shell.run("train");

        assertThat(said.err()).isEmpty();
        assertThat(said.exit()).isZero();
        assertThat(temporary()).isSubsetOf(before);
    }

    /** What this process has in the folder for such, whatever others leave there. */
    private static List<Path> temporary() throws IOException {
        String mine = "garden-preview-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(mine))
                    .toList();
        }
    }
}
