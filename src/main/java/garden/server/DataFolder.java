package garden.server;

import garden.git.StaleFiles;
import garden.git.push.AccessTokens;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;

/** What lies where in the data folder. Only the repository and the tokens are worth a backup; the rest is derived. */
public record DataFolder(Path path) {

    boolean exists() {
        return Files.isDirectory(path);
    }

    /**
     * Makes the folder, for its owner alone: the repository holds what pages hide. One that is there is left as it is.
     *
     * @throws IOException also when something else is there, or in the way to it
     */
    public void create() throws IOException {
        if (exists()) {
            return;
        }
        try {
            createForOwner();
        } catch (FileAlreadyExistsException e) {
            throw new IOException(
                    "cannot make the data folder " + path + ": expected a folder at " + e.getFile() + ", found a file",
                    e);
        } catch (AccessDeniedException e) {
            throw new IOException("cannot make the data folder " + path + ": not allowed to write " + e.getFile(), e);
        }
    }

    private void createForOwner() throws IOException {
        Files.createDirectories(
                Objects.requireNonNull(path.toAbsolutePath().getParent(), "a data folder is in a folder"));
        boolean isPosix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (isPosix) {
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(path);
        }
    }

    Path repository() {
        return path.resolve("garden.git");
    }

    /** Held by the one server that has the folder. */
    Path lock() {
        return path.resolve("server.lock");
    }

    /** The file of access tokens. */
    public Path tokens() {
        return path.resolve("tokens");
    }

    Path index() {
        return path.resolve("index");
    }

    Path attachments() {
        return path.resolve("attachments");
    }

    Path pushes() {
        return path.resolve("pushes.mv");
    }

    Path history() {
        return path.resolve("history.mv");
    }

    /** Removes what a server that was killed left behind and what would stop the next one; for who has the {@link DataLock}. */
    void removeStale() throws IOException {
        if (Files.isDirectory(repository())) {
            new StaleFiles(repository()).remove();
        }
        new AccessTokens(tokens(), Optional.empty()).removeStale();
    }
}
