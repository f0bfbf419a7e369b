package garden;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher, run by the real sh in a checkout and a system made for the test: each Java and Maven there is a script that says how it
 * was called, and the launcher's copy looks below {@code root} where the original looks below {@code /usr/lib} and {@code /Library}.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class LaunchedCheckout {

    static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    private static final FileTime BUILT = FileTime.from(Instant.parse("2021-01-01T00:00:00Z"));

    /** All that the launcher may need of a system. */
    private static final List<String> TOOLS = List.of(
            "sh",
            "cat",
            "dirname",
            "find",
            "head",
            "ln",
            "mkdir",
            "mv",
            "nice",
            "readlink",
            "rm",
            "rmdir",
            "sed",
            "sleep",
            "touch");

    /** Two builds at once would be seen as a second line in {@code builds}. */
    static final String MAVEN = """
        mkdir running || echo overlap >>builds
        echo "JAVA_HOME=$JAVA_HOME mvn $*" >>builds
        : >target/launch/garden.jar
        rmdir running
        """;

    @TempDir
    Path root;

    Path home;
    Path bin;
    final Map<String, String> environment = new TreeMap<>();

    record Result(int exit, List<String> out, String err) {}

    @BeforeEach
    void makeCheckoutAndSystem() throws IOException {
        root = root.toRealPath();
        home = Files.createDirectories(root.resolve("my garden"));
        bin = Files.createDirectories(root.resolve("bin"));
        for (String tool : TOOLS) {
            script(bin.resolve(tool), "exec " + tool(tool) + " \"$@\"\n");
        }
        String launcher = Files.readString(Path.of("garden"))
                .replace(" /usr/lib", " \"" + root + "\"/usr/lib")
                .replace(" /Library", " \"" + root + "\"/Library");
        write(home.resolve("garden"), launcher);
        write(home.resolve("pom.xml"), "");
        write(home.resolve("src/main/java/Main.java"), "");
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, LONG_AGO);
            }
        }
        environment.putAll(Map.of("PATH", bin.toString(), "HOME", root + "/me"));
    }

    Result launch(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.resolve("garden").toString()));
        command.addAll(List.of(arguments));
        return result(start(root, command.toArray(String[]::new)));
    }

    Process start(Path folder, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    Result result(Process process) throws IOException, InterruptedException {
        List<String> out = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Result(process.waitFor(), out, err);
    }

    List<String> builds() throws IOException {
        return Files.readAllLines(home.resolve("builds"));
    }

    /** A jar of the launcher's own build, younger than the sources. */
    void built() throws IOException {
        built("target/launch/garden.jar");
    }

    void built(String jar) throws IOException {
        write(home.resolve(jar), "");
        Files.setLastModifiedTime(home.resolve(jar), BUILT);
    }

    /** A JDK that answers {@code -version}, and otherwise prints its home and its arguments. */
    Path jdk(String folder, String version) throws IOException {
        Path jdk = root.resolve(folder);
        script(jdk.resolve("bin/javac"), "");
        script(jdk.resolve("bin/java"), """
            if [ "$1" = -version ]; then
              echo 'Picked up JAVA_TOOL_OPTIONS: -Da=b' >&2
              echo 'openjdk version "%s" 2026-01-01' >&2
            else
              printf '%%s\\n' '%s' "$@"
            fi
            """.formatted(version, jdk));
        return jdk;
    }

    static void script(Path file, String text) throws IOException {
        write(file, "#!/bin/sh\n" + text);
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static Path tool(String name) {
        return Stream.of("/bin", "/usr/bin")
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
