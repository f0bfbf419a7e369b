package garden.sync;

import static org.assertj.core.api.Assertions.assertThat;

import garden.git.GitRepo;
import garden.note.SoftBreaks;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaultSettingsTest {

    private static final String FILE = ".obsidian/app.json";

    @TempDir
    private Path folder;

    /** Obsidian writes down only what is not as it was installed, and strict line breaks are off then. */
    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
        {}                                                ! AS_BREAKS
        {"alwaysUpdateLinks": true, "promptDelete": {}}   ! AS_BREAKS
        {"strictLineBreaks": false}                       ! AS_BREAKS
        {"strictLineBreaks": null}                        ! AS_BREAKS
        {"x": {"strictLineBreaks": true}}                 ! AS_BREAKS
        {"strictLineBreaks": true}                        ! AS_SPACES
        {"strictLineBreaks": "yes"}                       ! AS_SPACES
        """)
    void readsAsObsidianDoes(String text, SoftBreaks expected) {
        VaultSettings.Reading reading = VaultSettings.reading("\uFEFF" + text.strip());
        assertThat(reading.softBreaks()).isEqualTo(expected);
        assertThat(reading.problem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "[]", "true", "'{\"strictLineBreaks\": false'", "'{} {}'", "strictLineBreaks: false"})
    void whatIsNoObjectIsToldAndShowsSpaces(String text) {
        VaultSettings.Reading reading = VaultSettings.reading(text);
        assertThat(reading.softBreaks()).isEqualTo(SoftBreaks.AS_SPACES);
        assertThat(reading.problem())
                .hasValueSatisfying(problem -> assertThat(problem)
                        .startsWith(".obsidian/app.json: expected an object in JSON, found something else"));
    }

    @Test
    void nestedDeepItIsUnreadableAndNothingElse() {
        assertThat(VaultSettings.reading("{\"a\":" + "[".repeat(100_000)).problem())
                .isPresent();
    }

    @Test
    void aHugeFileIsToldOnceAndShowsSpaces() throws Exception {
        GitRepo work = GitRepo.in(folder.resolve("work"));
        work.write("a.md", "a\nb")
                .write(FILE, "{}" + " ".repeat(VaultSettings.MAX_BYTES))
                .commit("huge");
        try (SyncedGarden garden = SyncedGarden.open(folder.resolve("data"))) {
            Publication step = garden.receive(work).sync();
            assertThat(garden.garden().softBreaks()).isEqualTo(SoftBreaks.AS_SPACES);
            assertThat(step.details().remarks())
                    .containsExactly(FILE + ": expected an object in JSON, found more than 1048576 bytes; line ends are"
                            + " shown as spaces (content.lineBreaks says otherwise)");

            work.write("a.md", "other").commit("elsewhere");
            assertThat(garden.receive(work).sync().details().remarks()).isEmpty();

            work.write(FILE, "{}" + " ".repeat(VaultSettings.MAX_BYTES - 2)).commit("as large as may be");
            garden.receive(work).sync();
            assertThat(garden.garden().softBreaks()).isEqualTo(SoftBreaks.AS_BREAKS);
        }
    }

    @Test
    void aRestartReadsThemAgain() throws Exception {
        GitRepo work = GitRepo.in(folder.resolve("work"));
        work.write("a.md", "a\nb").write(FILE, "{}").commit("vault");
        try (SyncedGarden garden = SyncedGarden.open(folder.resolve("data"))) {
            garden.receive(work).sync();
        }
        try (SyncedGarden restarted = SyncedGarden.open(folder.resolve("data"))) {
            assertThat(restarted.garden().softBreaks()).isEqualTo(SoftBreaks.AS_BREAKS);
        }
    }
}
