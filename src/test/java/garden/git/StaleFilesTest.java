package garden.git;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.CommitId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a kill leaves behind in a repository: names as JGit and git write them. */
@Timeout(60)
class StaleFilesTest {

    private static final String PACK = "objects/pack/pack-0123456789012345678901234567890123456789";
    private static final long NO_PROCESS = 4_000_000_000L;

    @TempDir
    private Path folder;

    private Path repository;
    private GitRepo work;

    @BeforeEach
    void makeBoth() throws IOException {
        work = GitRepo.in(folder.resolve("work"));
        repository = folder.resolve("garden.git");
        work.write("oak.md", "Oak.").commit("one");
        GitRepo.runIn(folder, "clone", "-q", "--bare", "work", "garden.git").orFail();
    }

    private Path plant(String name, String text) throws IOException {
        Path file = repository.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HEAD.lock",
                "config.lock",
                "packed-refs.lock",
                "index.lock",
                "shallow.lock",
                "gc.log.lock",
                "refs/heads/main.lock",
                "refs/heads/a/b.lock",
                "refs/upstream/tip.lock",
                "logs/HEAD.lock",
                "logs/refs/heads/main.lock",
                "objects/info/alternates.lock",
                "objects/pack/multi-pack-index.lock",
                "objects/incoming_1234567890123.pack",
                "objects/incoming_1234567890123.idx",
                "objects/insert_1234567890123.pack",
                "objects/noz1234567890123.tmp",
                "objects/ab/tmp_obj_a1B2c3",
                "objects/pack/tmp_pack_a1B2c3",
                "objects/pack/tmp_idx_a1B2c3",
                "objects/pack/gc_123.pack_tmp",
                "objects/tmp_objdir-incoming-a1B2c3/pack/tmp_pack_x",
                "objects/incoming-a1B2c3/ab/cdef",
                ".probe-01234567-89ab-cdef-0123-456789abcdef",
                "objects/.probe-01234567-89ab-cdef-0123-456789abcdef"
            })
    void whatAKillLeavesIsRemoved(String name) throws IOException {
        Path file = plant(name, "");

        new StaleFiles(repository).remove();

        assertThat(file).doesNotExist();
        assertThat(GitRepo.runIn(repository, "fsck", "--strict").exitCode()).isZero();
        assertThat(work.write("elm.md", "Elm.").commit("two")).isEqualTo(pushed());
    }

    private CommitId pushed() {
        work.git("push", "-q", repository.toString(), "HEAD:main").orFail();
        return new CommitId(
                GitRepo.runIn(repository, "rev-parse", "main").text().strip());
    }

    @Test
    void packsOfTransfersAreKeptNoLongerThoseOfSomebodyAre() throws IOException {
        Path ofPush = plant(PACK + ".keep", "jgit receive-pack from Garden <garden@localhost>");
        Path ofGit = plant(PACK.replace('1', '2') + ".keep", "receive-pack 1234 on host");
        Path ofFetch = plant(PACK.replace('1', '3') + ".keep", "fetch-pack 1234 on host");
        Path ofSomebody = plant(PACK.replace('1', '4') + ".keep", "the photographs, do not repack");
        Path empty = plant(PACK.replace('1', '5') + ".keep", "");

        new StaleFiles(repository).remove();

        assertThat(ofPush).doesNotExist();
        assertThat(ofGit).doesNotExist();
        assertThat(ofFetch).doesNotExist();
        assertThat(ofSomebody).exists();
        assertThat(empty).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refs/heads/lock",
                "refs/heads/lock.md",
                "refs/heads/incoming_1.pack",
                "hooks/post-receive.lock.sample",
                "info/my.lock.txt",
                "gc.log",
                "notes.lock.md",
                "objects/pack/pack-0123456789012345678901234567890123456789.pack.old"
            })
    void whatIsNotLeftBehindStays(String name) throws IOException {
        Path file = plant(name, "text");

        new StaleFiles(repository).remove();

        assertThat(file).hasContent("text");
    }

    @Test
    void aFolderOfTheNameOfALockStays() throws IOException {
        Path inside = plant("hooks.lock/hook", "text");

        new StaleFiles(repository).remove();

        assertThat(inside).exists();
    }

    @Test
    void locksOfACollectionAtWorkStay() throws Exception {
        Process collection = new ProcessBuilder("sleep", "60").start();
        try {
            Path pid = plant("gc.pid", collection.pid() + " host");
            Path lock = plant("packed-refs.lock", "");

            new StaleFiles(repository).remove();

            assertThat(pid).exists();
            assertThat(lock).exists();
        } finally {
            collection.destroy();
            collection.waitFor();
        }
        new StaleFiles(repository).remove();
        assertThat(repository.resolve("gc.pid")).doesNotExist();
        assertThat(repository.resolve("packed-refs.lock")).doesNotExist();
    }

    @Test
    void aNumberThatAnotherProcessHasByNowIsNoCollection() throws Exception {
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            Path pid = plant("gc.pid", other.pid() + " host");
            Files.setLastModifiedTime(pid, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));

            new StaleFiles(repository).remove();

            assertThat(pid).doesNotExist();
        } finally {
            other.destroy();
            other.waitFor();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", NO_PROCESS + " host", "99999999999999999999 host"})
    void whatNamesNoProcessIsNoCollection(String text) throws IOException {
        Path pid = plant("gc.pid", text);

        new StaleFiles(repository).remove();

        assertThat(pid).doesNotExist();
    }
}
