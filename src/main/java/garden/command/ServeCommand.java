package garden.command;

import garden.config.Config;
import garden.note.Folder;
import garden.server.RunningGarden;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code garden serve}: serves the garden until it is stopped. */
@Command(
        name = "serve",
        description = "Serves the garden until it is stopped.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class)
public final class ServeCommand implements Callable<Integer> {

    /** The server's threads go on; the process must not end. */
    public static final int KEEP_RUNNING = -1;

    @Mixin
    private final ConfigOptions options = new ConfigOptions();

    @Option(names = "--host", paramLabel = "H", description = "Where to listen (default: 127.0.0.1).")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "P", description = "The port; 0 for any free one (default: 8080).")
    private @Nullable String port;

    @Option(
            names = "--seed",
            paramLabel = "SOURCE",
            description = "What a new data folder is filled from: a repository, a bundle, a folder, or none.")
    private @Nullable String seed;

    @Option(
            names = "--folder",
            paramLabel = "SUB",
            description = "The folder inside the source that is the garden; remembered for later starts.")
    private @Nullable String folder;

    @Option(
            names = "--mirror",
            paramLabel = "URL",
            description =
                    "A repository to follow, by https, ssh or path; remembered for later starts. none: no longer.")
    private @Nullable String mirror;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Instant started = Instant.now();
        RunningGarden garden = RunningGarden.start(config(), chosenFolder());
        Stopping.whenTold(garden, spec.commandLine().getOut());
        greet(garden, Duration.between(started, Instant.now()));
        return KEEP_RUNNING;
    }

    private Config config() throws Exception {
        Map<String, @Nullable String> flags = new LinkedHashMap<>();
        flags.put("server.host", host);
        flags.put("server.port", port);
        flags.put("source.seed", seed);
        flags.put("source.folder", folder);
        flags.put("mirror.url", mirror);
        return options.load(flags);
    }

    /** Another source than the configured one is the garden as a whole, unless a folder is named too. */
    private Optional<Folder> chosenFolder() {
        if (folder != null) {
            return Optional.of(new Folder(folder));
        }
        boolean isElsewhere = seed != null || (mirror != null && !mirror.equals("none"));
        return !isElsewhere ? Optional.empty() : Optional.of(Folder.ROOT);
    }

    /** The token of a first start is shown here and nowhere else, once. */
    private void greet(RunningGarden garden, Duration took) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "Garden on %s   %s, ready in %.1f s%n",
                garden.url(),
                garden.summary(),
                took.toMillis() / 1000.0);
        Optional<String> token = garden.firstToken();
        if (garden.upstream().isPresent()) {
            out.printf("Follows %s%n", garden.upstream().get());
            out.printf("Clone: git clone %s%n", garden.pushUrl(token.orElse("TOKEN")));
        } else {
            out.printf("Push:  git push %s HEAD:%s%n", garden.pushUrl(token.orElse("TOKEN")), garden.branch());
        }
        out.println(
                token.isPresent()
                        ? "       The token is shown this once; ./garden token add NAME makes another."
                        : "       TOKEN is one that ./garden token add NAME made.");
        out.flush();
    }
}
