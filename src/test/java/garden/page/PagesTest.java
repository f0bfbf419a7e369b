package garden.page;

import static org.assertj.core.api.Assertions.assertThat;

import garden.page.address.Site;
import garden.page.view.Html;
import garden.page.view.Layout;
import garden.page.view.Layout.Anchor;
import garden.page.view.NoteProperties;
import garden.page.view.View;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class PagesTest {

    private final Pages pages = new Pages();

    @Test
    void everyPageHasItsLandmarksAndOneHeading() {
        for (View view : Samples.all(pages)) {
            Document page = Jsoup.parse(pages.render(view));
            assertThat(page.select("header, main, nav.places, form[role=search], footer"))
                    .as(view.toString())
                    .hasSizeGreaterThanOrEqualTo(5);
            assertThat(page.select("main")).hasSize(1);
            assertThat(page.select("h1")).as(view.toString()).hasSize(1);
            assertThat(page.select("a.skip").attr("href"))
                    .isEqualTo("#" + page.select("main").attr("id"));
            assertThat(page.select("html").attr("lang")).isEqualTo("en");
        }
    }

    @Test
    void aStrictContentSecurityPolicyHolds() {
        for (View view : Samples.all(pages)) {
            Document page = Jsoup.parse(pages.render(view));
            assertThat(page.select("style, [style], script:not([src])")).isEmpty();
            assertThat(page.select("script, link[rel=stylesheet], link[rel=icon]"))
                    .allSatisfy(element -> assertThat(element.attr("src") + element.attr("href"))
                            .startsWith("/garden/-/assets/"));
            assertThat(page.getAllElements())
                    .flatExtracting(element -> element.attributes().asList())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        }
    }

    @Test
    void everyIdIsUniqueAndEveryReferenceIsMet() {
        for (View view : Samples.all(pages)) {
            Document page = Jsoup.parse(pages.render(view));
            assertThat(page.select("[id]")).extracting(Element::id).doesNotHaveDuplicates();
            assertThat(page.select("[aria-labelledby], label[for]"))
                    .allSatisfy(element -> assertThat(
                                    page.getElementById(element.attr("aria-labelledby") + element.attr("for")))
                            .isNotNull());
        }
    }

    @Test
    void whatHasNoValueIsLeftOut() {
        View.NoteView bare = new View.NoteView(
                Samples.layout(pages, "Bare", ""),
                new View.NoteContent(
                        "Bare",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        new Html(""),
                        new TreeSet<>(),
                        NoteProperties.NONE),
                List.of(),
                List.of(),
                Optional.empty(),
                View.Backlinks.NONE,
                "/garden/Bare.md",
                "/garden/-/history/x");
        Document page = Jsoup.parse(pages.render(bare));
        assertThat(page.select("time, .toc, .backlinks, .tags, .note-problems, .listing, .trail, .properties, .also,"
                        + " [lang=''], meta[name=description]"))
                .isEmpty();
    }

    @Test
    void propertiesAreShownByTheirTypes() {
        Document page = Jsoup.parse(pages.render(Samples.note(pages)));
        assertThat(page.select("article").attr("lang")).isEqualTo("en-GB");
        assertThat(page.select("article").attr("class")).isEqualTo("note wide");
        assertThat(page.select(".also").text()).isEqualTo("Also called Cydonia, Quitte");
        assertThat(page.select(".properties dt"))
                .extracting(Element::text)
                .containsExactly("planted by", "kin", "edible", "picked");
        assertThat(page.select(".properties li")).extracting(Element::text).containsExactly("by Pomona", "Vertumnus");
        assertThat(page.expectFirst(".properties li").wholeText().strip()).isEqualTo("by Pomona");
        assertThat(page.select(".properties a.internal").attr("href")).isEqualTo("/garden/people/Pomona");
        assertThat(page.select(".properties span.broken").attr("title")).isEqualTo("nothing is named \"Vertumnus\"");
        assertThat(page.select(".properties input[disabled][checked]")).hasSize(1);
        assertThat(page.select(".properties time").attr("datetime")).isEqualTo("2023-10-14");
        assertThat(page.select("details.properties[open]")).hasSize(1);
    }

    @Test
    void aBacklinkShowsItsSentenceAndItsHeading() {
        Element mention = Jsoup.parse(pages.render(Samples.note(pages))).expectFirst(".mention");
        assertThat(mention.text())
                .isEqualTo("Rootstocks A rootstock of hawthorn carries pear and quince alike, though it asks for a"
                        + " stake in its first three winters.");
        assertThat(mention.select("b").text()).isEqualTo("quince");
        assertThat(mention.select("a").attr("href")).isEqualTo("/garden/trees/Grafting#rootstocks");
    }

    @Test
    void dayAndInstantOfADateAreBothSaid() {
        Element time = Jsoup.parse(pages.render(Samples.note(pages))).expectFirst("article time");
        assertThat(time.outerHtml()).isEqualTo("<time datetime=\"2024-03-12T14:02:00Z\">12 Mar 2024</time>");
    }

    @Test
    void matchedWordsAreMarked() {
        Document page = Jsoup.parse(pages.render(Samples.search(pages)));
        assertThat(page.expectFirst(".hits .line-title").html()).isEqualTo("<mark>Quince</mark> paste");
    }

    @Test
    void anUnlistedNoteAsksNotToBeIndexed() {
        assertThat(Jsoup.parse(pages.render(hostile("x")))
                        .select("meta[name=robots]")
                        .attr("content"))
                .isEqualTo("noindex");
    }

    @Test
    void hostileTextStaysText() {
        for (String text : List.of(
                "</title><script>alert(1)</script>",
                "\" onmouseover=\"alert(1)\" x='",
                "' autofocus onfocus='alert(1)",
                "<img src=x onerror=alert(1)>",
                "<!--",
                "&lt;b&gt;&amp;",
                "\u202Egnp.exe",
                "x".repeat(10_000))) {
            Document page = Jsoup.parse(pages.render(hostile(text)));
            assertThat(page.title()).contains(text.startsWith("x") ? "xxx" : text);
            assertThat(page.select("h1").text()).isEqualTo(text);
            assertThat(page.select("script")).hasSize(2);
            assertThat(page.select("img, b")).as(text).hasSize(1);
            assertThat(page.getAllElements())
                    .flatExtracting(element -> element.attributes().asList())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on")
                            || attribute.getKey().equals("autofocus"));
            assertThat(page.select(".backlinks .mention b").text()).isEqualTo(text);
        }
    }

    private View.NoteView hostile(String text) {
        Anchor anchor = new Anchor("/garden/a\"b'c", text);
        Layout layout = new Layout(
                new Site(text, text, "en", "https://example.org", "/garden"),
                text + " ",
                text,
                Optional.of("https://example.org/\"><script>"),
                List.of(anchor),
                false,
                Optional.of(text),
                true,
                pages.links(Samples.SITE));
        return new View.NoteView(
                layout,
                new View.NoteContent(
                        text,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(anchor),
                        new Html(""),
                        new TreeSet<>(),
                        NoteProperties.NONE),
                List.of(),
                List.of(new View.ProblemLine(anchor, 1, text, text)),
                Optional.empty(),
                new View.Backlinks(
                        List.of(new View.BacklinkGroup(anchor, List.of(new View.Mention(text, text, text, "#", text)))),
                        0,
                        ""),
                "/garden/x.md",
                "/garden/-/history/x");
    }
}
