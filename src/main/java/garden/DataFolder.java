package garden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** What lies where in the data folder. Only the repository and the tokens are worth a backup; the rest is derived. */
record DataFolder(Path path) {

    /** Makes the folder, for its owner alone: the repository holds what pages hide. One that is there is left as it is. */
    void create() throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
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

    Path tokens() {
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
}
