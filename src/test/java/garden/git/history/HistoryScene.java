package garden.git.history;

import garden.git.GitRepo;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests with a repository of their own each, and what its history tells. */
abstract class HistoryScene {

    @TempDir
    Path folder;

    HistoryFixture fixture;
    GitRepo work;

    @BeforeEach
    final void open() throws IOException {
        fixture = new HistoryFixture(folder);
        work = fixture.work();
    }

    @AfterEach
    final void close() {
        fixture.close();
    }
}
