package garden.command;

import garden.config.Config;
import garden.config.ConfigException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags that every verb with a data folder understands. */
final class ConfigOptions {

    @Mixin
    private final ConfigFile file = new ConfigFile();

    @Option(names = "--data", paramLabel = "DIR", description = "Where repository, index and tokens are kept.")
    private @Nullable String data;

    /** The configuration, with {@code flags} by key over these and the environment. */
    Config load(Map<String, @Nullable String> flags) throws ConfigException {
        Map<String, @Nullable String> all = new LinkedHashMap<>(flags);
        all.put("data.folder", data);
        return file.load(all);
    }
}
