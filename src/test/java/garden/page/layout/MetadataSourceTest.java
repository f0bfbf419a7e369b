package garden.page.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import garden.page.Pages;
import garden.page.PlantedGarden;
import garden.page.view.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages tell machines. */
class MetadataSourceTest {

    private static final String ORCHARD = """
        --- index.md
        Welcome.
        --- trees/quince.md
        ---
        tags: [wall, Wall, fruit]
        ---
        Hard & sour. ![[leaf.png]]
        --- trees/leaf.png
        green
        --- shed/tool.md
        ---
        title: "</script><script>alert(1)</script><!--"
        ---
        Sharp. See [[quince]].
        """;

    @AutoClose
    private PlantedGarden garden;

    private final Pages pages = new Pages();

    @BeforeEach
    void plant(@TempDir Path folder) throws IOException {
        garden = new PlantedGarden(folder).plant(ORCHARD);
    }

    private Document page(View view) {
        return Jsoup.parse(pages.render(view));
    }

    private Document page(String spelling) {
        return page(garden.at(spelling));
    }

    private static String meta(Document page, String name) {
        return page.select("meta[property='" + name + "'], meta[name='" + name + "']")
                .attr("content");
    }

    private static JsonNode structured(Document page) throws IOException {
        return new JsonMapper()
                .readTree(page.expectFirst("script[type=application/ld+json]").data())
                .path("@graph");
    }

    @Test
    void noteIsAnArticle() throws IOException {
        Document page = page("trees/quince");
        JsonNode article = structured(page).path(0);

        assertThat(meta(page, "og:type")).isEqualTo("article");
        assertThat(meta(page, "og:title")).isEqualTo("quince");
        assertThat(meta(page, "og:site_name")).isEqualTo("An Orchard");
        assertThat(meta(page, "og:url")).isEqualTo("https://example.org/garden/trees/quince");
        assertThat(meta(page, "og:description")).startsWith("Hard & sour.");
        assertThat(meta(page, "description")).isEqualTo(meta(page, "og:description"));
        assertThat(meta(page, "og:locale")).isEqualTo("en");
        assertThat(meta(page, "og:image")).startsWith("https://example.org/garden/trees/leaf.png?v=");
        assertThat(meta(page, "twitter:card")).isEqualTo("summary_large_image");
        assertThat(meta(page, "article:published_time")).isEqualTo("2024-01-01T12:00:00Z");
        assertThat(meta(page, "article:modified_time")).isEqualTo("2024-01-01T12:00:00Z");
        assertThat(page.select("meta[property='article:tag']").eachAttr("content"))
                .containsExactly("wall", "fruit");
        assertThat(article.path("@type").asText()).isEqualTo("Article");
        assertThat(article.path("headline").asText()).isEqualTo("quince");
        assertThat(article.path("dateModified").asText()).isEqualTo("2024-01-01T12:00:00Z");
        assertThat(article.path("image").asText()).isEqualTo(meta(page, "og:image"));
    }

    @Test
    void breadcrumbLeadsFromHomeToTheNote() throws IOException {
        JsonNode steps = structured(page("trees/quince")).path(1).path("itemListElement");

        assertThat(steps.findValuesAsText("name")).containsExactly("An Orchard", "trees", "quince");
        assertThat(steps.findValuesAsText("item"))
                .containsExactly(
                        "https://example.org/garden/",
                        "https://example.org/garden/trees/",
                        "https://example.org/garden/trees/quince");
        assertThat(steps.findValuesAsText("position")).containsExactly("1", "2", "3");
    }

    @Test
    void homeIsAWebsiteThatCanBeSearched() throws IOException {
        Document page = page("");
        JsonNode site = structured(page).path(0);

        assertThat(meta(page, "og:type")).isEqualTo("website");
        assertThat(site.path("@type").asText()).isEqualTo("WebSite");
        // As text: the same commit makes the same page in each run of the program.
        assertThat(site.at("/potentialAction/target").toString()).startsWith("{\"@type\":\"EntryPoint\",");
        assertThat(site.at("/potentialAction/target/urlTemplate").asText())
                .isEqualTo("https://example.org/garden/-/search?q={search_term_string}");
        assertThat(meta(page, "og:image")).matches("https://example\\.org/garden/-/assets/social\\.[0-9a-f]+\\.png");
        assertThat(meta(page, "og:image:width")).isEqualTo("1200");
    }

    @Test
    void foldersAndTagsAreCollections() throws IOException {
        for (String spelling : List.of("shed/", "tags/fruit", "tags/")) {
            assertThat(structured(page(spelling)).path(0).path("@type").asText())
                    .as(spelling)
                    .isEqualTo("CollectionPage");
        }
    }

    @Test
    void titleCannotEndTheScript() throws IOException {
        Document page = page("shed/tool");

        assertThat(page.select("script:not([src])")).hasSize(1);
        assertThat(structured(page).path(0).path("headline").asText())
                .isEqualTo("</script><script>alert(1)</script><!--");
        assertThat(page.expectFirst("script[type]").data()).doesNotContain("<", ">");
    }

    @Test
    void feedsOfThePageStandBeforeThoseOfTheGarden() {
        assertThat(feeds(page("trees/quince")))
                .startsWith("/-/feed/rss?to=trees%2Fquince")
                .endsWith("/feed.json");
        assertThat(feeds(page("shed/"))).startsWith("/-/feed/rss?in=shed%2F", "/-/feed/atom?in=shed%2F");
        assertThat(feeds(page("tags/fruit"))).startsWith("/-/feed/rss?in=tags%2Ffruit");
        assertThat(feeds(page(""))).containsExactly("/index.xml", "/atom.xml", "/feed.json");
        assertThat(feeds(page(garden.views().search(garden.viewing(), "sour fruit", 1))))
                .startsWith("/-/feed/rss?q=sour%20fruit");
        assertThat(feeds(page(garden.views().search(garden.viewing(), "", 1)))).hasSize(3);
    }

    private static List<String> feeds(Document page) {
        return page.select("link[rel=alternate]").eachAttr("href").stream()
                .map(href -> href.replaceFirst("^/garden", ""))
                .toList();
    }

    @Test
    void recentPageBeyondTheEndSaysSo() {
        Document page = page(garden.views().recent(garden.viewing(), 99));

        assertThat(page.select(".lead").text()).isEqualTo("There is no page 99: the list of changes ends with page 1.");
        assertThat(page.select(".lead a").attr("href")).isEqualTo("/garden/-/recent");
        assertThat(page.select(".paging")).isEmpty();
    }
}
