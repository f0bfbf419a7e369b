package garden.server;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder for its owner alone that is deleted when it is closed, with all that is in it then. */
public record TemporaryFolder(Path path) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);
    private static final String PREFIX = "garden-preview-";

    /** A new one, empty, where the system keeps such; its name tells the process. */
    public static TemporaryFolder create() throws IOException {
        return new TemporaryFolder(
                Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-"));
    }

    /**
     * Deletes those in the folder {@code place} that a server had which was killed: its lock is there, and nobody holds it. Each is
     * named in the log; one that cannot be deleted stays.
     */
    static void removeAbandoned(Path place) throws IOException {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(place, PREFIX + "*")) {
            found.forEach(folders::add);
        }
        for (Path folder : folders) {
            DataFolder data = new DataFolder(folder);
            if (Files.isRegularFile(data.lock()) && Files.isWritable(data.lock())) {
                removeIfAbandoned(data);
            }
        }
    }

    private static void removeIfAbandoned(DataFolder data) {
        CloseStack closeStack = new CloseStack();
        try {
            closeStack.add(DataLock.take(data, Instant.now()));
            new TemporaryFolder(data.path()).close();
            LOG.info("removed {}, left behind by a process that was killed", data.path());
        } catch (IOException e) {
            LOG.debug("left {} as it is: {}", data.path(), e.getMessage());
        } finally {
            closeStack.close();
        }
    }

    /** Where {@link #create} makes them. */
    static Path place() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    @Override
    public void close() throws IOException {
        for (Path file : deepestFirst()) {
            Files.delete(file);
        }
    }

    private List<Path> deepestFirst() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
