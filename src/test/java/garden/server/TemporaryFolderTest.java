package garden.server;

import static org.assertj.core.api.Assertions.assertThat;

import garden.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {

    @TempDir
    private Path place;

    @Test
    void whatAKilledServerHadIsDeletedAndNothingElse() throws IOException {
        Shell.write(place, "garden-preview-1/server.lock", "process 1");
        Shell.write(place, "garden-preview-1/garden.git/HEAD", "ref");
        Shell.write(place, "garden-preview-2/server.lock", "");
        Shell.write(place, "garden-preview-3/note.md", "A folder that is just being made, or of a check.");
        Shell.write(place, "other/server.lock", "");
        DataFolder used = new DataFolder(place.resolve("garden-preview-2"));
        try (DataLock lock = DataLock.take(used, Instant.EPOCH)) {
            TemporaryFolder.removeAbandoned(place);
            assertThat(lock).isNotNull();
        }

        assertThat(Shell.list(place)).containsExactly("garden-preview-2", "garden-preview-3", "other");
    }
}
