package garden.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A garden that is served by a process of its own. */
final class GardenProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Garden on (\\S+)/ .*");
    private static final Pattern PUSH = Pattern.compile("Push: +git push (\\S+) HEAD:main");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Process process;
    private final double readyAfter;
    private final URI base;
    private final String pushUrl;

    private GardenProcess(Process process, long started) throws IOException {
        this.process = process;
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        this.base = URI.create(await(out, READY));
        this.readyAfter = (System.nanoTime() - started) / 1e9;
        this.pushUrl = await(out, PUSH);
    }

    /** Starts it with what is in {@code data}, or else with a copy of {@code seed}; returns when it is ready. */
    static GardenProcess start(Ground ground, Path seed, Path data) throws IOException {
        Path config = Files.writeString(ground.folder().resolve("config.yml"), "site: {title: Bench}\n");
        List<String> command = new ArrayList<>(ground.program());
        command.addAll(List.of("serve", "--config", config.toString(), "--port", "0"));
        command.addAll(List.of("--seed", seed.toString(), "--data", data.toString()));
        long started = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        ground.folder().resolve("server.log").toFile()))
                .start();
        try {
            return new GardenProcess(process, started);
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static String await(BufferedReader out, Pattern pattern) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        throw new IOException("the server ended; see server.log");
    }

    /** Seconds from its start until it said that it is ready. */
    double readyAfter() {
        return readyAfter;
    }

    /** Scheme, host and port. */
    URI base() {
        return base;
    }

    /** With the token, on a first start. */
    String pushUrl() {
        return pushUrl;
    }

    ProcessFigures figures() {
        return new ProcessFigures(process.toHandle());
    }

    /** What is used of the heap after a collection, in MB. */
    double heapMegabytes() throws IOException, InterruptedException {
        String pid = process.pid() + "";
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Commands.run(jcmd, pid, "GC.run");
        Matcher used = USED.matcher(Commands.run(jcmd, pid, "GC.heap_info"));
        if (!used.find()) {
            throw new IOException("jcmd says nothing of the heap");
        }
        return Long.parseLong(used.group(1)) / 1024.0;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
