package garden.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;

/** Something a later start must know, kept as {@code garden.<key>} in the bare repository's own git configuration. */
public record RememberedSetting(Path repository, String key) {

    private static final String SECTION = "garden";

    /** What was written; empty when nothing was. */
    public Optional<String> read() throws IOException {
        return Optional.ofNullable(config().getString(SECTION, null, key));
    }

    /** Keeps {@code value}, which must not be empty: git reads an empty value as none at all. */
    public void write(String value) throws IOException {
        FileBasedConfig config = config();
        if (!value.equals(config.getString(SECTION, null, key))) {
            config.setString(SECTION, null, key, value);
            config.save();
        }
    }

    /** Keeps nothing. */
    public void forget() throws IOException {
        FileBasedConfig config = config();
        if (config.getString(SECTION, null, key) != null) {
            config.unset(SECTION, null, key);
            config.save();
        }
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
