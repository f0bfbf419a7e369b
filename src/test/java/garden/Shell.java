package garden;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** Runs the command as someone would type it, in this process, and keeps what it says. */
public final class Shell {

    private Shell() {}

    /** What a command said, line ends as {@code \n}, and its exit code. */
    public record Said(int exit, String out, String err) {}

    public static Said run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exit = command.execute(arguments);
        return new Said(
                exit, out.toString().replace("\r\n", "\n"), err.toString().replace("\r\n", "\n"));
    }

    /** Writes a file below {@code folder}, and the folders around it; returns its path as text. */
    public static String write(Path folder, String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    /** Names of the files directly in a folder, in order. */
    public static List<String> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
