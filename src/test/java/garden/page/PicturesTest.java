package garden.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pictures have their size before they arrive, so that nothing on the page moves. */
@Timeout(60)
class PicturesTest {

    @AutoClose
    private PlantedGarden garden;

    @BeforeEach
    void plant(@TempDir Path folder) throws IOException {
        garden = new PlantedGarden(folder).plant("""
            --- leaf.svg
            <svg viewBox="0 0 400 300"></svg>
            --- bark.svg
            <svg></svg>
            --- a.md
            ![[leaf.svg]] ![[leaf.svg|200]] ![[leaf.svg|90x10]] ![[bark.svg]] <img src="leaf.svg"> <img src="leaf.svg" width="40">
            --- film.mp4
            --- html.md
            <img src="leaf.svg" width="40px"> <img src="leaf.svg" height="30"> <img src="leaf.svg" width="30" HEIGHT=90 class=x> <img src="leaf.svg" width="50%"> <img src="leaf.svg" width=wide height=""> <img src="https://e.org/a.png" width=7 height=8> <video src="film.mp4" width=70 height=80></video>
            --- part.md
            ![[leaf.svg]]
            --- both.md
            ![[leaf.svg]]

            ![[part]]
            --- shows.md
            ![[part]]
            """);
    }

    private String body(String note) {
        return garden.note(note).content().body().value();
    }

    @Test
    void aPictureHasItsSizeOrThatOfItsLabelInItsProportion() {
        assertThat(body("a").replaceAll("(src|alt)=\"[^\"]*\" ", ""))
                .contains("<img width=\"400\" height=\"300\" loading=\"eager\" />")
                .contains("<img width=\"200\" height=\"150\" loading=\"lazy\" />")
                .contains("<img width=\"90\" height=\"10\" class=\"sized\" loading=\"lazy\" />")
                .contains("<img loading=\"lazy\" />")
                .contains("<img height=\"300\" width=\"400\"")
                .contains("<img height=\"30\" width=\"40\" loading");
    }

    /** Lengths as HTML reads them: 2.4.4.4, rules for parsing dimension values. */
    @Test
    void whatAnAuthorSaysOfASizeInHtmlStays() {
        String bare = body("html").replaceAll("(src|alt|loading|referrerpolicy|controls|preload)=\"[^\"]*\" ?", "");
        assertThat(bare.split("\\s*(?=<)"))
                .containsSubsequence(
                        "<img height=\"30\" width=\"40\" />",
                        "<img height=\"30\" width=\"40\" />",
                        "<img class=\"x sized\" height=\"90\" width=\"30\" />",
                        "<img width=\"50%\" />",
                        "<img height=\"300\" width=\"400\" />",
                        "<img class=\"sized\" height=\"8\" width=\"7\" />",
                        "<video class=\"sized\" height=\"80\" width=\"70\" >");
    }

    @Test
    void theFirstPictureOfAPageDoesNotWait() {
        assertThat(body("both").split("loading=\"eager\"", -1)).hasSize(2);
        assertThat(body("both").split("loading=\"lazy\"", -1)).hasSize(2);
        assertThat(body("shows")).contains("loading=\"eager\"");
    }
}
