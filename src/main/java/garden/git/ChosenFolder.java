package garden.git;

import garden.note.Folder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;

/**
 * The folder that a flag once chose for a repository, kept in the repository's own git configuration, so that the next start
 * without the flag serves the same garden.
 *
 * @param repository a bare repository
 */
public record ChosenFolder(Path repository) {

    private static final String SECTION = "garden";
    private static final String KEY = "folder";

    /** The folder chosen; empty when none ever was. */
    public Optional<Folder> read() throws IOException {
        return Optional.ofNullable(config().getString(SECTION, null, KEY)).map(text -> new Folder(text.substring(1)));
    }

    /** Chooses {@code folder} from now on. */
    public void write(Folder folder) throws IOException {
        FileBasedConfig config = config();
        // git reads an empty value as none at all, so the garden itself is written as "/".
        config.setString(SECTION, null, KEY, "/" + folder);
        config.save();
    }

    private FileBasedConfig config() throws IOException {
        FileBasedConfig config =
                new FileBasedConfig(repository.resolve("config").toFile(), FS.DETECTED);
        try {
            config.load();
            return config;
        } catch (ConfigInvalidException e) {
            throw new IOException("cannot read " + config.getFile() + ": " + e.getMessage(), e);
        }
    }
}
