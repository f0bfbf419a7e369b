package garden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the launcher records of a start for later ones. */
class LauncherArchiveTest extends LaunchedCheckout {

    @ParameterizedTest
    @CsvSource({
        "25.0.1, -XX:AOTCacheOutput=, -XX:AOTCache=, -Xlog:aot*=off",
        "21.0.4, -XX:ArchiveClassesAtExit=, -XX:SharedArchiveFile=, -Xlog:cds*=off"
    })
    void aStartRecordsForLaterOnes(String version, String record, String replay, String quiet) throws Exception {
        built();
        Path java = jdk("usr/lib/jvm/a", version);
        String archive = home + "/target/launch/garden-java-" + version.substring(0, 2) + ".archive";
        Path told = recorder(java, record, "exit 0");
        Path killed = Files.createDirectories(Path.of(archive + ".making"));
        Files.setLastModifiedTime(killed, LONG_AGO);

        assertThat(launch("serve").out()).contains("serve").doesNotContain(replay + archive);
        assertThat(Files.readAllLines(told)).containsExactly("ended");
        assertThat(launch("serve").out()).containsSubsequence(replay + archive, quiet, "-jar", "serve");
        try (Stream<Path> files = Files.list(home.resolve("target/launch"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "garden.jar", Path.of(archive).getFileName().toString());
        }
    }

    @Test
    void anArchiveIsOfOneProgramAndOneJava() throws Exception {
        built();
        Path java = jdk("usr/lib/jvm/a", "25");
        write(java.resolve("release"), "JAVA_VERSION=\"25.0.1\"\nJAVA_RUNTIME_VERSION=\"25.0.1+8-LTS\"\n");
        Path archive = home.resolve("target/launch/garden-java-25.0.1+8-LTS.archive");
        write(archive, "");
        assertThat(launch("check").out()).contains("-XX:AOTCache=" + archive);

        Files.setLastModifiedTime(archive, LONG_AGO);
        assertThat(launch("check").out()).doesNotContain("-XX:AOTCache=" + archive);
    }

    @Test
    void whatCannotBeRecordedIsNotTriedAgain() throws Exception {
        built();
        Path java = jdk("usr/lib/jvm/a", "25");
        Path told = recorder(java, "-XX:AOTCacheOutput=", "exit 1");
        launch("check");
        launch("serve");
        assertThat(Files.readAllLines(told)).containsExactly("ended");

        // Who records would clear this away first.
        Path killed = home.resolve("target/launch/garden-java-25.archive.making");
        Files.createDirectories(killed);
        Files.setLastModifiedTime(killed, LONG_AGO);
        launch("serve");
        assertThat(killed).exists();
    }

    /**
     * Makes {@code java}, told to train, write the archive that {@code option} names and end with {@code ending}. That it did
     * can be read from the pipe that is returned, which waits for it.
     */
    private Path recorder(Path java, String option, String ending) throws IOException, InterruptedException {
        Path pipe = root.resolve("told");
        result(start(root, tool("mkfifo").toString(), pipe.toString()));
        Path usual = java.resolve("bin/usual");
        Files.move(java.resolve("bin/java"), usual);
        script(java.resolve("bin/java"), """
            for last in "$@"; do
              case $last in %s*) archive=${last#*=} ;; esac
            done
            [ "$last" = train ] || exec '%s' "$@"
            : >"$archive"
            %s
            """.formatted(option, usual, ending));
        script(bin.resolve("rmdir"), tool("rmdir") + " \"$@\"; echo ended >'" + pipe + "'\n");
        return pipe;
    }
}
