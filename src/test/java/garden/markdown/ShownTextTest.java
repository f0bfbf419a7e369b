package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which changes of a note are none to its readers. In the cases {@code |} is the end of a line. */
@Timeout(30)
class ShownTextTest {

    private static boolean isSame(String before, String after) {
        return ReadableText.isSame(
                before.replace('|', '\n').getBytes(StandardCharsets.UTF_8),
                after.replace('|', '\n').getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "An oak.,An oak. %%a heron%%",
        "An oak.,An %%a heron%% oak.",
        "An oak.,An%%a heron%% oak.",
        "A||B,A||%%|a heron|%%||B",
        "A||B,A||%%|a heron|and more|%%||B",
        "A||B,A||%%a heron%%||B",
        "A|B,A|%%a heron%%|B",
        "A,%%|a heron|%%||A",
        "A,A||%%|a heron|%%|",
        "A,A||<!-- a heron -->",
        "A||B,A||<script>|heron()|</script>||B",
        "---|title: T|---||A,---|title: T|---||%%|a heron|%%||A",
        "A||- B|    - C,A||- B|%%a heron%%|    - C"
    })
    void aRemarkThatComesGoesOrChangesIsNone(String without, String with) {
        assertThat(isSame(without, with)).isTrue();
        assertThat(isSame(with, without)).isTrue();
        assertThat(isSame(with, with.replace("heron", "stork"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "An oak.,An elm.",
        "An oak. %%a heron%%,An elm. %%a heron%%",
        "An oak. %%a heron%%,An elm. %%a stork%%",
        "A|B,A||B",
        "A|B,A|%%|a heron|%%|B",
        "`a`,`%%a%%`",
        "---|title: A|---|B,---|title: C|---|B",
        "A|    B,A|B"
    })
    void whatReadersSeeIsAChange(String before, String after) {
        assertThat(isSame(before, after)).isFalse();
    }

    /** Linear: a million signs, and as many blanks between them. */
    @Test
    void hostileTextsAreComparedAtOnce() {
        String text = "%%a%% ".repeat(200_000) + " ".repeat(200_000) + "<!--".repeat(100_000);
        assertThat(ShownText.of(text)).hasSizeLessThan(text.length());
    }
}
