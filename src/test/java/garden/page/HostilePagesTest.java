package garden.page;

import static org.assertj.core.api.Assertions.assertThat;

import garden.page.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the text, every kind of page keeps the elements and attributes that it has with a harmless one. */
class HostilePagesTest {

    private final Pages pages = new Pages();

    static Stream<String> hostileTexts() {
        return Stream.of(
                "<script>alert(1)</script>",
                "</title></code></pre><script src=//evil.example></script>",
                "\" onmouseover=\"alert(1)\" x=\"",
                "' autofocus onfocus='alert(1)",
                "` onclick=alert(1) x=`",
                "<!-- ",
                "]]>",
                "-->",
                "javascript:alert(1)",
                "${7*7} @if(true) @`x`",
                "&quot;&#60;script&#62;&nbsp",
                "\u202Egnp.exe",
                "\uFEFF\u0000\u0008\u2028",
                "a\ud800b",
                "x".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void textIsNeverMarkup(String text) {
        List<View> harmless = TextViews.of(pages, "x");
        List<View> hostile = TextViews.of(pages, text);
        for (int i = 0; i < harmless.size(); i++) {
            assertThat(skeleton(page(hostile.get(i))))
                    .as(hostile.get(i).getClass().getSimpleName())
                    .isEqualTo(skeleton(page(harmless.get(i))));
        }
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void everyKindOfPageSaysTheTextAsItIs(String text) {
        String said = Jsoup.parse("<p></p>")
                .expectFirst("p")
                .text(text.replace("\u0000", ""))
                .text();
        for (View view : TextViews.of(pages, text)) {
            assertThat(page(view).text().replace("\uFFFD", ""))
                    .as(view.getClass().getSimpleName())
                    .contains(said);
        }
    }

    @Test
    void aPageOfNothingStillHasItsLandmarks() {
        for (View view : TextViews.of(pages, "")) {
            Document page = page(view);
            assertThat(page.select("header.side, main, footer, nav.places, title, h1, html[lang=en]"))
                    .as(view.getClass().getSimpleName())
                    .hasSize(7);
            assertThat(page.select("nav.trail, .backlinks, .folders, .toc, .paging, time:not(.as-of time), ul.tags"))
                    .isEmpty();
        }
    }

    @Test
    void everyAssetThatAPageNamesExists() {
        String prefix = "/garden/-/assets/";
        for (View view : Samples.all(pages)) {
            List<String> named = page(view).select("[src], link[href]").stream()
                    .map(element -> element.attr("src") + element.attr("href"))
                    .filter(address -> address.startsWith(prefix))
                    .toList();
            assertThat(named)
                    .hasSizeBetween(4, 5)
                    .allSatisfy(address -> assertThat(pages.assets().find(address.substring(prefix.length())))
                            .isPresent());
        }
    }

    private Document page(View view) {
        return Jsoup.parse(pages.render(view));
    }

    private static List<String> skeleton(Document page) {
        List<String> elements = new ArrayList<>();
        for (Element element : page.getAllElements()) {
            List<String> attributes = new ArrayList<>();
            element.attributes().forEach(attribute -> attributes.add(attribute.getKey()));
            elements.add(element.parents().size() + " " + element.tagName() + " " + attributes);
        }
        return elements;
    }
}
