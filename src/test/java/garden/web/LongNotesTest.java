package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A note that is too long to be rendered is a part of the garden all the same. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LongNotesTest {

    private static final int LINKS = 400;

    private static String garden(String front) {
        String index = IntStream.range(0, LINKS)
                .mapToObj(
                        i -> "Sentence " + i + " tells of [[tree " + i + "]]. " + "Filling words. ".repeat(16) + "\n\n")
                .collect(Collectors.joining());
        String trees = IntStream.range(0, LINKS)
                .mapToObj(i -> "--- tree " + i + ".md\nA tree.\n")
                .collect(Collectors.joining());
        return "--- all.md\n" + front + index + "<!-- secret -->\n" + trees;
    }

    /** The index is about 110 kB, ten times what is rendered here. */
    private static TestServer server(Path folder, String front) {
        return TestServer.with(folder, Map.of("content.maxNoteBytes", "10 KiB"), garden(front));
    }

    @Test
    void eachTargetHasTheBacklinkWithItsSentence(@TempDir Path folder) {
        try (TestServer server = server(folder, "")) {
            for (int i = 0; i < LINKS; i++) {
                JsonNode backlinks = server.json("/-/api/notes/tree-" + i).path("backlinks");
                assertThat(backlinks).hasSize(1);
                assertThat(backlinks.path(0).path("path").asText()).isEqualTo("all.md");
                assertThat(backlinks.path(0).path("sentence").asText())
                        .isEqualTo("Sentence " + i + " tells of tree " + i + ".");
            }
            assertThat(server.get("/all").body())
                    .contains("Shown as plain text: too long for a page: expected at most 10240 bytes")
                    .contains("href=\"/tree-" + (LINKS - 1) + "\"")
                    .doesNotContain("secret");
            assertThat(server.get("/all.md").body()).contains("[[tree 399]]").doesNotContain("secret");
        }
    }

    @Test
    void itsLastWordsAreFoundAndItsPartsShownElsewhere(@TempDir Path folder) {
        String end = "\n## The end\n\nFar down grows a [[tree 7]].\n\nzanzibar ^last\n\n<!-- secret -->\n";
        String garden = garden("").replace("<!-- secret -->\n", end)
                + "--- other.md\n![[all#The end]]\n\n![[all#^last]]\n\n[[all#The end]]\n";
        try (TestServer server = TestServer.with(folder, Map.of("content.maxNoteBytes", "10 KiB"), garden)) {
            JsonNode found = server.json("/-/api/search?q=zanzibar");
            assertThat(found.path("total").asInt()).isEqualTo(1);
            assertThat(found.path("hits").path(0).path("path").asText()).isEqualTo("all.md");
            assertThat(server.get("/other").body())
                    .contains("href=\"/all#the-end\"", "Far down grows a <a class=\"internal\" href=\"/tree-7\"")
                    .doesNotContain("Sentence")
                    .doesNotContain("secret");
            assertThat(server.get("/all").body()).contains("id=\"the-end\"", "id=\"^last\"");
            assertThat(server.json("/-/api/notes/all").path("linkedFrom").asInt())
                    .isEqualTo(1);
        }
    }

    /** However short it is: what is refused in one piece is read in parts. */
    @Test
    void aRefusedNoteKeepsItsBacklinksAndSaysWhy(@TempDir Path folder) {
        String garden = "--- deep.md\n# Start\n\nA sentence with [[elm]].\n\n" + ">".repeat(150)
                + " deep [[lost]]\n\n"
                + "# End\n\n"
                + "The last word is zanzibar #far.\n"
                + "--- elm.md\n"
                + "A tree.\n"
                + "--- tall.md\n"
                + "[[deep#End]]\n";
        try (TestServer server = TestServer.with(folder, garden)) {
            JsonNode backlinks = server.json("/-/api/notes/elm").path("backlinks");
            assertThat(backlinks).hasSize(1);
            assertThat(backlinks.path(0).path("sentence").asText()).isEqualTo("A sentence with elm.");
            assertThat(server.get("/deep").body())
                    .contains("Shown as plain text: nested too deeply")
                    .contains(">[[elm]]</a>", "<span id=\"end\"></span># End");
            assertThat(server.json("/-/api/search?q=zanzibar").path("total").asInt())
                    .isEqualTo(1);
            assertThat(server.json("/-/api/search?q=tag:far").path("total").asInt())
                    .isEqualTo(1);
            assertThat(server.get("/-/problems").body())
                    .contains("nested too deeply: expected at most 100 quotes and lists inside each other")
                    .doesNotContain("no heading");
        }
    }

    @Test
    void aLongDraftIsHidden(@TempDir Path folder) {
        try (TestServer server = server(folder, "---\ndraft: true\n---\n")) {
            assertThat(server.get("/all").statusCode()).isEqualTo(404);
            assertThat(server.json("/-/api/notes/tree-1").path("backlinks")).isEmpty();
        }
    }
}
