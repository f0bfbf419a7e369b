package garden.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pictures have their size before they arrive, so that nothing on the page moves. */
@Timeout(60)
class PicturesTest {

    @TempDir
    private Path folder;

    private PlantedGarden garden;

    @BeforeEach
    void plant() throws IOException {
        garden = new PlantedGarden(folder).plant("""
            --- leaf.svg
            <svg viewBox="0 0 400 300"></svg>
            --- bark.svg
            <svg></svg>
            --- a.md
            ![[leaf.svg]] ![[leaf.svg|200]] ![[leaf.svg|90x10]] ![[bark.svg]] <img src="leaf.svg"> <img src="leaf.svg" width="9">
            --- part.md
            ![[leaf.svg]]
            --- both.md
            ![[leaf.svg]]

            ![[part]]
            --- shows.md
            ![[part]]
            """);
    }

    @AfterEach
    void close() throws IOException {
        garden.close();
    }

    private String body(String note) {
        return garden.note(note).content().body().value();
    }

    @Test
    void aPictureHasItsSizeOrThatOfItsLabelInItsProportion() {
        assertThat(body("a").replaceAll("(src|alt)=\"[^\"]*\" ", ""))
                .contains("<img width=\"400\" height=\"300\" loading=\"eager\" />")
                .contains("<img width=\"200\" height=\"150\" loading=\"lazy\" />")
                .contains("<img width=\"90\" height=\"10\" loading=\"lazy\" />")
                .contains("<img loading=\"lazy\" />")
                .contains("<img height=\"300\" width=\"400\"")
                .contains("<img width=\"9\" ");
    }

    @Test
    void theFirstPictureOfAPageDoesNotWait() {
        assertThat(body("both").split("loading=\"eager\"", -1)).hasSize(2);
        assertThat(body("both").split("loading=\"lazy\"", -1)).hasSize(2);
        assertThat(body("shows")).contains("loading=\"eager\"");
    }
}
