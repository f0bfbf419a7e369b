package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import garden.feed.XmlDocuments;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

/** What feed readers, search engines and browsers ask for. */
@Timeout(60)
class FeedsTest {

    private static final String LONG = "A line that is long enough to be known again.\n".repeat(20);

    @AutoClose
    private static TestServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = TestServer.with(
                folder, Map.of("site.url", "https://example.org/garden", "site.description", "Notes on fruit"), """
                --- index.md
                ---
                modified: 2024-01-01
                ---
                Welcome to %%nobody%% the orchard.
                --- trees/quince.md
                ---
                title: Quince & co
                created: 2023-05-06
                modified: 2024-03-12T14:02:00Z
                tags: [fruit/pome]
                description: Hard and sour.
                ---
                See [[medlar]] and [soil](#soil). ![[leaf.png]]

                ## Soil
                --- trees/deep/medlar.md
                ---
                modified: 2024-02-02
                ---
                Soft. #fruit
                --- trees/leaf.png
                green
                """);
    }

    private static Document xml(String path) {
        return XmlDocuments.parse(server.get(path).body());
    }

    private static List<String> links(String path) {
        return XmlDocuments.texts(xml(path), "link");
    }

    @ParameterizedTest
    @CsvSource({
        "/index.xml,application/rss+xml",
        "/rss.xml,application/rss+xml",
        "/atom.xml,application/atom+xml",
        "/feed.json,application/feed+json",
        "/-/feed/json?q=soft,application/feed+json",
        "/sitemap.xml,application/xml",
        "/static/contentIndex.json,application/json",
        "/opensearch.xml,application/opensearchdescription+xml",
        "/-/suggest?q=q,application/x-suggestions+json",
        "/favicon.ico,image/x-icon",
        "/apple-touch-icon.png,image/png",
    })
    void eachHasItsMediaType(String path, String type) {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    }

    @Test
    void feedHasTheLatestChangeFirst() {
        assertThat(links("/index.xml"))
                .containsExactly(
                        "https://example.org/garden/",
                        "https://example.org/garden/trees/quince",
                        "https://example.org/garden/trees/deep/medlar",
                        "https://example.org/garden/");
        assertThat(XmlDocuments.texts(xml("/index.xml"), "title"))
                .containsExactly("Test Garden", "Quince & co", "medlar", "Test Garden");
        assertThat(XmlDocuments.texts(xml("/atom.xml"), "updated"))
                .containsExactly(
                        "2024-03-12T14:02:00Z", "2024-03-12T14:02:00Z", "2024-02-02T00:00:00Z", "2024-01-01T00:00:00Z");
        assertThat(XmlDocuments.texts(xml("/atom.xml"), "published").getFirst()).isEqualTo("2023-05-06T00:00:00Z");
        assertThat(XmlDocuments.texts(xml("/atom.xml"), "subtitle")).containsExactly("Notes on fruit");
    }

    @Test
    void contentHasWholeAddressesAndNoComments() {
        JsonNode quince = server.json("/feed.json").at("/items/0");

        assertThat(quince.path("content_html").asText())
                .contains("href=\"https://example.org/garden/trees/deep/medlar\"")
                .contains("href=\"https://example.org/garden/trees/quince#soil\"")
                .contains("src=\"https://example.org/garden/trees/leaf.png?v")
                .doesNotContain("\"/", "\"#");
        assertThat(quince.path("summary").asText()).isEqualTo("Hard and sour.");
        assertThat(quince.path("tags").toString()).isEqualTo("[\"fruit/pome\"]");
        assertThat(server.get("/feed.json").body()).doesNotContain("nobody");
    }

    @Test
    void feedOfAFolderHasWhatIsBelowIt() {
        assertThat(links("/-/feed/rss?in=trees/"))
                .containsExactly(
                        "https://example.org/garden/trees/",
                        "https://example.org/garden/trees/quince",
                        "https://example.org/garden/trees/deep/medlar");
        assertThat(links("/-/feed/rss?in=trees/deep/")).hasSize(2);
        assertThat(XmlDocuments.texts(xml("/-/feed/rss?in=trees/"), "title").getFirst())
                .isEqualTo("Notes in trees · Test Garden");
    }

    @Test
    void feedOfATagHasWhatIsTaggedSo() {
        assertThat(links("/-/feed/rss?in=tags/fruit")).hasSize(3);
        assertThat(links("/-/feed/rss?in=tags/fruit/pome"))
                .containsExactly(
                        "https://example.org/garden/tags/fruit/pome", "https://example.org/garden/trees/quince");
    }

    @Test
    void feedOfASearchHasWhatHasAllWords() {
        assertThat(links("/-/feed/rss?q=see+soil"))
                .containsExactly(
                        "https://example.org/garden/-/search?q=see%20soil", "https://example.org/garden/trees/quince");
        assertThat(links("/-/feed/rss?q=see+softest")).hasSize(1);
        assertThat(links("/-/feed/rss?q=")).hasSize(1);
        assertThat(links("/-/feed/rss?q=path:trees/")).hasSize(3);
    }

    @Test
    void feedOfBacklinksHasTheSentencesThatLink() {
        JsonNode feed = server.json("/-/feed/json?to=trees/deep/medlar");

        assertThat(feed.path("title").asText()).isEqualTo("Notes that link to medlar · Test Garden");
        assertThat(feed.path("items")).hasSize(1);
        assertThat(feed.at("/items/0/url").asText()).isEqualTo("https://example.org/garden/trees/quince");
        assertThat(feed.at("/items/0/content_html").asText()).startsWith("<p>See <b>medlar</b> and soil.");
        assertThat(feed.at("/items/0/id").asText())
                .isNotEqualTo(server.json("/feed.json").at("/items/0/id").asText());
    }

    @Test
    void feedFollowsItsPage() {
        HttpResponse<String> moved = server.get("/-/feed/atom?in=Trees");

        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location")).contains("/garden/-/feed/atom?in=trees%2F");
        assertThat(server.status("/-/feed/atom?in=nowhere/")).isEqualTo(404);
        assertThat(server.status("/-/feed/atom?in=trees/quince")).isEqualTo(404);
        assertThat(server.status("/-/feed/xml")).isEqualTo(404);
    }

    @Test
    void entryStaysTheSameWhenItsNoteIsRenamed(@TempDir Path own) {
        try (TestServer other = TestServer.with(own, "--- a.md\n" + LONG)) {
            String before = other.json("/feed.json").at("/items/0/id").asText();
            other.notes().move("a.md", "b/c.md");
            other.push();
            JsonNode renamed = other.json("/feed.json").at("/items/0");
            other.push("--- a.md\nAnother.\n");
            List<String> both = other.json("/feed.json").path("items").findValuesAsText("id");

            assertThat(renamed.path("url").asText()).endsWith("/b/c");
            assertThat(before).startsWith("urn:uuid:");
            assertThat(renamed.path("id").asText()).isEqualTo(before);
            assertThat(both).hasSize(2).contains(before).doesNotHaveDuplicates();
        }
    }

    @Test
    void entryStaysTheSameWhenTheServerStartsAgain(@TempDir Path own) throws Exception {
        try (TestServer other = TestServer.with(own, Map.of("site.url", "http://localhost"), "--- a.md\n" + LONG)) {
            other.notes().move("a.md", "b.md");
            other.push();
            String before = other.get("/feed.json").body();
            other.restart();

            assertThat(other.get("/feed.json").body()).isEqualTo(before);
        }
    }

    @Test
    void feedHasAtMostFiftyEntriesAndRoomForSo(@TempDir Path own) {
        String notes = IntStream.range(0, 60)
                .mapToObj(i -> "--- n%d.md\n%s\n".formatted(i, "word ".repeat(i == 0 ? 20_000 : 6_000)))
                .collect(Collectors.joining());
        try (TestServer other = TestServer.with(own, notes)) {
            JsonNode items = other.json("/feed.json").path("items");

            assertThat(items).hasSize(50);
            assertThat(items.path(0).has("content_html"))
                    .as("100,000 characters")
                    .isFalse();
            assertThat(items.path(1).has("content_html")).isTrue();
            assertThat(items.path(49).has("content_html")).isFalse();
            assertThat(other.get("/feed.json").body()).hasSizeLessThan(700_000);
        }
    }

    @Test
    void emptyGardenHasFeeds(@TempDir Path own) {
        try (TestServer other = TestServer.empty(own, Map.of())) {
            assertThat(other.json("/feed.json").path("items")).isEmpty();
            assertThat(XmlDocuments.texts(
                            XmlDocuments.parse(other.get("/atom.xml").body()), "updated"))
                    .containsExactly("1970-01-01T00:00:00Z");
            assertThat(XmlDocuments.texts(
                            XmlDocuments.parse(other.get("/sitemap.xml").body()), "loc"))
                    .hasSize(1);
            assertThat(other.get("/static/contentIndex.json").body()).isEqualTo("{}");
        }
    }

    @Test
    void sitemapNamesEveryListedPage() {
        Document sitemap = xml("/sitemap.xml");

        assertThat(XmlDocuments.texts(sitemap, "loc"))
                .containsExactly(
                        "https://example.org/garden/trees/deep/medlar",
                        "https://example.org/garden/trees/quince",
                        "https://example.org/garden/",
                        "https://example.org/garden/trees/",
                        "https://example.org/garden/trees/deep/",
                        "https://example.org/garden/tags/",
                        "https://example.org/garden/tags/fruit",
                        "https://example.org/garden/tags/fruit/pome");
        assertThat(XmlDocuments.texts(sitemap, "lastmod"))
                .containsExactly(
                        "2024-02-02T00:00:00Z",
                        "2024-03-12T14:02:00Z",
                        "2024-01-01T00:00:00Z",
                        "2024-03-12T14:02:00Z",
                        "2024-02-02T00:00:00Z",
                        "2024-03-12T14:02:00Z",
                        "2024-03-12T14:02:00Z");
        assertThat(server.status("/sitemap.xml?part=1")).isEqualTo(200);
        assertThat(server.status("/sitemap.xml?part=2")).isEqualTo(404);
        assertThat(server.get("/robots.txt").body()).isEqualTo("""
            User-agent: *
            Allow: /garden/-/assets/
            Allow: /garden/-/feed/
            Disallow: /garden/-/

            Sitemap: https://example.org/garden/sitemap.xml
            """);
    }

    @Test
    void contentIndexHasTheFormOfQuartz() {
        JsonNode index = server.json("/static/contentIndex.json");

        assertThat(index.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("index", "trees/deep/medlar", "trees/quince");
        JsonNode quince = index.path("trees/quince");
        assertThat(quince.path("slug").asText()).isEqualTo("trees/quince");
        assertThat(quince.path("filePath").asText()).isEqualTo("trees/quince.md");
        assertThat(quince.path("title").asText()).isEqualTo("Quince & co");
        assertThat(quince.path("links").toString()).isEqualTo("[\"trees/deep/medlar\",\"trees/quince\"]");
        assertThat(quince.path("tags").toString()).isEqualTo("[\"fruit/pome\"]");
        assertThat(quince.path("content").asText()).startsWith("See medlar and soil.");
        assertThat(quince.path("date").asText()).isEqualTo("2024-03-12T14:02:00Z");
        assertThat(quince.path("description").asText()).isEqualTo("Hard and sour.");
        assertThat(index.at("/index/content").asText()).doesNotContain("nobody");
    }

    @Test
    void browserLearnsToSearchTheGarden() {
        Document description = xml("/opensearch.xml");

        assertThat(XmlDocuments.texts(description, "ShortName")).containsExactly("Test Garden");
        assertThat(XmlDocuments.values(description, "Url", "template"))
                .containsExactly(
                        "https://example.org/garden/-/search?q={searchTerms}",
                        "https://example.org/garden/-/suggest?q={searchTerms}",
                        "https://example.org/garden/opensearch.xml");
        assertThat(server.page("/").select("link[rel=search]").attr("href")).isEqualTo("/garden/opensearch.xml");
        assertThat(server.get("/-/suggest?q=qui").body())
                .isEqualTo("[\"qui\",[\"Quince & co\"],[\"Hard and sour.\"],"
                        + "[\"https://example.org/garden/trees/quince\"]]");
    }
}
