package garden.command;

import garden.config.Config;
import garden.config.ConfigException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flag that every verb with a configuration understands. */
final class ConfigFile {

    /** The checkout; set by the launcher. */
    private static final String HOME = "garden.home";

    @Option(
            names = "--config",
            paramLabel = "F",
            description = "Configuration file (default: config.yml beside ./garden).")
    private @Nullable Path file;

    /** The configuration, with {@code flags} by key over it and the environment; a flag without a value is as none. */
    Config load(Map<String, @Nullable String> flags) throws ConfigException {
        Map<String, String> overrides = new LinkedHashMap<>();
        flags.forEach((key, value) -> put(overrides, key, value));
        return Config.load(configFile(), System.getenv(), overrides);
    }

    private static void put(Map<String, String> overrides, String key, @Nullable String value) {
        if (value != null) {
            overrides.put(key, value);
        }
    }

    /** The folder that the launcher is in, absolute; the working folder where the program was started without it. */
    static Path checkout() {
        return Path.of(System.getProperty(HOME, ".")).toAbsolutePath().normalize();
    }

    /** Named as briefly as possible, since problems begin with it. */
    private Path configFile() {
        if (file != null) {
            return file;
        }
        Path whole = checkout().resolve("config.yml");
        Path here = Path.of("").toAbsolutePath();
        return whole.startsWith(here) ? here.relativize(whole) : whole;
    }
}
