package garden.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import garden.git.seed.Seed;
import garden.note.BlobId;
import garden.note.Folder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SeekableBlobsTest {

    private static final int BYTES = 3 << 20;

    @TempDir
    private Path folder;

    private final byte[] content = new byte[BYTES];

    @AutoClose
    private NotesRepository repository;

    private BlobId first;
    private BlobId second;
    private BlobId small;

    @BeforeEach
    void open() throws IOException {
        new Random(1).nextBytes(content);
        byte[] other = content.clone();
        other[0]++;
        GitRepo work = GitRepo.in(folder.resolve("work"));
        work.write("first.bin", content).write("second.bin", other).write("small.bin", new byte[] {1, 2, 3, 4});
        work.commit("files");
        ServedBranch branch = new ServedBranch("main");
        new Seed(Optional.empty(), branch, Folder.ROOT).plant(bare(), Instant.EPOCH);
        work.git("push", "-q", bare().toString(), "HEAD:main").orFail();
        repository = NotesRepository.open(bare(), branch, Folder.ROOT);
        List<GitFile> files = repository.files(repository.tip().orElseThrow());
        first = files.get(0).blob();
        second = files.get(1).blob();
        small = files.get(2).blob();
    }

    private Path bare() {
        return folder.resolve("garden.git");
    }

    private Path copies() {
        return folder.resolve("copies");
    }

    private SeekableBlobs blobs(long maxBytes) throws IOException {
        return SeekableBlobs.open(repository, copies(), maxBytes);
    }

    private static byte[] read(SeekableBlobs blobs, BlobId blob, long offset, int length) throws IOException {
        try (InputStream in = blobs.stream(blob, offset, length)) {
            return in.readAllBytes();
        }
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.list(copies())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void loseGit() throws IOException {
        try (Stream<Path> files = Files.walk(bare().resolve("objects"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aPartIsThatOfTheFile() throws IOException {
        SeekableBlobs blobs = blobs(1 << 30);
        assertThat(read(blobs, first, BYTES - 10, 10)).isEqualTo(Arrays.copyOfRange(content, BYTES - 10, BYTES));
        assertThat(read(blobs, first, 1000, 70_000)).isEqualTo(Arrays.copyOfRange(content, 1000, 71_000));
        assertThat(read(blobs, first, 0, BYTES)).isEqualTo(content);
        assertThat(read(blobs, small, 1, 2)).containsExactly(2, 3);
    }

    /** Where there is no repository, not one byte is read from it. */
    @Test
    void laterPartsCostTheirBytesAndNotTheFile() throws IOException {
        SeekableBlobs blobs = blobs(1 << 30);
        read(blobs, first, 5, 1);
        Path copy = copies().resolve(first.hex());
        loseGit();
        try (NotesRepository anew = NotesRepository.open(bare(), new ServedBranch("main"), Folder.ROOT)) {
            assertThatThrownBy(() -> anew.bytes(first, 10)).isInstanceOf(IOException.class);
        }
        assertThat(read(blobs, first, BYTES - 10, 10)).isEqualTo(Arrays.copyOfRange(content, BYTES - 10, BYTES));
        assertThat(Files.size(copy)).isEqualTo(BYTES);
    }

    @Test
    void onlyPartsOfLargeFilesAreCopied() throws IOException {
        SeekableBlobs blobs = blobs(1 << 30);
        read(blobs, first, 0, BYTES);
        read(blobs, small, 1, 1);
        assertThat(kept()).isEmpty();
    }

    @Test
    void theLongestUnreadGoesWhenThereIsNoRoom() throws IOException {
        SeekableBlobs blobs = blobs(BYTES + BYTES / 2);
        try (InputStream in = blobs.stream(first, 1, BYTES - 1)) {
            in.read();
            read(blobs, second, 1, 1);
            assertThat(kept()).containsExactly(second.hex());
            assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(content, 2, BYTES));
        }
        read(blobs, first, 1, 1);
        assertThat(kept()).containsExactly(first.hex());
    }

    @Test
    void aFileLargerThanAllCopiesIsReadFromGit() throws IOException {
        SeekableBlobs blobs = blobs(BYTES - 1);
        assertThat(read(blobs, first, BYTES - 10, 10)).isEqualTo(Arrays.copyOfRange(content, BYTES - 10, BYTES));
        assertThat(kept()).isEmpty();
    }

    @Test
    void aStartBeginsWithoutCopies() throws IOException {
        read(blobs(1 << 30), first, 1, 1);
        blobs(1 << 30);
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatEndsEarlyFails() throws IOException {
        SeekableBlobs blobs = blobs(1 << 30);
        assertThatThrownBy(() -> read(blobs, small, 2, 3)).isInstanceOf(IOException.class);
    }
}
