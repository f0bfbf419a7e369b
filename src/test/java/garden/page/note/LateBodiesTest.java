package garden.page.note;

import static org.assertj.core.api.Assertions.assertThat;

import garden.markdown.BusyMarkdown;
import garden.page.PlantedGarden;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages whose bodies could not be rendered in time. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LateBodiesTest {

    private final BusyMarkdown parser = new BusyMarkdown();

    @TempDir
    private Path folder;

    private PlantedGarden garden;
    private Duration now = Duration.ZERO;

    @BeforeEach
    void open() throws IOException {
        garden = new PlantedGarden(folder, parser.markdown(), () -> now.toNanos());
        garden.plant("--- oak.md\n*bark*\n--- host.md\n![[oak]]\n");
    }

    @AfterEach
    void close() throws IOException {
        parser.close();
        garden.close();
    }

    private String body(String spelling) {
        return garden.note(spelling).content().body().value();
    }

    @Test
    void textIsShownForNowAndIsNotKept() {
        parser.busy();
        assertThat(garden.at("oak").isPending()).isTrue();
        assertThat(body("oak")).contains("Shown as plain text for now: ", "*bark*");
        parser.free();
        now = Duration.ofSeconds(1);
        assertThat(garden.at("oak").isPending()).isFalse();
        assertThat(body("oak")).isEqualTo("<p><em>bark</em></p>\n");
    }

    /** A page is pending by whatever note stands on it, and a bare list by none. */
    @ParameterizedTest
    @CsvSource({"trees/oak, true", "trees/, true", "tags/bark, true", "tags/, true", "bare/, false", "tags/leaf, false"
    })
    void everyPageOfANoteIsPendingWithIt(String spelling, boolean isPending) throws IOException {
        garden.plant("""
            --- trees/oak.md
            #bark *x*
            --- trees/README.md
            *all*
            --- tags/bark.md
            *rind*
            --- tags/index.md
            *all tags*
            --- bare/ash.md
            #leaf
            """);
        parser.busy();
        assertThat(garden.at(spelling).isPending()).isEqualTo(isPending);
    }

    @Test
    void whatIsKeptIsShownHoweverBusyTheParserIs() {
        body("host");
        garden.note("host");
        parser.busy();
        assertThat(garden.at("host").isPending()).isFalse();
        assertThat(garden.at("oak").isPending()).isFalse();
    }

    @Test
    void readersDoNotMakeItTriedAgainAtOnce() {
        parser.busy();
        for (int reader = 0; reader < 100; reader++) {
            assertThat(garden.at("oak").isPending()).isTrue();
        }
        assertThat(garden.renderings()).isEqualTo(1);
    }

    @Test
    void itIsTriedFiveTimesMoreAndThenNotAgain() {
        parser.busy();
        for (int second = 0; second < 10_000; second++) {
            now = Duration.ofSeconds(second);
            body("oak");
        }
        assertThat(garden.renderings()).isEqualTo(6);
    }

    @Test
    void feedsHaveNoSuchText() {
        parser.busy();
        var note = garden.snapshot().garden().graph().notes().values().stream()
                .findFirst()
                .orElseThrow();
        assertThat(garden.views().body(garden.snapshot().garden(), note)).isEmpty();
        parser.free();
        now = Duration.ofSeconds(1);
        assertThat(garden.views().body(garden.snapshot().garden(), note)).isPresent();
    }
}
