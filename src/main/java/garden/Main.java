package garden;

import garden.command.CheckCommand;
import garden.command.PreviewCommand;
import garden.command.ServeCommand;
import garden.command.TokenCommand;
import garden.command.TrainCommand;
import garden.command.VersionLine;
import garden.config.ConfigException;
import garden.server.DataLock;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code garden}. */
@Command(
        name = "garden",
        description = "Serves a garden of Markdown notes from a git repository.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        subcommands = {
            ServeCommand.class,
            PreviewCommand.class,
            CheckCommand.class,
            TokenCommand.class,
            TrainCommand.class
        },
        footer = {"", "The manual is the garden that ./garden serve shows first."})
public final class Main implements Runnable {

    /** Something is wrong with how the program was called or set up. */
    static final int EXIT_USAGE = 2;

    /** Another server has the data folder. */
    static final int EXIT_IN_USE = 3;

    /** Something failed while running. */
    static final int EXIT_FAILED = 1;

    @Spec
    private CommandSpec spec;

    /** Made by picocli, which sets the rest. */
    @SuppressWarnings("NullAway.Init")
    public Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) throws IOException {
        configureLogging();
        int exitCode = commandLine().execute(arguments);
        if (exitCode != ServeCommand.KEEP_RUNNING) {
            System.exit(exitCode);
        }
    }

    /** The command with all its verbs. */
    public static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((failure, command, result) -> {
            command.getErr().println(message(failure));
            return exitCode(failure);
        });
    }

    private static int exitCode(Exception failure) {
        if (failure instanceof ConfigException) {
            return EXIT_USAGE;
        }
        return failure instanceof DataLock.HeldException ? EXIT_IN_USE : EXIT_FAILED;
    }

    /** A failure in words: one line for what the world did to us, all of it for a bug. */
    private static String message(Exception failure) {
        if (failure instanceof ConfigException) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof IOException) {
            return "garden: " + failure.getMessage();
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return "garden: this is a bug\n" + trace;
    }

    private static void configureLogging() throws IOException {
        boolean isConfigured = System.getProperty("java.util.logging.config.file") != null;
        try (InputStream stream = Main.class.getResourceAsStream("/garden/logging.properties")) {
            if (!isConfigured && stream != null) {
                LogManager.getLogManager().readConfiguration(stream);
            }
        }
    }

    /** Without a verb there is nothing to do but to say so. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a verb: serve, preview, check or token");
    }
}
