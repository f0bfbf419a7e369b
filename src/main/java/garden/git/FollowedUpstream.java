package garden.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;

/**
 * The upstream that a repository follows, kept in the repository's own git configuration, so that a later start that names
 * none goes on with it, and does not take pushes that the next fetch would undo.
 *
 * @param repository a bare repository
 */
public record FollowedUpstream(Path repository) {

    private static final String SECTION = "garden";
    private static final String KEY = "upstream";

    /** Its address without user and password; empty when the repository is its own. */
    public Optional<String> read() throws IOException {
        return Optional.ofNullable(config().getString(SECTION, null, KEY));
    }

    /** Follows {@code address} from now on. */
    public void write(String address) throws IOException {
        FileBasedConfig config = config();
        config.setString(SECTION, null, KEY, address);
        config.save();
    }

    /** Follows nothing from now on. */
    public void forget() throws IOException {
        FileBasedConfig config = config();
        config.unset(SECTION, null, KEY);
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
