package garden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher, run by the real sh in a checkout and a system made for the test: each Java and Maven there is a script that says how it
 * was called, and the launcher's copy looks below {@code root} where the original looks below {@code /usr/lib} and {@code /Library}.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LauncherTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    /** All that the launcher may need of a system. */
    private static final List<String> TOOLS = List.of(
            "sh", "cat", "dirname", "find", "head", "ln", "mkdir", "readlink", "rm", "rmdir", "sed", "sleep", "touch");

    /** Two builds at once would be seen as a second line in {@code builds}. */
    private static final String MAVEN = """
        mkdir running || echo overlap >>builds
        echo "JAVA_HOME=$JAVA_HOME mvn $*" >>builds
        : >target/garden.jar
        rmdir running
        """;

    @TempDir
    private Path root;

    private Path home;
    private Path bin;
    private final Map<String, String> environment = new TreeMap<>();

    private record Result(int exit, List<String> out, String err) {}

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

    @Test
    void runsTheJarOnTheNewestJava() throws Exception {
        built();
        jdk("usr/lib/jvm/a", "21.0.4");
        jdk("usr/lib/jvm/b", "25.0.1");
        jdk("usr/lib/jvm/c", "17.0.9");

        assertThat(launch("serve", "--host", "a b").out())
                .containsExactly(
                        root + "/usr/lib/jvm/b",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseCompactObjectHeaders",
                        "-Dgarden.home=" + home,
                        "-jar",
                        home + "/target/garden.jar",
                        "serve",
                        "--host",
                        "a b");
    }

    @Test
    void olderJavaGetsNoFlagsItDoesNotKnow() throws Exception {
        built();
        jdk("usr/lib/jvm/a", "21.0.4");

        assertThat(launch().out()).doesNotContain("-XX:+UseCompactObjectHeaders");
    }

    @Test
    void findsJavaWhereverSystemsKeepIt() throws Exception {
        built();
        jdk("java home", "21.0.4");
        environment.put("JAVA_HOME", root + "/java home");
        assertThat(launch().out()).startsWith(root + "/java home");

        jdk("Library/Java/JavaVirtualMachines/temurin 22.jdk/Contents/Home", "22");
        assertThat(launch().out()).startsWith(root + "/Library/Java/JavaVirtualMachines/temurin 22.jdk/Contents/Home");

        jdk("me/.sdkman/candidates/java/23-tem", "23-ea");
        assertThat(launch().out()).startsWith(root + "/me/.sdkman/candidates/java/23-tem");

        jdk("opt/jdk", "24.0.2");
        Files.createSymbolicLink(bin.resolve("java"), root.resolve("opt/jdk/bin/java"));
        assertThat(launch().out()).startsWith(root + "/opt/jdk");

        jdk("apple", "25");
        script(root.resolve("usr/libexec/java_home"), "echo '" + root + "/apple'\n");
        assertThat(launch().out()).startsWith(root + "/apple");
    }

    @Test
    void theReleaseFileSavesAStart() throws Exception {
        built();
        Path java = jdk("usr/lib/jvm/a", "does not say");
        write(java.resolve("release"), "IMPLEMENTOR=\"Oak\"\nJAVA_RUNTIME_VERSION=\"9\"\nJAVA_VERSION=\"21.0.4\"\n");

        assertThat(launch().out()).startsWith(java.toString());
    }

    @Test
    void askedForJavaIsTheOnlyOne() throws Exception {
        built();
        jdk("usr/lib/jvm/b", "25.0.1");
        jdk("mine", "21.0.4");
        environment.put("GARDEN_JAVA_HOME", root + "/mine");
        assertThat(launch().out()).startsWith(root + "/mine");

        environment.put("GARDEN_JAVA_HOME", root + "/none");
        assertThat(launch().err())
                .startsWith("garden: expected Java 21 or later in GARDEN_JAVA_HOME=" + root + "/none, found none\n");
    }

    @Test
    void flagsFromTheEnvironmentComeAfterItsOwn() throws Exception {
        built();
        jdk("usr/lib/jvm/b", "25.0.1");
        environment.put("GARDEN_JAVA_OPTS", "-Xmx1g -XX:-UseCompactObjectHeaders");

        assertThat(launch().out())
                .containsSubsequence("-XX:+UseCompactObjectHeaders", "-Xmx1g", "-XX:-UseCompactObjectHeaders", "-jar");
    }

    @Test
    void withoutJavaItSaysWhatToInstallAndWhatIsTooOld() throws Exception {
        built();
        jdk("usr/lib/jvm/a", "17.0.9");
        jdk("usr/lib/jvm/b", "1.8.0_402");

        assertThat(launch("serve")).isEqualTo(new Result(1, List.of(), """
            garden: expected Java 21 or later, found none
              too old: 17 in ROOT/usr/lib/jvm/a
              too old: 8 in ROOT/usr/lib/jvm/b
            Install one in any of these ways and try again:
              Debian, Ubuntu:  sudo apt install openjdk-21-jdk-headless
              Fedora:          sudo dnf install java-latest-openjdk-devel
              macOS:           brew install --cask temurin
              SDKMAN:          sdk install java
            """.replace("ROOT", root.toString())));
    }

    @Test
    void buildsOnFirstUseOnly() throws Exception {
        jdk("usr/lib/jvm/a", "21.0.4");
        script(bin.resolve("mvn"), MAVEN);

        Result first = launch("serve");

        assertThat(first.err()).isEqualTo("garden: building (first use; about a minute)…\n");
        assertThat(first.out()).startsWith(root + "/usr/lib/jvm/a");
        assertThat(launch("serve").err()).isEmpty();
        assertThat(builds()).containsExactly("JAVA_HOME=" + root + "/usr/lib/jvm/a mvn -q -B -ntp -DskipTests package");
        assertThat(home.resolve("target/garden.lock")).doesNotExist();
    }

    @Test
    void buildsWhenSourcesOrThePomAreNewer() throws Exception {
        jdk("usr/lib/jvm/a", "21.0.4");
        script(bin.resolve("mvn"), MAVEN);
        for (String changed : List.of("src/main/java/Main.java", "pom.xml")) {
            built();
            Files.setLastModifiedTime(home.resolve(changed), FileTime.from(Instant.parse("2021-06-01T00:00:00Z")));

            assertThat(launch().err()).as(changed).isEqualTo("garden: building (the sources have changed)…\n");
            assertThat(launch().err()).as(changed).isEmpty();
        }
    }

    @Test
    void buildsWithTheJdkAndRunsOnANewerRuntime() throws Exception {
        jdk("usr/lib/jvm/a", "21.0.4");
        Files.delete(jdk("usr/lib/jvm/b", "25.0.1").resolve("bin/javac"));
        script(bin.resolve("mvn"), MAVEN);

        assertThat(launch().out()).startsWith(root + "/usr/lib/jvm/b");
        assertThat(builds()).allMatch(build -> build.startsWith("JAVA_HOME=" + root + "/usr/lib/jvm/a "));
    }

    @Test
    void aRuntimeAloneCannotBuild() throws Exception {
        Files.delete(jdk("usr/lib/jvm/b", "25.0.1").resolve("bin/javac"));
        script(bin.resolve("mvn"), MAVEN);

        assertThat(launch().err()).startsWith("garden: expected a JDK (with javac) 21 or later, found none\n");
    }

    @Test
    void withoutMavenItSaysSo() throws Exception {
        jdk("usr/lib/jvm/a", "21.0.4");

        Result result = launch();

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).startsWith("garden: expected Maven 3.8 or later, to build, found none\n");
    }

    @Test
    void aFailedBuildShowsWhyAndIsTriedAgain() throws Exception {
        jdk("usr/lib/jvm/a", "21.0.4");
        script(bin.resolve("mvn"), "echo '[ERROR] no oaks'; exit 1\n");

        assertThat(launch()).isEqualTo(new Result(1, List.of(), """
            garden: building (first use; about a minute)…
            [ERROR] no oaks
            garden: the build failed, see above
            """));
        script(bin.resolve("mvn"), MAVEN);
        assertThat(launch().exit()).isZero();
    }

    @Test
    void whatABuildLeftThatWasCutOffIsNotUsed() throws Exception {
        jdk("usr/lib/jvm/a", "21.0.4");
        built();
        script(bin.resolve("mvn"), ": >target/garden.jar; kill -KILL \"$LAUNCHER\"; exit 1\n");
        result(start(
                root, "sh", "-c", "touch \"$0/pom.xml\"; export LAUNCHER=$$; exec \"$0/garden\"", home.toString()));

        script(bin.resolve("mvn"), MAVEN);
        assertThat(launch().exit()).isZero();
        assertThat(builds()).hasSize(1);
    }

    @Test
    void startsAtOnceBuildOnce() throws Exception {
        jdk("usr/lib/jvm/a", "21.0.4");
        script(bin.resolve("mvn"), MAVEN);
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            processes.add(start(home, home.resolve("garden").toString()));
        }

        for (Process process : processes) {
            assertThat(result(process).out()).startsWith(root + "/usr/lib/jvm/a");
        }
        assertThat(builds()).hasSize(1);
    }

    @Test
    void theLockOfADeadProcessIsTakenOver() throws Exception {
        jdk("usr/lib/jvm/a", "21.0.4");
        script(bin.resolve("mvn"), MAVEN);
        Process dead = start(home, "sh", "-c", "exit 0");
        dead.waitFor();
        Files.createDirectories(home.resolve("target"));
        Files.createSymbolicLink(home.resolve("target/garden.lock"), Path.of(String.valueOf(dead.pid())));

        assertThat(launch().exit()).isZero();
        assertThat(builds()).hasSize(1);
    }

    @Test
    void worksThroughLinksFromAnywhere() throws Exception {
        built();
        jdk("usr/lib/jvm/a", "21.0.4");
        Path links = Files.createDirectories(root.resolve("some links"));
        Files.createSymbolicLink(links.resolve("first"), home.resolve("garden"));
        Files.createSymbolicLink(links.resolve("second"), Path.of("first"));

        assertThat(result(start(root, "some links/second")).out()).contains("-Dgarden.home=" + home);
        assertThat(result(start(home, "./garden")).out()).contains("-Dgarden.home=" + home);
    }

    private Result launch(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.resolve("garden").toString()));
        command.addAll(List.of(arguments));
        return result(start(root, command.toArray(String[]::new)));
    }

    private Process start(Path folder, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Result result(Process process) throws IOException, InterruptedException {
        List<String> out = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Result(process.waitFor(), out, err);
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(home.resolve("builds"));
    }

    /** A jar younger than the sources. */
    private void built() throws IOException {
        write(home.resolve("target/garden.jar"), "");
        Files.setLastModifiedTime(
                home.resolve("target/garden.jar"), FileTime.from(Instant.parse("2021-01-01T00:00:00Z")));
    }

    /** A JDK that answers {@code -version}, and otherwise prints its home and its arguments. */
    private Path jdk(String folder, String version) throws IOException {
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

    private static void script(Path file, String text) throws IOException {
        write(file, "#!/bin/sh\n" + text);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path tool(String name) {
        return Stream.of("/bin", "/usr/bin")
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
