package garden;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code garden serve} in a process of its own, so that it can be told to stop, or killed. */
final class ServerProcess implements AutoCloseable {

    private static final Pattern PUSH = Pattern.compile("git push (\\S+) HEAD:main");

    private final Process process;
    private final BufferedReader out;
    private final Path log;
    private String pushUrl = "";

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.log = log;
    }

    /** Runs {@code garden serve} with {@code flags} and a free port, and returns when it says that it is ready, or has ended. */
    static ServerProcess start(Path config, Path log, String... flags) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "garden.Main",
                "serve",
                "--config",
                config.toString(),
                "--port",
                "0"));
        command.addAll(List.of(flags));
        ServerProcess server = new ServerProcess(
                new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
        server.awaitPushUrl();
        return server;
    }

    private void awaitPushUrl() throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher push = PUSH.matcher(line);
            if (push.find()) {
                pushUrl = push.group(1);
                return;
            }
        }
    }

    /** What git is told to push to, with the token of a first start, else with the word TOKEN. */
    String pushUrl() {
        return pushUrl;
    }

    /** What it wrote to its log so far. */
    String log() throws IOException {
        return Files.readString(log);
    }

    /** Stops it as {@code kill} does, and returns its exit status. */
    int stop() throws InterruptedException {
        // Not the process itself, which would close its output.
        process.toHandle().destroy();
        return process.waitFor();
    }

    /** Stops it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** What it said after it was ready. */
    String rest() throws IOException {
        StringBuilder rest = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            rest.append(line).append('\n');
        }
        return rest.toString();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
