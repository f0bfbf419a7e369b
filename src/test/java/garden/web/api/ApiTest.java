package garden.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import garden.web.TestServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shape of what programs are told. */
@Timeout(60)
class ApiTest {

    private static final String NOTES = """
        --- trees/Big Oak.md
        ---
        title: The Oak
        aliases: [quercus]
        tags: [Wood/Hard]
        created: 2020-05-01
        ---
        # Leaves

        See [[elm#Bark|the elm]]. And [[gone]], [[twin]], ![[leaf.txt]].
        --- trees/elm.md
        Elm.
        ## Bark
        Like that of [[quercus]].
        --- a/one.md
        ---
        aliases: [twin]
        ---
        --- a/two.md
        ---
        aliases: [twin]
        ---
        --- leaf.txt
        leaf
        """;

    @AutoClose
    private static TestServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = TestServer.with(folder, NOTES);
    }

    private static void check(JsonNode actual, String expected) {
        assertThat(actual)
                .isEqualTo(TestServer.parse(
                        expected.replace("COMMIT", server.notes().head().hex())));
    }

    /** A note with the links of 100 others, then those of the rest: {@code next} leads from one to the other. */
    @Test
    void backlinksComePageByPage(@TempDir Path folder) {
        StringBuilder notes = new StringBuilder("--- hub.md\n");
        IntStream.rangeClosed(1, 205)
                .forEach(i -> notes.append("--- n").append(i).append(".md\n[[hub]]\n"));
        List<String> paths = new ArrayList<>();
        try (TestServer big = TestServer.with(folder, notes.toString())) {
            String next = "/-/api/notes/hub";
            while (!next.isEmpty()) {
                JsonNode note = big.json(next);
                assertThat(note.path("linkedFrom").asInt()).isEqualTo(205);
                assertThat(note.path("backlinks").size()).isLessThanOrEqualTo(100);
                note.path("backlinks")
                        .forEach(link -> paths.add(link.path("path").asText()));
                next = note.path("next").asText();
            }
        }
        assertThat(paths)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 205)
                        .mapToObj(i -> "n" + i + ".md")
                        .toList());
    }

    @Test
    void statusCountsAndDates() {
        JsonNode status = server.json("/-/api/status");

        assertThat(status.path("commit").asText())
                .isEqualTo(server.notes().head().hex());
        assertThat(status.path("committedAt").asText()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(status.path("notes").asInt()).isEqualTo(4);
        assertThat(status.path("links").asInt()).isEqualTo(5);
        assertThat(status.path("problems").asInt()).isEqualTo(3);
        assertThat(status.path("liveReaders").asInt()).isZero();
        assertThat(status.path("publishedAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(status.has("lastFailure")).isFalse();
    }

    @Test
    void noteTellsAllThatIsKnown() {
        JsonNode note = server.json("/-/api/notes/trees/Big%20Oak.md");

        check(note.path("backlinks"), """
            [{"path":"trees/elm.md","title":"elm","href":"/trees/elm","heading":"Bark",
            "sentence":"Like that of quercus.","line":3}]
            """);
        check(note.path("headings"), """
            [{"level":1,"text":"Leaves","anchor":"leaves"}]
            """);
        assertThat(note.path("path").asText()).isEqualTo("trees/Big Oak.md");
        assertThat(note.path("slug").asText()).isEqualTo("trees/Big-Oak");
        assertThat(note.path("href").asText()).isEqualTo("/trees/Big-Oak");
        assertThat(note.path("title").asText()).isEqualTo("The Oak");
        assertThat(note.path("created").asText()).isEqualTo("2020-05-01T00:00:00Z");
        assertThat(note.path("modified").asText()).isEqualTo("2026-01-01T00:00:00Z");
        check(note.path("aliases"), "[\"quercus\"]");
        check(note.path("tags"), "[\"Wood/Hard\"]");
        assertThat(note.path("problems").findValuesAsText("kind")).containsExactly("BROKEN_LINK", "AMBIGUOUS_LINK");
    }

    @Test
    void linksTellWhereTheyLeadAndWhy() {
        check(server.json("/-/api/notes/trees/Big-Oak").path("links"), """
            [{"from":"trees/Big Oak.md","line":9,"target":"elm","fragment":"Bark","isEmbed":false,
              "state":"resolved","rule":"ONLY_NAME","leadsTo":"trees/elm.md","href":"/trees/elm#bark","candidates":[]},
             {"from":"trees/Big Oak.md","line":9,"target":"gone","fragment":"","isEmbed":false,
              "state":"missing","rule":"NOTHING","candidates":[]},
             {"from":"trees/Big Oak.md","line":9,"target":"twin","fragment":"","isEmbed":false,
              "state":"ambiguous","rule":"ALIAS","candidates":["a/one.md","a/two.md"]},
             {"from":"trees/Big Oak.md","line":9,"target":"leaf.txt","fragment":"","isEmbed":true,
              "state":"resolved","rule":"ONLY_NAME","leadsTo":"leaf.txt","href":"/leaf.txt?v=VERSION","candidates":[]}]
            """.replace("VERSION", version()));
    }

    private static String version() {
        return server.notes()
                .git("rev-parse", "--short=12", "HEAD:leaf.txt")
                .orFail()
                .text()
                .strip();
    }

    @Test
    void allLinksComeALineEach() {
        List<String> lines = server.get("/-/api/links").body().lines().toList();

        assertThat(lines)
                .extracting(line -> TestServer.parse(line).path("from").asText())
                .containsExactly(
                        "trees/Big Oak.md", "trees/Big Oak.md", "trees/Big Oak.md", "trees/Big Oak.md", "trees/elm.md");
        assertThat(server.get("/-/api/links").headers().firstValue("Content-Type"))
                .contains("application/x-ndjson");
    }

    @Test
    void graphHoldsEachPairOnce() {
        JsonNode graph = server.json("/-/api/graph");

        assertThat(graph.path("commit").asText())
                .isEqualTo(server.notes().head().hex());
        assertThat(graph.path("nodes").findValuesAsText("path"))
                .containsExactly("a/one.md", "a/two.md", "trees/Big Oak.md", "trees/elm.md");
        check(graph.path("edges"), """
            [{"from":"trees/Big Oak.md","to":"trees/elm.md"},{"from":"trees/elm.md","to":"trees/Big Oak.md"}]
            """);
    }

    @Test
    void searchSaysWhatItFound() {
        check(server.json("/-/api/search?q=bark"), """
            {"query":"bark","commit":"COMMIT","total":1,"isApproximate":false,"hits":[
            {"title":"elm","path":"trees/elm.md","href":"/trees/elm","snippet":"Elm. Bark Like that of quercus. "}]}
            """);
    }

    @Test
    void searchKeepsToTheLimit() {
        assertThat(server.json("/-/api/search?q=twin&limit=1").path("hits")).hasSize(1);
        assertThat(server.json("/-/api/search?q=twin&limit=1").path("total").asInt())
                .isEqualTo(3);
        assertThat(server.json("/-/api/search?q=twin&limit=999999").path("hits"))
                .hasSize(3);
        assertThat(server.json("/-/api/search?q=twin&limit=-1").path("hits")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/-/api/notes/nothing", "/-/api/notes/", "/-/api/nothing", "/-/api/notes/leaf.txt"})
    void failureIsJson(String path) {
        var answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        check(TestServer.parse(answer.body()), "{\"status\":404,\"reason\":\"There is no page at this address.\"}");
    }

    @Test
    void otherMethodIsRefusedInJson() {
        var answer = server.send(server.request("/-/api/status").DELETE());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(TestServer.parse(answer.body()).path("status").asInt()).isEqualTo(405);
    }

    @Test
    void healthAndReadiness(@TempDir Path own) {
        assertThat(server.get("/healthz").body()).isEqualTo("ok\n");
        assertThat(server.get("/readyz").body())
                .isEqualTo("ready, serving " + server.notes().head().hex() + "\n");
        try (TestServer empty = TestServer.empty(own, Map.of())) {
            assertThat(empty.status("/readyz")).isEqualTo(200);
            assertThat(empty.json("/-/api/status").path("notes").asInt()).isZero();
            assertThat(empty.get("/-/api/links").body()).isEmpty();
            assertThat(empty.json("/-/api/graph").path("nodes")).isEmpty();
        }
    }
}
