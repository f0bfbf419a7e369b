package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

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
        "'<p>12 – 34</p>',",
        "'<p',",
        "'&',",
    })
    void aPageRunsAsTheFirstLetterThatItShows(String html, Direction expected) {
        assertThat(Direction.ofHtml(html)).isEqualTo(Optional.ofNullable(expected));
    }

    /** HTML 3.2.6.4: the browser takes the direction from the block's own text. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "- פריט@<ul dir=\"auto\">",
                "1. פריט@<ol dir=\"auto\">",
                "> ציטוט@<blockquote dir=\"auto\">",
                "> [!note] הערה@<div class=\"callout\" data-callout=\"note\" dir=\"auto\">",
                "> [!note]\\n> הערה@<p class=\"callout-title\" dir=\"auto\">",
                "- [ ] משימה@<ul dir=\"auto\">",
                "|א|ב|\\n|-|-|\\n|1|2|@<div class=\"table\" dir=\"auto\">",
            })
    void blocksRunAsTheirOwnText(String text, String html) {
        assertThat(Fixture.html(text.replace("\\n", "\n"))).contains(html);
    }

    @ParameterizedTest
    @CsvSource({"'- a\n- b'", "'> [!note]\n> a'", "'> a\n> - b'", "'café – 中文 – ελληνικά\n\n- я'"})
    void notesWithoutSuchLettersStayAsTheyWere(String text) {
        assertThat(Fixture.html(text)).doesNotContain("dir=");
    }
}
