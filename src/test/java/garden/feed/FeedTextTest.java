package garden.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import garden.page.address.FeedForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class FeedTextTest {

    private static final Instant JANUARY = Instant.parse("2023-01-03T09:30:00Z");
    private static final Instant MARCH = Instant.parse("2024-03-12T14:02:00Z");

    private static Feed feed(String text, Optional<String> content) {
        Feed.Entry entry = new Feed.Entry(
                "urn:uuid:1",
                text,
                "https://example.org/a?b=1&c=2",
                JANUARY,
                MARCH,
                text,
                content,
                List.of(text),
                false);
        return new Feed(
                text,
                "An Orchard",
                text,
                "en",
                "https://example.org/",
                "https://example.org/feed",
                "https://example.org/icon.png",
                MARCH,
                List.of(entry));
    }

    private static String text(Feed feed, FeedForm form) {
        return new String(FeedText.of(feed, form), StandardCharsets.UTF_8);
    }

    @Test
    void rssSaysWhatChangedWhen() {
        Document rss = XmlDocuments.parse(text(feed("Quince", Optional.empty()), FeedForm.RSS));

        assertThat(rss.getDocumentElement().getAttribute("version")).isEqualTo("2.0");
        assertThat(XmlDocuments.texts(rss, "title")).containsExactly("Quince", "Quince");
        assertThat(XmlDocuments.texts(rss, "pubDate")).containsExactly("Tue, 12 Mar 2024 14:02:00 GMT");
        assertThat(XmlDocuments.texts(rss, "guid")).containsExactly("urn:uuid:1");
        assertThat(XmlDocuments.values(rss, "guid", "isPermaLink")).containsExactly("false");
        assertThat(XmlDocuments.texts(rss, "category")).containsExactly("Quince");
        assertThat(XmlDocuments.texts(rss, "link"))
                .containsExactly("https://example.org/", "https://example.org/a?b=1&c=2");
        assertThat(XmlDocuments.values(rss, "atom:link", "href")).containsExactly("https://example.org/feed");
    }

    @Test
    void atomHasWhatItMustHave() {
        Document atom = XmlDocuments.parse(text(feed("Quince", Optional.of("<p>Sour.</p>")), FeedForm.ATOM));

        assertThat(atom.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(XmlDocuments.texts(atom, "id")).containsExactly("https://example.org/feed", "urn:uuid:1");
        assertThat(XmlDocuments.texts(atom, "updated")).containsExactly("2024-03-12T14:02:00Z", "2024-03-12T14:02:00Z");
        assertThat(XmlDocuments.texts(atom, "published")).containsExactly("2023-01-03T09:30:00Z");
        assertThat(XmlDocuments.texts(atom, "content")).containsExactly("<p>Sour.</p>");
        assertThat(XmlDocuments.values(atom, "content", "type")).containsExactly("html");
        assertThat(XmlDocuments.values(atom, "category", "term")).containsExactly("Quince");
        assertThat(XmlDocuments.texts(atom, "author")).hasSize(1);
        assertThat(XmlDocuments.values(atom, "link", "rel")).containsExactly("self", "alternate", "alternate");
    }

    @Test
    void jsonItemHasHtmlOrText() throws IOException {
        JsonNode whole = new JsonMapper().readTree(text(feed("Quince", Optional.of("<p>Sour.</p>")), FeedForm.JSON));
        JsonNode summary = new JsonMapper().readTree(text(feed("Quince", Optional.empty()), FeedForm.JSON));

        assertThat(whole.path("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(whole.at("/items/0/content_html").asText()).isEqualTo("<p>Sour.</p>");
        assertThat(whole.at("/items/0/summary").asText()).isEqualTo("Quince");
        assertThat(whole.at("/items/0/date_modified").asText()).isEqualTo("2024-03-12T14:02:00Z");
        assertThat(summary.at("/items/0").has("content_html")).isFalse();
        assertThat(summary.at("/items/0/content_text").asText()).isEqualTo("Quince");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "]]></title></feed>",
                "<!-- ",
                "\" x='1",
                "&amp; &#60; &nbsp;",
                "\u0000\u0001\u0008\u000b\u001f\ufffe\uffff",
                "a\ud800b\udc00",
                "a\r\nb\rc\nd\te",
                "😀 林 \u202e \u2028 \u0085",
            })
    void anyTextIsTextInEveryForm(String text) throws IOException {
        Feed feed = feed(text, Optional.of(text));
        String said = CleanText.clean(text);

        assertThat(XmlDocuments.texts(XmlDocuments.parse(text(feed, FeedForm.RSS)), "title"))
                .containsExactly(said, said);
        assertThat(XmlDocuments.texts(XmlDocuments.parse(text(feed, FeedForm.ATOM)), "content"))
                .containsExactly(said);
        assertThat(new JsonMapper()
                        .readTree(text(feed, FeedForm.JSON))
                        .at("/items/0/content_html")
                        .asText())
                .isEqualTo(said);
    }

    @Test
    void whatXmlCannotSayIsReplaced() {
        assertThat(CleanText.clean("a\u0000b\ud800c\uffff")).isEqualTo("a\ufffdb\ufffdc\ufffd");
        assertThat(CleanText.clean("a\r\nb\rc")).isEqualTo("a\nb\nc");
        assertThat(CleanText.clean("😀\t林")).isEqualTo("😀\t林");
    }

    @Test
    void attributesKeepTheirText() {
        Feed feed = feed("a \"b\" <c> & d", Optional.empty());

        assertThat(XmlDocuments.values(XmlDocuments.parse(text(feed, FeedForm.ATOM)), "category", "term"))
                .containsExactly("a \"b\" <c> & d");
    }

    @Test
    void addressesInContentAreWhole() {
        assertThat(WholeAddresses.in(
                        "<a class=\"internal\" href=\"/garden/b\">b</a> <a href=\"#soil\">c</a> <img"
                                + " src=\"/garden/d.png?v=1\" /> <a href=\"https://example.com/\">e</a> <a"
                                + " href=\"//example.com/\">f</a> <p title=\" href&#61;\">g</p>",
                        "https://example.org",
                        "https://example.org/garden/a"))
                .isEqualTo("<a class=\"internal\" href=\"https://example.org/garden/b\">b</a> <a"
                        + " href=\"https://example.org/garden/a#soil\">c</a> <img"
                        + " src=\"https://example.org/garden/d.png?v=1\" /> <a href=\"https://example.com/\">e</a>"
                        + " <a href=\"//example.com/\">f</a> <p title=\" href&#61;\">g</p>");
    }
}
