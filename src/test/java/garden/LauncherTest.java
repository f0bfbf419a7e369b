package garden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the launcher finds Java, builds and runs the program. */
class LauncherTest extends LaunchedCheckout {

    @Test
    void runsTheJarOnTheNewestJava() throws Exception {
        built();
        jdk("usr/lib/jvm/a", "21.0.4");
        jdk("usr/lib/jvm/b", "25.0.1");
        jdk("usr/lib/jvm/c", "17.0.9");

        assertThat(launch("check", "--host", "a b").out())
                .containsExactly(
                        root + "/usr/lib/jvm/b",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseCompactObjectHeaders",
                        "-Dgarden.home=" + home,
                        "-jar",
                        home + "/target/launch/garden.jar",
                        "check",
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

        assertThat(first.err()).isEqualTo("garden: building (first use; about half a minute)…\n");
        assertThat(first.out()).startsWith(root + "/usr/lib/jvm/a");
        assertThat(launch("serve").err()).isEmpty();
        assertThat(builds()).containsExactly("JAVA_HOME=" + root + "/usr/lib/jvm/a mvn -q -B -ntp -Plaunch package");
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
    void whereNothingCanBeWrittenItSaysSo() throws Exception {
        jdk("usr/lib/jvm/a", "21.0.4");
        script(bin.resolve("mvn"), MAVEN);
        write(home.resolve("target"), "a file");

        assertThat(launch())
                .isEqualTo(new Result(1, List.of(), "garden: cannot write to " + home + "/target/launch, to build\n"));
    }

    @Test
    void aCheckedBuildIsUsedWhileItIsAsNewAsTheSources() throws Exception {
        jdk("usr/lib/jvm/a", "21.0.4");
        built();
        built("target/garden.jar");
        assertThat(launch().out()).contains(home + "/target/garden.jar");

        Files.setLastModifiedTime(home.resolve("pom.xml"), FileTime.from(Instant.parse("2021-06-01T00:00:00Z")));
        Files.setLastModifiedTime(
                home.resolve("target/launch/garden.jar"), FileTime.from(Instant.parse("2022-01-01T00:00:00Z")));
        assertThat(launch().out()).contains(home + "/target/launch/garden.jar");
    }

    @Test
    void aFailedBuildShowsWhyAndIsTriedAgain() throws Exception {
        jdk("usr/lib/jvm/a", "21.0.4");
        script(bin.resolve("mvn"), "echo '[ERROR] no oaks'; exit 1\n");

        assertThat(launch()).isEqualTo(new Result(1, List.of(), """
            garden: building (first use; about half a minute)…
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
        script(bin.resolve("mvn"), ": >target/launch/garden.jar; kill -KILL \"$LAUNCHER\"; exit 1\n");
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
}
