package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Math, diagrams and code: each page loads what it has, from here. */
@Timeout(120)
class FeaturesTest {

    private static final Pattern URL = Pattern.compile("url\\(([^)]+)\\)");

    @AutoClose
    private static TestServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = TestServer.with(folder, """
            --- index.md
            $5 and $6 #wood
            --- math.md
            $a$
            --- diagram.md
            ```mermaid
            graph LR
            ```
            --- code.md
            ```js
            a
            ```
            --- plain.md
            ```
            a
            ```
            --- folder/index.md
            $$a$$
            --- tags/wood.md
            $a$
            """);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** Plain names of the files a page loads for its features: {@code katex.css}. */
    private static List<String> files(String page) {
        return hrefs(page).stream()
                .map(href -> href.replaceFirst("/-/assets/([a-z]+)\\.[0-9a-f]{12}\\.", "$1."))
                .toList();
    }

    private static List<String> hrefs(String page) {
        return server.page(page).select("head [data-feature]").stream()
                .map(element -> element.attr(element.hasAttr("src") ? "src" : "href"))
                .toList();
    }

    private static String href(String page, String name) {
        return hrefs(page).stream()
                .filter(href -> href.contains("/" + name + "."))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "/ => []",
                "/-/recent => []",
                "/folder/ => [katex.css, katex.js, math.js]",
                "/tags/wood => [katex.css, katex.js, math.js]",
                "/tags/ => []",
                "/math => [katex.css, katex.js, math.js]",
                "/diagram => [mermaid.js, diagram.js]",
                "/code => [highlight.js, code.js]",
                "/plain => [code.js]",
            })
    void pageLoadsWhatItHas(String page, String files) {
        assertThat(files(page)).hasToString(files);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/math", "/diagram", "/code"})
    void filesAreKeptForEverAndBeginWithTheirLicense(String page) {
        for (String href : hrefs(page)) {
            HttpResponse<String> answer = server.get(href, "Accept-Encoding", "identity");
            assertThat(answer.statusCode()).as(href).isEqualTo(200);
            assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(header(answer, "Content-Type"))
                    .startsWith(href.endsWith(".css") ? "text/css" : "text/javascript");
        }
        assertThat(server.get(hrefs(page).getFirst()).body())
                .startsWith("/*!\n")
                .contains("Copyright (c)")
                .contains("\"AS IS\"");
    }

    @Test
    void libraryIsCompressed() {
        HttpResponse<String> answer = server.get(href("/math", "katex"), "Accept-Encoding", "gzip");
        assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void styleOfMathFindsItsFonts() {
        List<String> fonts = URL.matcher(server.get(href("/math", "katex")).body())
                .results()
                .map(MatchResult::group)
                .map(url -> url.substring(4, url.length() - 1))
                .toList();
        assertThat(fonts).hasSize(20).allMatch(name -> name.matches("KaTeX_\\w+-\\w+\\.[0-9a-f]{12}\\.woff2"));
        HttpResponse<String> font = server.get("/-/assets/" + fonts.getFirst());
        assertThat(font.statusCode()).isEqualTo(200);
        assertThat(header(font, "Content-Type")).isEqualTo("font/woff2");
    }

    /** HTML 4.12.1, blocking="render": words would move when formulas are drawn behind the first painting, or their fonts come. */
    @Test
    void formulasAreDrawnAndHaveTheirFontsBeforeAnythingIsPainted() {
        Document page = server.page("/math");
        assertThat(page.select("head script[data-feature]").eachAttr("blocking"))
                .containsExactly("render", "render");
        String style = server.get(href("/math", "katex")).body();
        assertThat(page.select("link[rel=preload][as=font][crossorigin]").eachAttr("href"))
                .hasSize(2)
                .allMatch(font -> style.contains("url(" + font.replaceFirst(".*/", "") + ")"));
        for (String other : List.of("/", "/code", "/diagram")) {
            assertThat(server.page(other).select("[rel=preload], [blocking]")).isEmpty();
        }
    }

    @Test
    void onlyPagesWithADiagramMayHaveStylesInside() {
        assertThat(header(server.get("/diagram"), "Content-Security-Policy"))
                .startsWith("default-src 'self';")
                .endsWith("; style-src 'self' 'unsafe-inline'")
                .doesNotContain("script-src", "unsafe-eval");
        for (String page : List.of("/", "/math", "/code", "/tags/wood")) {
            assertThat(header(server.get(page), "Content-Security-Policy"))
                    .startsWith("default-src 'self';")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void sourceIsReadableWithoutScripts() {
        assertThat(server.page("/math").select("article .math").text()).isEqualTo("a");
        assertThat(server.page("/diagram").select("article pre.mermaid").text()).isEqualTo("graph LR");
    }
}
