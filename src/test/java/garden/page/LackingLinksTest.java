package garden.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links that lead to less than they say. */
class LackingLinksTest {

    @TempDir
    private Path folder;

    @Test
    void linkToAMissingHeadingOrBlockLeadsToTheNoteAndSaysSo() throws IOException {
        assertThat(body("[[elm#gone]] [[elm#^gone]] [[elm#Bark]] [[elm#^Age]]")).isEqualTo("""
            <p><a class="internal lacking" href="/garden/trees/elm" title="no heading &#34;gone&#34;">elm &gt; gone</a> \
            <a class="internal lacking" href="/garden/trees/elm" title="no block &#34;^gone&#34;">elm &gt; ^gone</a> \
            <a class="internal" href="/garden/trees/elm#bark" title="elm">elm &gt; Bark</a> \
            <a class="internal" href="/garden/trees/elm#%5Eage" title="elm">elm &gt; ^Age</a></p>\
            """);
    }

    @Test
    void listsAreLinkedButNeverShownInPlace() throws IOException {
        assertThat(body("![[trees/]] <img src=trees> [[trees/]]"))
                .contains(
                        ">trees/</span></span> <",
                        ">trees</span> <a class=\"internal\" href=\"/garden/trees/\">trees/</a></p>")
                .doesNotContain("<img");
    }

    private String body(String text) throws IOException {
        try (PlantedGarden garden = new PlantedGarden(folder)) {
            garden.plant("--- a.md\n" + text + "\n--- trees/elm.md\n# Bark\n\nOld. ^age\n");
            return garden.note("a").content().body().value().strip();
        }
    }
}
