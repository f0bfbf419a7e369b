package garden.markdown.model;

import static org.assertj.core.api.Assertions.assertThat;

import garden.markdown.Fixture;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectionTest {

    @ParameterizedTest
    @CsvSource({
        "ar,RTL",
        "he,RTL",
        "fa-IR,RTL",
        "ur,RTL",
        "yi,RTL",
        "en,LTR",
        "de-AT,LTR",
        "az-Arab,RTL",
        "ar-Latn,LTR",
        "pa-Arab-PK,RTL",
        "ku,LTR",
        "'',LTR",
        "en-x-arab,LTR"
    })
    void aLanguageRunsAsItsScript(String language, Direction expected) {
        assertThat(Direction.ofLanguage(language)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'<p class=\"x\">123 שלום</p>',RTL",
        "'<p>&#64;&amp; مرحبا</p>',RTL",
        "'<h2 id=\"a\">Docker مرحبا</h2>',LTR",
        "'<p><code>npm</code> מריץ</p>',RTL",
        "'<pre><code>x = 1</code></pre><p>שלום</p>',RTL",
        "'<div class=\"math display\">x</div><p><span class=\"math inline\">y</span> שלום</p>',RTL",
        "'<p><code>unfinished',",
        "'<p>12 – 34</p>',",
        "'<p',",
        "'&',",
    })
    void aPageRunsAsTheFirstLetterThatItShows(String html, Direction expected) {
        assertThat(Direction.ofHtml(html)).isEqualTo(Optional.ofNullable(expected));
    }

    /** UAX 9, rule P2, for each block; code, formulas, addresses and embeds are passed over, and a block without letters runs as the one around. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "- פריט@<ul dir=\"rtl\">|<li dir=\"rtl\">",
                "1. פריט@<ol dir=\"rtl\">|<li dir=\"rtl\">",
                "- `mvn` מריץ@<ul dir=\"rtl\">|<li dir=\"rtl\">",
                "- $x$ מריץ@<ul dir=\"rtl\">|<li dir=\"rtl\">",
                "- ![[pic.png]] מריץ@<ul dir=\"rtl\">|<li dir=\"rtl\">",
                "- <https://example.org> מריץ@<ul dir=\"rtl\">|<li dir=\"rtl\">",
                "- 1 <b>&quot;</b> מריץ@<ul dir=\"rtl\">|<li dir=\"rtl\">",
                "- פריט\\n- item\\n- 3@<ul dir=\"rtl\">|<li dir=\"ltr\">|<li dir=\"rtl\">",
                "- item\\n- פריט\\n  - 1@<ul dir=\"ltr\">|<li dir=\"rtl\">|<ul dir=\"rtl\">",
                "- פריט\\n\\n  english@<li dir=\"rtl\">|<p dir=\"rtl\">|<p dir=\"ltr\">",
                "- [ ] task\\n- [ ] משימה@data-task=\" \" dir=\"ltr\">|data-task=\" \" dir=\"rtl\">",
                "> ציטוט\\n>\\n> > quote@<blockquote dir=\"rtl\">|<blockquote dir=\"ltr\">|<p dir=\"ltr\">",
                "> ```\\n> a\\n> ```\\n>\\n> ציטוט@<blockquote dir=\"rtl\">",
                "> [!note] הערה@data-callout=\"note\" dir=\"rtl\">|class=\"callout-title\" dir=\"rtl\">",
                "> [!note]\\n> הערה@data-callout=\"note\" dir=\"rtl\">|class=\"callout-title\" dir=\"rtl\">Note",
                "> [!note] Title\\n"
                    + "> הערה@data-callout=\"note\" dir=\"ltr\">|class=\"callout-title\" dir=\"ltr\">|<p dir=\"rtl\">",
                "> [!tip]-\\n"
                        + "> > [!note]\\n"
                        + "> > הערה@data-callout=\"tip\" dir=\"rtl\">|data-callout=\"note\" dir=\"rtl\">",
                "|א|b|\\n"
                        + "|-|-|\\n"
                        + "|1|2|@<div class=\"table\" dir=\"rtl\">|<th dir=\"rtl\">|<th dir=\"ltr\">|<td dir=\"rtl\">",
                "a[^1]\\n\\n[^1]: הערה@<p dir=\"ltr\">|<li id=\"fn:1\" dir=\"rtl\">",
                "## כותרת\\n\\n## Heading@dir=\"rtl\">כותרת|dir=\"ltr\">Heading",
                "שלום\\n\\n![[pic.png]]@<p dir=\"rtl\">שלום|<p dir=\"rtl\">",
                "`x` %%y%% שלום@<p dir=\"rtl\">",
            })
    void blocksRunAsTheirOwnLetters(String text, String html) {
        assertThat(Fixture.html(text.replace("\\n", "\n"))).containsSubsequence(html.split("\\|", -1));
    }

    @ParameterizedTest
    @CsvSource({"'- a\n- b'", "'> [!note]\n> a'", "'> a\n> - b'", "'café – 中文 – ελληνικά\n\n- я'"})
    void notesWithoutSuchLettersStayAsTheyWere(String text) {
        assertThat(Fixture.html(text)).doesNotContain("dir=");
    }
}
