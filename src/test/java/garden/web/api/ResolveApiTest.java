package garden.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import garden.web.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ResolveApiTest {

    private static final String NOTES = """
        --- a/from.md
        Text.
        --- a/elm.md
        ## Bark
        --- b/elm.md
        Elm.
        --- c/other.md
        ---
        aliases: [elm]
        ---
        --- secret/elm.md
        ---
        draft: true
        ---
        """;

    @TempDir
    private Path folder;

    private static String query(String from, String link) {
        return "/-/api/resolve?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8) + "&link="
                + URLEncoder.encode(link, StandardCharsets.UTF_8);
    }

    @Test
    void tellsTheRuleAndWhoLost() {
        try (TestServer server = TestServer.with(folder, NOTES)) {
            JsonNode json = server.json(query("a/from", "[[Elm#Bark|x]]"));
            assertThat(json.path("state").asText()).isEqualTo("resolved");
            assertThat(json.path("rule").asText()).isEqualTo("OWN_FOLDER");
            assertThat(json.path("number").asInt()).isEqualTo(8);
            assertThat(json.path("leadsTo").asText()).isEqualTo("a/elm.md");
            assertThat(json.path("href").asText()).isEqualTo("/a/elm#bark");
            assertThat(json.path("heading").asText()).isEqualTo("found");
            assertThat(json.path("candidates").toString())
                    .isEqualTo("[{\"path\":\"b/elm.md\",\"reason\":\"OUTSIDE_FOLDER\"},"
                            + "{\"path\":\"c/other.md\",\"reason\":\"ONLY_ALIAS\"}]");
            assertThat(json.toString()).doesNotContain("secret");
            assertThat(server.json(query("a/from", "gone")).path("state").asText())
                    .isEqualTo("missing");
            assertThat(server.json(query("", "(elm.md)")).path("state").asText())
                    .isEqualTo("missing");
            assertThat(server.json(query("b/elm", "[x](../a/elm.md#no)"))
                            .path("heading")
                            .asText())
                    .isEqualTo("missing");
            assertThat(server.status(query("secret/elm.md", "[[elm]]"))).isEqualTo(404);
            assertThat(server.status(query("nothing.md", "[[elm]]"))).isEqualTo(404);
            assertThat(server.status(query("a/from.md", ""))).isEqualTo(400);
            assertThat(server.status(query("a/from.md", "[".repeat(3000)))).isEqualTo(400);
        }
    }

    @Test
    void readsLinksAsGollumWritesThem() {
        Map<String, String> settings = Map.of("content.wikilinks", "gollum");
        try (TestServer server =
                TestServer.with(folder, settings, "--- Old-Elm.md\nx\n--- a.md\n[[the elm|Old Elm]]\n")) {
            assertThat(server.page("/a").select(".prose a").text()).isEqualTo("the elm");
            assertThat(server.page("/a").select(".prose a").attr("href")).isEqualTo("/Old-Elm");
            assertThat(server.json(query("a", "[[x|old elm]]")).path("leadsTo").asText())
                    .isEqualTo("Old-Elm.md");
            server.push("--- Old-Elm.md\nx\n--- new leaf.md\n[[new-leaf]]\n");
            assertThat(server.json(query("a", "[[new-leaf]]")).path("leadsTo").asText())
                    .isEqualTo("new leaf.md");
        }
    }
}
