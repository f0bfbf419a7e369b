package garden.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown of a note at a place that its author named. */
@Timeout(60)
class PlaceEmbedsTest {

    private static final String ELM = """
        --- elm.md
        First.

        ## Bark {#b}

        Rough.

        ## Leaves

        Here <a name="leaf"></a>they are lobed.

        <a id="roots"></a>

        ## Roots

        Deep.

        <div id="box">In a box.</div>

        <div id="open">

        Opened.

        </div>

        - one
        - <span id="two">two</span>

        > [!note] A <a id="title"></a>title
        > Told.

        ## <a name="end"></a>End

        The end.

        <a id="last"></a>
        """;

    private static final String PARTS = """
        --- blank.md
        ---
        title: Blank
        ---
        --- leaf.png
        --- parts.md
        # Only

        # Remark
        %% [[elm]] %%

        # Comment
        <!-- [[elm]] -->

        # Rule
        ***

        # Picture
        ![[leaf.png]]

        # Todo
        - [ ]\s

        # Code
        ```
        x
        ```

        # Note
        ![[gone]]

        # Inside
        ![[elm#last]]

        # Deeper
        ## Still

        # End
        <span id="here"></span>
        """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "b => Bark Rough.",
                "leaf => Here they are lobed.",
                "roots => Roots Deep. In a box. Opened. one two A title Told.",
                "box => In a box.",
                "open => Opened.",
                "two => two",
                "title => A title Told.",
                "end => End The end.",
                "last => This section is empty.",
            })
    void theBlockAroundItOrBehindItIsShown(String place, String shown) throws IOException {
        try (PlantedGarden garden = new PlantedGarden(folder)) {
            garden.plant(ELM + "--- host.md\n![[elm#" + place + "]]\n");
            Document page =
                    Jsoup.parseBodyFragment(garden.note("host").content().body().value());
            assertThat(page.select(".embed-source a").attr("href")).isEqualTo("/garden/elm#" + place);
            page.select(".embed-source").remove();
            assertThat(page.select(".embed").text()).isEqualTo(shown);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "blank => This note is empty.",
                "parts#only => Only This section is empty.",
                "parts#remark => Remark This section is empty.",
                "parts#comment => Comment This section is empty.",
                "parts#here => This section is empty.",
                "parts#rule => Rule",
                "parts#picture => Picture",
                "parts#todo => Todo",
                "parts#code => Code x",
                "parts#note => Note Nothing to show: gone",
                "parts#inside => Inside elm This section is empty.",
                "parts#deeper => Deeper Still",
                "parts#nowhere => null",
            })
    void aSectionWithNothingInItSaysSo(String section, String shown) throws IOException {
        try (PlantedGarden garden = new PlantedGarden(folder)) {
            garden.plant(ELM + PARTS + "--- host.md\n![[" + section + "]]\n");
            Document page =
                    Jsoup.parseBodyFragment(garden.note("host").content().body().value());
            page.select(".embed > .embed .embed-source").unwrap();
            page.select(".embed > .embed-source").remove();
            assertThat(page.select("body > .embed").eachText())
                    .isEqualTo(shown.equals("null") ? List.of() : List.of(shown));
        }
    }
}
