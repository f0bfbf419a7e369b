package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import garden.markdown.model.Feature;
import garden.note.ParsedNote;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dollars: math or money. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$5 and $6",
                "raised $1.5 billion in 2021 and $30 million in 2022",
                "from $20,000-$30,000 a year",
                "a $5/$6 stamp",
                "US$5 or US$6",
                "$ 5$ and $5 $",
                "$5",
                "$",
                "$$",
                "$$$",
                "$$$$",
                "$$ $$",
                "$$ a $ b",
                "$$a$ b",
                "$HOME and $PATH",
                "\\$a\\$",
                "\\$a$",
                "$a\\$",
                "`$a$`",
                "$5 for `$a`",
                "https://example.org/$a$",
                "costs $5 at https://example.org/?a=$b",
                "<b title=\"$a$\">x</b>",
                "    $$a$$",
                "```\n$$\na\n$$\n```",
                "<div>\n$a$\n</div>",
                "$a\n\nb$",
                "$$ a\n\nb $$",
                "$$\na",
                "$$\n```\n$$\n```",
                "> $$\n> a\n\n$$",
            })
    void isNoMath(String text) {
        RenderedNote page = Fixture.rendered(text);
        assertThat(page.features()).doesNotContain(Feature.MATH);
        assertThat(page.html()).doesNotContain("math");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "$a$ => a",
                "x$a$y => a",
                "($a$) => a",
                "$a - b$ => a - b",
                "$5$ => 5",
                "$a$ and $5 => a",
                "$a$, not $5 or $6 => a",
                "$a_1 * b_2 * c$ => a_1 * b_2 * c",
                "$[[elm]] #tag ~~x~~$ => [[elm]] #tag ~~x~~",
                "$\\$5$ => \\$5",
                "$a\\\\b$ => a\\\\b",
                "$\\{x\\}$ => \\{x\\}",
                "\\$$a$ => a",
                "*$a*b$* => a*b",
                "[$a$](elm.md) => a",
                "$a %% b$ %%hidden%% => a %% b",
            })
    void isInline(String text, String tex) {
        RenderedNote page = Fixture.rendered(text);
        assertThat(page.features()).containsExactly(Feature.MATH);
        assertThat(page.html()).contains("<span class=\"math inline\">" + tex + "</span>");
    }

    @Test
    void mayGoOnInTheNextLineAndEndBeforeTheNextDollar() {
        assertThat(Fixture.html("a $b\nc$ d")).isEqualTo("<p>a <span class=\"math inline\">b\nc</span> d</p>");
        assertThat(Fixture.html("$a$ b$")).isEqualTo("<p><span class=\"math inline\">a</span> b$</p>");
    }

    @Test
    void displayInsideAParagraphStaysThere() {
        assertThat(Fixture.html("so $$ a $$ holds")).isEqualTo("<p>so <span class=\"math display\">a</span> holds</p>");
        assertThat(Fixture.html("$$a$$.")).isEqualTo("<p><span class=\"math display\">a</span>.</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$$a$$",
                "$$ a $$",
                "$$\na\n$$",
                "$$a\n$$",
                "$$\na$$",
                "   $$\n   a\n   $$",
                "$$\n\na\n\n$$",
                "$$\r\na\r\n$$\r\n",
            })
    void isBlock(String text) {
        RenderedNote page = Fixture.rendered(text);
        assertThat(page.html().strip()).isEqualTo("<div class=\"math display\">a</div>");
        assertThat(page.features()).containsExactly(Feature.MATH);
    }

    @Test
    void blockHoldsWhatWouldBeMarkdown() {
        assertThat(Fixture.html("$$\na\n- b\n# c\n> d\n=\n[[elm]] #tag <b>\n$$"))
                .isEqualTo("<div class=\"math display\">a\n- b\n# c\n&gt; d\n&#61;\n[[elm]] #tag &lt;b&gt;</div>");
    }

    @Test
    void blockStandsBetweenParagraphsWithoutBlankLines() {
        assertThat(Fixture.html("a\n$$\nb\n$$\nc"))
                .isEqualTo("<p>a</p>\n<div class=\"math display\">b</div>\n<p>c</p>");
    }

    @Test
    void blockStandsInQuotesCalloutsAndLists() {
        String block = "<div class=\"math display\">a\nb</div>";
        assertThat(Fixture.html("> $$\n> a\n> b\n> $$")).contains(block);
        assertThat(Fixture.html("> [!note]\n> $$\n> a\n>b\n> $$\n> c")).contains(block + "\n<p>c</p>");
        assertThat(Fixture.html("- x\n  $$\n  a\n  b\n  $$\n- y")).contains(block);
        assertThat(Fixture.html("1. > $$a\n   > b$$")).contains(block);
    }

    @Test
    void blockThatItsListEndsIsText() {
        assertThat(Fixture.html("- $$\n  *a*\n$$")).isEqualTo("<ul><li>\n<p>$$\n<em>a</em></p>\n</li></ul>\n<p>$$</p>");
    }

    @Test
    void rowOfATableHasMath() {
        assertThat(Fixture.html("| a | b |\n| - | - |\n| $x$ | $5 | \n"))
                .contains("<td><span class=\"math inline\">x</span></td>");
    }

    @Test
    void isInTheTextAsItsSource() {
        ParsedNote note = Fixture.parsed("# The $x^2$ law\n\nSo $a_1$ *is* $5.\n\n$$\nb \\\\\nc\n$$\n");
        assertThat(note.text()).isEqualTo("The x^2 law\nSo a_1 is $5.\nb \\\\\nc\n");
        assertThat(note.note().headings().getFirst().anchor()).isEqualTo("the-x2-law");
        assertThat(note.note().tags()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$",
                "$ ",
                "$a ",
                "$$ ",
                "$$\n\n",
                "$$ a\n",
                "$$ a\n\n",
                "> $$\n\n",
                "\\$$",
                "a$",
                "$$ \\$",
                "x$a$"
            })
    void manyDollarsEnd(String piece) {
        assertThat(Fixture.note(piece.repeat(10_000)).problems()).isEmpty();
        assertThat(Fixture.rendered(piece.repeat(10_000)).textOnly()).isEmpty();
    }
}
