package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real browser makes of pages: what it asks others for, where blocks stand, what keys do. Waits for the page, never for a time. */
@Tag("browser")
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BrowserTest {

    /** Comes to the number of diagrams in the page when each is drawn or said not to be. */
    private static final String DRAWN = """
        new Promise((done) => {
          const look = () => !document.querySelector('.prose pre.mermaid:not(.drawn)')
            && (done(document.querySelectorAll('figure.diagram.drawn > svg').length), true);
          const watch = new MutationObserver(() => look() && watch.disconnect());
          look() || watch.observe(document.body, { subtree: true, childList: true, attributes: true });
        })
        """;

    /** What diagrams could load from FOREIGN, or do to the page, in the ways that Mermaid has. */
    private static final List<String> HOSTILE = List.of(
            "graph LR⏎A@{ img: \"FOREIGN/img\", label: \"A\" }",
            "graph LR⏎A@{ shape: rect, img: FOREIGN/shape }",
            "graph LR⏎A[\"<img src='FOREIGN/label'>\"]",
            "graph LR⏎A[\"#lt;img src=FOREIGN/entity#gt;\"]",
            "sequenceDiagram⏎A->>B: <img src=FOREIGN/message>",
            "graph LR⏎A⏎style A fill:url(FOREIGN/style)",
            "graph LR⏎A:::x⏎classDef x background-image:url(FOREIGN/class)",
            "graph LR⏎A-->B⏎linkStyle 0 stroke:url(FOREIGN/link)",
            "%%{init: {\"themeCSS\": \"* { background: url(FOREIGN/init) }\"}}%%⏎graph LR⏎A",
            "%%{init: {\"fontFamily\": \"x; } @import url(FOREIGN/font)\"}}%%⏎graph LR⏎A",
            "---⏎config:⏎  themeCSS: \"* { background: url(FOREIGN/front) }\"⏎---⏎graph LR⏎A",
            "graph LR⏎"
                    + "A --> B⏎"
                    + "click A href \"javascript:fetch('FOREIGN/click')\"⏎"
                    + "click B call fetch(\"FOREIGN/call\")");

    @TempDir
    Path folder;

    /** What was asked of a host that is not the garden's. */
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private HttpServer foreign;
    private Browser browser;

    @BeforeEach
    void start() throws IOException {
        foreign = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        foreign.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        foreign.start();
        browser = new Browser(folder.resolve("browser"));
    }

    @AfterEach
    void stop() {
        browser.close();
        foreign.stop(0);
    }

    @Test
    void diagramsAskNobodyElse() {
        String host = foreign("");
        StringBuilder note = new StringBuilder("--- evil.md\n");
        HOSTILE.forEach(diagram -> note.append("```mermaid\n")
                .append(diagram.replace("FOREIGN", host).replace("⏎", "\n"))
                .append("\n```\n\n"));
        try (TestServer server = TestServer.with(folder.resolve("garden"), note.toString())) {
            browser.open(server.base() + "/evil");
            browser.eval(DRAWN);
            assertThat(browser.eval("document.querySelectorAll('a').forEach((a) => a.closest('svg') &&"
                                    + " a.dispatchEvent(new MouseEvent('click')));"
                                    + " document.querySelectorAll('[*|href^=\"javascript:\" i]').length")
                            .asInt())
                    .isZero();
            assertThat(asked).isEmpty();
        }
        browser.open(host + "/control");
        assertThat(asked).contains("/control");
    }

    @Test
    void ordinaryDiagramsAreDrawn() {
        String notes = """
            --- a.md
            ```mermaid
            graph LR
            A[Seed] --> B[Tree]
            style A fill:#fcc
            ```

            ```mermaid
            sequenceDiagram
            Gardener->>Seed: water
            ```
            """;
        try (TestServer server = TestServer.with(folder.resolve("garden"), notes)) {
            browser.open(server.base() + "/a");
            assertThat(browser.eval(DRAWN).asInt()).isEqualTo(2);
        }
    }

    /** A list or table runs as one, its items and cells as their own words. */
    @Test
    void whatBelongsToWordsStandsBesideThem() {
        String notes = """
            --- a.md
            - [ ] task
            - [ ] משימה

            | one | שתיים |
            |---|---|
            | שלוש | four |

            | אחת | two |
            |---|---|
            | three | ארבע |
            """;
        try (TestServer server = TestServer.with(folder.resolve("garden"), notes)) {
            browser.open(server.base() + "/a");
            JsonNode gaps = browser.eval("""
                (() => {
                  const words = (node) => { const range = document.createRange(); range.selectNodeContents(node); return range; };
                  const gap = (a, b) => Math.max(a.left, b.left) - Math.min(a.right, b.right);
                  const box = (node) => node.getBoundingClientRect();
                  return [
                    ...[...document.querySelectorAll('li.task')].map((li) => gap(box(li.querySelector('input, .box')), box(words(li.lastChild)))),
                    ...[...document.querySelectorAll('tr')].map((tr) => gap(box(words(tr.cells[0])), box(words(tr.cells[1])))),
                  ];
                })()
                """);
            assertThat(gaps)
                    .hasSize(6)
                    .allSatisfy(gap -> assertThat(gap.asDouble()).isBetween(4.0, 120.0));
        }
    }

    /** An item is so far from its own side as its level says, whichever way the items around it run. */
    @Test
    void itemsStandByTheirLevelOnTheirOwnSide() {
        String notes = """
            --- a.md
            - שלום
                - one
                    - two
                    - שתיים
                - אחת
            - one
                - שלום
                    1. one
            """;
        try (TestServer server = TestServer.with(folder.resolve("garden"), notes)) {
            browser.open(server.base() + "/a");
            assertThat(browser.eval("""
                (() => {
                  const room = document.querySelector('.prose').getBoundingClientRect();
                  return [...document.querySelectorAll('.prose li')].map((item) => {
                    const box = item.getBoundingClientRect();
                    const inset = item.dir === 'rtl' ? room.right - box.right : box.left - room.left;
                    return inset / parseFloat(getComputedStyle(item).fontSize) / 1.5;
                  }).map((level) => level.toFixed(1)).join();
                })()
                """).asText()).isEqualTo("1.0,2.0,3.0,3.0,2.0,1.0,2.0,3.0");
        }
    }

    /** Isolated code breaks lines at other words: a note without right-to-left writing looks as if there were none anywhere. */
    @Test
    void codeIsIsolatedOnlyWhereSomethingRunsFromRightToLeft() {
        String notes = """
            --- latin.md
            `code`
            --- mixed.md
            `code` קוד
            --- hebrew.md
            ---
            lang: he
            ---
            `code`
            """;
        try (TestServer server = TestServer.with(folder.resolve("garden"), notes)) {
            for (String note : List.of("latin normal", "mixed isolate", "hebrew isolate")) {
                browser.open(server.base() + "/" + note.replaceFirst(" .*", ""));
                assertThat(browser.eval("getComputedStyle(document.querySelector('.prose code')).unicodeBidi")
                                .asText())
                        .isEqualTo(note.replaceFirst(".* ", ""));
            }
        }
    }

    /** More than are drawn at once. */
    @Test
    void allFormulasAreDrawn() {
        try (TestServer server = TestServer.with(folder.resolve("garden"), "--- a.md\n" + "$x_1$\n\n".repeat(250))) {
            browser.open(server.base() + "/a");
            assertThat(browser.eval("""
                new Promise((done) => {
                  const look = () => !document.querySelector('.prose .math:not(.drawn)')
                    && (done(document.querySelectorAll('.math.drawn > .katex').length), true);
                  const watch = new MutationObserver(() => look() && watch.disconnect());
                  look() || watch.observe(document.body, { subtree: true, childList: true });
                })
                """).asInt()).isEqualTo(250);
        }
    }

    /** The stream is opened with what the page shows, not with when it came: what is pushed before the stream is there is not missed. */
    @Test
    void aPushBetweenLoadAndStreamIsShown() {
        try (TestServer server = TestServer.with(folder.resolve("garden"), "--- a.md\nFirst.\n--- b.md\nOther.\n")) {
            browser.open(server.base() + "/a");
            browser.eval("stream.close(); delete document.body.dataset.commit");
            String commit = server.push("--- a.md\nSecond.\n").hex();
            assertThat(browser.eval("""
                listen();
                new Promise((done) => {
                  const look = () => document.body.dataset.commit
                    && done(document.querySelector('.prose').textContent.trim() + ' ' + document.body.dataset.commit);
                  new MutationObserver(look).observe(document.body, { attributes: true });
                  look();
                })
                """).asText()).isEqualTo("Second. " + commit);

            browser.eval("stream.close(); delete document.body.dataset.commit; document.querySelector('.prose').id ="
                    + " 'same'");
            String elsewhere = server.push("--- b.md\nAnother.\n").hex();
            assertThat(browser.eval("""
                listen();
                new Promise((done) => {
                  const look = () => document.body.dataset.commit
                    && done(document.querySelector('.prose').id + ' ' + document.body.dataset.commit);
                  new MutationObserver(look).observe(document.body, { attributes: true });
                  look();
                })
                """).asText()).isEqualTo("same " + elsewhere);
        }
    }

    /** What an input method is composing is not for us: UI Events, 5.2.5, and keyCode 229 of browsers that report it late. */
    @Test
    void keysOfAnInputMethodAreItsOwn() {
        try (TestServer server = TestServer.with(folder.resolve("garden"), "--- a.md\nx\n")) {
            browser.open(server.base() + "/a");
            assertThat(browser.eval("""
                [{ isComposing: true }, { keyCode: 229 }, {}].map((how) => {
                  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true, ...how }));
                  return document.activeElement.id;
                }).join()
                """).asText()).isEqualTo(",,q");
        }
    }

    /** A size of an author wins over that of the file, as in Obsidian and HTML; what is too wide keeps the proportion that it has. */
    @ParameterizedTest
    @CsvSource({
        "1100,300x100 300x100 300x100 150x113 40x30 80x320 WIDEx200",
        "390,300x100 300x100 300x100 150x113 40x30 80x320 WIDEx117"
    })
    void picturesHaveTheSizeThatTheirAuthorGivesThem(int window, String sizes) {
        String notes = """
            --- leaf.svg
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><rect width="400" height="300"/></svg>
            --- a.md
            ![[leaf.svg|300x100]]

            ![leaf|300x100](leaf.svg)

            <img src="leaf.svg" width="300" height="100px">

            ![[leaf.svg|150]]

            <img src="leaf.svg" height="30">

            ![[leaf.svg|80x320]]

            ![[leaf.svg|600x200]]
            """;
        try (TestServer server = TestServer.with(folder.resolve("garden"), notes)) {
            browser.resize(window);
            browser.open(server.base() + "/a");
            JsonNode shown = browser.eval("""
                Promise.all([...document.querySelectorAll('.prose img')].map((img) => (img.loading = 'eager', img.decode()))).then(() =>
                  [[...document.querySelectorAll('.prose img')].map((img) => Math.round(img.getBoundingClientRect().width) + 'x' +
                  Math.round(img.getBoundingClientRect().height)).join(' '), document.querySelector('.prose').clientWidth, document.documentElement.scrollWidth])
                """);
            int room = Math.min(600, shown.get(1).asInt());
            assertThat(shown.get(0).asText()).isEqualTo(sizes.replace("WIDE", String.valueOf(room)));
            assertThat(shown.get(2).asInt()).isEqualTo(window);
        }
    }

    /** What Garden reads of a file is what the browser makes of it. */
    @Test
    void picturesSayTheSizeThatTheBrowserShows() {
        try (TestServer server = TestServer.with(folder.resolve("garden"), "--- x.md\nx\n")) {
            StringBuilder note = new StringBuilder();
            SamplePictures.turned().forEach((name, bytes) -> {
                server.notes().write(name, bytes);
                note.append("![[").append(name).append("]]\n\n");
            });
            server.write("--- a.md\n" + note).push();
            browser.open(server.base() + "/a");
            JsonNode pictures = browser.eval("""
                Promise.all([...document.querySelectorAll('.prose img')].map((img) => (img.loading = 'eager', img.decode()))).then(() =>
                  [...document.querySelectorAll('.prose img')].map((img) => [img.alt,
                  img.getAttribute('width') + 'x' + img.getAttribute('height'), img.naturalWidth + 'x' + img.naturalHeight]))
                """);
            assertThat(pictures)
                    .hasSize(SamplePictures.turned().size())
                    .allSatisfy(picture ->
                            assertThat(picture.get(1)).as(picture.toString()).isEqualTo(picture.get(2)));
            assertThat(pictures)
                    .anySatisfy(picture -> assertThat(picture.get(2).asText()).isEqualTo("30x40"));
        }
    }

    private String foreign(String path) {
        return "http://127.0.0.1:" + foreign.getAddress().getPort() + path;
    }
}
