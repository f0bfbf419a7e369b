package garden.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FolderWatchTest {

    private static final int SECONDS = 30;

    @TempDir
    private Path temp;

    private FolderWatch watch;

    private final BlockingQueue<Set<Path>> told = new LinkedBlockingQueue<>();

    /** Waits until all of {@code paths} were told of. */
    private void await(Path... paths) throws InterruptedException {
        Set<Path> missing = new HashSet<>(List.of(paths));
        while (!missing.isEmpty()) {
            Set<Path> changed = told.poll(SECONDS, TimeUnit.SECONDS);
            assertThat(changed).describedAs("still missing %s", missing).isNotNull();
            missing.removeAll(changed);
        }
    }

    /** As {@link #await}, or until it was told after now that anything may have changed, as when the system lost count. */
    private void awaitOrAnything(Path... paths) throws InterruptedException {
        Set<Path> now = Set.of(temp);
        told.add(now);
        Set<Path> missing = new HashSet<>(List.of(paths));
        boolean isAfter = false;
        while (!missing.isEmpty()) {
            Set<Path> changed = told.poll(SECONDS, TimeUnit.SECONDS);
            assertThat(changed).describedAs("still missing %s", missing).isNotNull();
            if (isAfter && changed.isEmpty()) {
                return;
            }
            isAfter |= changed.equals(now);
            missing.removeAll(changed);
        }
    }

    @BeforeEach
    void begin() throws IOException {
        watch = FolderWatch.start(
                List.of(temp), path -> !path.getFileName().toString().endsWith(".tmp"), told::add);
    }

    @AfterEach
    void end() throws IOException {
        watch.close();
    }

    @Test
    void aSaveIsTold() throws Exception {
        Path oak = Files.writeString(temp.resolve("Oak.md"), "An oak.");
        await(oak);
        Files.writeString(oak, "An old oak.");
        await(oak);
    }

    @Test
    void aSaveByRenamingIsTold() throws Exception {
        Path oak = Files.writeString(temp.resolve("Oak.md"), "An oak.");
        Path half = Files.writeString(temp.resolve("Oak.md.tmp"), "An old oak.");
        Files.move(half, oak, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        await(oak);
    }

    @Test
    void whatHappensInNewFoldersIsTold() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("trees/old"));
        Path oak = Files.writeString(folder.resolve("Oak.md"), "An oak.");
        await(oak);
        Files.delete(oak);
        await(oak);
    }

    @Test
    void aThousandFilesAreToldInFewPieces() throws Exception {
        Path[] files = new Path[1_000];
        for (int i = 0; i < files.length; i++) {
            files[i] = Files.writeString(temp.resolve("Tree " + i + ".md"), "A tree.");
        }
        awaitOrAnything(files);
    }

    @Test
    void itLooksAgainThoughNothingIsTold() throws Exception {
        assertThat(told.poll(SECONDS, TimeUnit.SECONDS)).isEmpty();
    }

    /** An error ends the thread of the events; the watch begins another. */
    @Test
    void aWatchWhoseThreadDiedHearsAgain() throws Exception {
        Path bomb = temp.resolve("bomb.md");
        BlockingQueue<Set<Path>> heard = new LinkedBlockingQueue<>();
        try (FolderWatch dying = FolderWatch.start(
                List.of(temp),
                path -> {
                    if (path.equals(bomb)) {
                        throw new StackOverflowError();
                    }
                    return true;
                },
                heard::add)) {
            assertThat(heard.poll(SECONDS, TimeUnit.SECONDS)).isEmpty();
            Path oak = Files.writeString(temp.resolve("Oak.md"), "An oak.");
            assertThat(heard.poll(SECONDS, TimeUnit.SECONDS)).contains(oak);
            Files.writeString(bomb, "bang");
            Files.delete(bomb);

            // Whatever is saved before the next watch has begun is told as anything, and saved once more.
            Set<Path> told = Set.of();
            for (int tries = 0; !told.contains(oak) && tries < SECONDS; tries++) {
                told = heard.poll(SECONDS, TimeUnit.SECONDS);
                assertThat(told).isNotNull();
                Files.writeString(oak, "An oak, " + tries);
            }
            assertThat(told).contains(oak);
            assertThat(dying.failing()).isEmpty();
        }
    }
}
