package garden.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs that are run to their end. */
final class Commands {

    private Commands() {}

    /** What a program printed, errors included. */
    static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + output);
        }
        return output;
    }

    static String run(String... command) throws IOException, InterruptedException {
        return run(List.of(command));
    }

    /** Whether a program is installed. */
    static boolean has(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** The path, at which nothing is any more. */
    static Path fresh(Path path) throws IOException, InterruptedException {
        run("rm", "-rf", path.toString());
        Files.createDirectories(path.toAbsolutePath().getParent());
        return path;
    }

    static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
