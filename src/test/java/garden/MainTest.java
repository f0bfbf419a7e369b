package garden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "serve", "preview", "check", "token", "token add", "token list", "token remove"})
    void everyVerbHelpsAndKnowsItsVersion(String verb) {
        Shell.Said help = Shell.run(with(verb, "--help"));
        assertThat(help.exit()).isZero();
        assertThat(help.out()).startsWith(("Usage: garden " + verb).strip()).contains("--help", "--version");
        assertThat(help.err()).isEmpty();
        Shell.Said version = Shell.run(with(verb, "--version"));
        assertThat(version.exit()).isZero();
        assertThat(version.out()).startsWith("garden ").hasLineCount(1);
    }

    private static String[] with(String verb, String option) {
        return Stream.concat(Stream.of(verb.split(" ", -1)).filter(word -> !word.isEmpty()), Stream.of(option))
                .toArray(String[]::new);
    }

    @Test
    void withoutAVerbItSaysWhichThereAre() {
        Shell.Said said = Shell.run();
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err())
                .startsWith("expected a verb: serve, preview, check or token\n")
                .contains("Usage: garden");
        assertThat(said.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plant",
                "serve --colour",
                "preview a b",
                "preview --data x",
                "check a b",
                "check --format xml",
                "token",
                "token add"
            })
    void whatIsNotUnderstoodIsAMatterOfUsage(String line) {
        Shell.Said said = Shell.run(line.split(" ", -1));
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).isNotBlank().doesNotContain("Exception");
    }
}
