package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What front matter does beyond the note's own text. */
class FrontMatterEffectsTest {

    private static final String NOTES = """
        --- trees/Oak.md
        ---
        permalink: /old/place/
        cover: "[[oak.png]]"
        ---
        An oak.
        --- Elm.md
        ---
        permalink: old/elm
        image: https://example.org/elm.jpg
        ---
        An elm.
        --- Ash.md
        ---
        permalink: Elm
        cover: javascript:alert(1)
        ---
        An ash.
        --- oak.png
        x
        """;

    @TempDir
    private Path folder;

    private static String image(TestServer server, String path) {
        Document page = server.page(path);
        return page.select("meta[property=og:image]").attr("content");
    }

    @Test
    void aPermalinkLeadsToTheNoteWhateverItsSlashes() {
        try (TestServer server = TestServer.with(folder, NOTES)) {
            for (String spelling : new String[] {"/old/place", "/old/place/", "/Old/Place"}) {
                assertThat(server.get(spelling).statusCode()).isEqualTo(301);
                assertThat(server.get(spelling).headers().firstValue("Location"))
                        .hasValueSatisfying(location -> assertThat(location).endsWith("/trees/Oak"));
            }
            assertThat(server.page("/Elm").text()).contains("An elm.");
        }
    }

    @Test
    void aCoverIsThePictureOfPreviews() {
        try (TestServer server = TestServer.with(folder, NOTES)) {
            assertThat(image(server, "/trees/Oak")).contains("/oak.png?v=");
            assertThat(image(server, "/Elm")).isEqualTo("https://example.org/elm.jpg");
            assertThat(image(server, "/Ash")).contains("/-/assets/social.");
        }
    }
}
