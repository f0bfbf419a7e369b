package garden.command;

import garden.config.ConfigException;
import garden.git.push.AccessTokens;
import garden.server.DataFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code garden token}: who may push. A running server sees a change at once. */
@Command(
        name = "token",
        description = "Lists, adds and removes the tokens that may push.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class)
public final class TokenCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected what to do: add, list or remove");
    }

    @Command(
            description = "Makes a token and prints it, once.",
            mixinStandardHelpOptions = true,
            versionProvider = VersionLine.class)
    int add(@Mixin ConfigOptions options, @Parameters(paramLabel = "NAME", description = "Whose it is.") String name)
            throws ConfigException, IOException {
        out().println(tokens(options).add(name, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        return 0;
    }

    @Command(
            description = "Lists the tokens by name, never themselves.",
            mixinStandardHelpOptions = true,
            versionProvider = VersionLine.class)
    int list(@Mixin ConfigOptions options) throws ConfigException, IOException {
        for (AccessTokens.Token token : tokens(options).list()) {
            out().printf("%s  %s%n", token.created(), token.name());
        }
        return 0;
    }

    @Command(description = "Takes a token back.", mixinStandardHelpOptions = true, versionProvider = VersionLine.class)
    int remove(@Mixin ConfigOptions options, @Parameters(paramLabel = "NAME", description = "Whose it is.") String name)
            throws ConfigException, IOException {
        tokens(options).remove(name);
        return 0;
    }

    private static AccessTokens tokens(ConfigOptions options) throws ConfigException, IOException {
        DataFolder data = new DataFolder(options.load(Map.of()).dataFolder());
        data.create();
        return new AccessTokens(data.tokens(), Optional.empty());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
