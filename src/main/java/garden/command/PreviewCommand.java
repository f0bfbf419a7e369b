package garden.command;

import garden.server.RunningGarden;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code garden preview}: serves an author's working folder until it is stopped. */
@Command(
        name = "preview",
        description = "Shows a folder of notes as readers would see it, committed or not; open pages follow each save.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        footer = {"", "Only this machine can open it. The folder and its repository are read and never written."})
public final class PreviewCommand implements Callable<Integer> {

    @Mixin
    private final ConfigFile config = new ConfigFile();

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "The folder with the notes, in a git work tree or not (default: the current one).")
    private Path folder = Path.of("");

    @Option(names = "--port", paramLabel = "P", description = "The port; 0 for any free one (default: 8080).")
    private @Nullable String port;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Instant started = Instant.now();
        Map<String, @Nullable String> flags = new LinkedHashMap<>();
        flags.put("server.port", port);
        RunningGarden garden = RunningGarden.preview(config.load(flags), folder);
        Stopping.whenTold(garden, spec.commandLine().getOut());
        greet(garden, Duration.between(started, Instant.now()));
        return ServeCommand.KEEP_RUNNING;
    }

    private void greet(RunningGarden garden, Duration took) throws IOException {
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "Preview on %s   %s, ready in %.1f s%nShows %s; open pages follow each save. Ctrl-C ends it.%n",
                        garden.url(),
                        garden.summary(),
                        took.toMillis() / 1000.0,
                        folder.toRealPath())
                .flush();
    }
}
