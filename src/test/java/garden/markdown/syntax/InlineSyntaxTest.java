package garden.markdown.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import garden.markdown.Fixture;
import garden.note.Link;
import garden.note.Note;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class InlineSyntaxTest {

    /** The page's HTML with the signs that the sanitizer writes as numbers. */
    private static String html(String text) {
        return Fixture.html(text).replace("&#61;", "=").replace("&#x1f331;", "🌱");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "==a== b => <mark>a</mark> b",
                "x==a==y => x<mark>a</mark>y",
                "==a *b* [[c]]== => <mark>a <em>b</em> <a class=\"internal\" href=\"/c\">c</a></mark>",
                "**==a==** ==**b**== => <strong><mark>a</mark></strong> <mark><strong>b</strong></mark>",
                "a == b and c == d => a == b and c == d",
                "===a=== => ===a===",
                "=a= ==a => =a= ==a",
                "\\==a== => ==a==",
                "<b>==a==</b> => <b><mark>a</mark></b>",
            })
    void twoSignsOfEqualityMark(String text, String html) {
        assertThat(html(text)).isEqualTo("<p>" + html + "</p>");
    }

    @Test
    void marksAreNoneInCodeAndNoTextInTheIndex() {
        assertThat(html("`==a==`")).isEqualTo("<p><code>==a==</code></p>");
        assertThat(Fixture.parsed("x ==a [[b]]== y").text()).isEqualTo("x a b y\n");
    }

    @Test
    void rowOfSignsBelowWordsIsStillAHeading() {
        assertThat(html("Words\n==\n\n==\n\n- - -")).isEqualTo("<h2 id=\"words\">Words</h2>\n<p>==</p>\n<hr />");
    }

    @Test
    void inlineFootnotesAreNumberedWithTheNamedOnes() {
        assertThat(html("a^[one *b* [[c]]] d[^n] e^[two]\n\n[^n]: named")).isEqualTo("""
            <p>a<sup class="footnote" id="fnref:1"><a href="#fn:1">1</a></sup> \
            d<sup class="footnote" id="fnref:2"><a href="#fn:2">2</a></sup> \
            e<sup class="footnote" id="fnref:3"><a href="#fn:3">3</a></sup></p>
            <section class="footnotes">
            <ol><li id="fn:1"><p>one <em>b</em> <a class="internal" href="/c">c</a> \
            <a class="back" title="Back to the text" href="#fnref:1">↩</a></p></li><li id="fn:2">
            <p>named <a class="back" title="Back to the text" href="#fnref:2">↩</a></p>
            </li><li id="fn:3"><p>two <a class="back" title="Back to the text" href="#fnref:3">↩</a></p></li></ol>
            </section>\
            """);
    }

    @Test
    void wordsOfInlineFootnotesAreALineOfTheirOwn() {
        String text = "See [[a]].^[Or [[b]] #t.] Then [[c]].";
        Note note = Fixture.note(text);
        assertThat(Fixture.parsed(text).text()).isEqualTo("See a. Then c.\nOr b #t.\n");
        assertThat(note.summary()).isEqualTo("See a. Then c.");
        assertThat(note.links())
                .extracting(link -> ((Link.Local) link).target() + ": "
                        + ((Link.Local) link).place().excerpt().text())
                .containsExactly("a: See a.", "b: Or b #t.", "c: Then c.");
        assertThat(note.tags()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a^[]", "a^[ ]", "a^[b", "a^ [b]", "`a^[b]`", "a\\^[b]", "x^2"})
    void othersAreText(String text) {
        assertThat(html(text)).doesNotContain("footnote");
    }

    @Test
    void footnotesWorkInCalloutsAndCells() {
        assertThat(html("> [!tip] T^[a]\n> b[^1]\n>\n> [^1]: c\n\n|x^[d]|\n|-|\n|e|"))
                .contains(
                        "T<sup class=\"footnote\" id=\"fnref:1\"",
                        "b<sup class=\"footnote\" id=\"fnref:2\"",
                        "x<sup class=\"footnote\" id=\"fnref:3\"",
                        "<li id=\"fn:3\"><p>d ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "[-] a => - cancelled",
                "[?] a => ? question",
                "[/] a => / in progress",
                "[>] a => &gt; forwarded",
                "[!] a => ! important",
                "[é] a => é state é",
                "[🌱] a => 🌱 state 🌱",
                "[1] a => 1 state 1",
            })
    void anyCharacterIsAState(String text, String stateAndLabel) {
        String[] expected = stateAndLabel.split(" ", 2);
        assertThat(html("- " + text))
                .startsWith("<ul><li class=\"task\" data-task=\"" + expected[0] + "\"><span class=\"box\" role=\"img\""
                        + " aria-label=\"" + expected[1] + "\" title=\"" + expected[1] + "\">" + expected[0]
                        + "</span>");
        assertThat(Fixture.parsed("- " + text).text()).isEqualTo("a\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- [x](elm.md)",
                "- [x](elm.md) a",
                "- [x][r] a\n\n[r]: elm.md",
                "- [1] a\n\n[1]: elm.md",
                "- [x]a",
                "- [ab] c",
                "- [[x]] a",
                "- \\[x] a",
                "- `[x]` a",
                "[x] a",
                "> [x] a",
            })
    void linksAndOtherBracketsAreNoTasks(String text) {
        assertThat(html(text)).doesNotContain("task");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "a %%b [[c]] #t%% d",
                "- a%%b [[c]] #t%% d",
                "|a %%b [[c]] #t%% d|⏎|-|",
                "> [!tip] a⏎> %%b [[c]] #t%% d",
                "> [!tip] a⏎> %%⏎> b [[c]] #t⏎> %%⏎> d",
                "- a⏎  %%⏎  b [[c]] #t⏎  %%⏎  d",
                "a d⏎⏎%%⏎b [[c]] #t⏎⏎# H",
            })
    void commentsAreNowhere(String text) {
        String source = text.replace('⏎', '\n');
        assertThat(html(source)).contains("a").contains("d").doesNotContain("b [", "internal", "tag", "%%", "H<");
        assertThat(Fixture.parsed(source).text()).doesNotContain("c").doesNotContain("%");
        assertThat(Fixture.note(source).links()).isEmpty();
        assertThat(Fixture.note(source).tags()).isEmpty();
        assertThat(Fixture.note(source).headings()).isEmpty();
    }
}
