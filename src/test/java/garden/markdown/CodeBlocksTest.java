package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import garden.markdown.text.CodeInfo;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CodeBlocksTest {

    private static String block(String info, String code) {
        return Fixture.html("```" + info + "\n" + code + "\n```");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '|',
            value = {
                "js => js => ||",
                "js title=\"a b.js\" => js => a b.js",
                "js title='a.js' {1} => js => a.js",
                "js {1} title=a.js => js => a.js",
                "title=\"a.js\" => || => a.js",
                "{1-3,5} => || => ||",
                "{python} => python => ||",
                "{.python .x} => python => ||",
                "js showLineNumbers{number} => js => ||",
                "js title=\"a => js => \"a",
                "C++ => C++ => ||",
            })
    void infoNamesLanguageAndTitle(String info, String language, String title) {
        CodeInfo code = CodeInfo.of(info);
        assertThat(code.language()).isEqualTo(language);
        assertThat(code.title()).isEqualTo(title);
    }

    @Test
    void infoMarksLinesAndWords() {
        CodeInfo code = CodeInfo.of("js {1, 3-5,9-7} /a b/ /c/ showLineNumbers{20}");
        assertThat(code.marked().stream()).containsExactly(1, 3, 4, 5);
        assertThat(code.words()).containsExactly("a b", "c");
        assertThat(code.firstNumber()).hasValue(20);
        assertThat(CodeInfo.of("js showLineNumbers").firstNumber()).hasValue(1);
        assertThat(CodeInfo.of("js").firstNumber()).isEmpty();
    }

    @Test
    void plainBlockIsAsCommonMarkHasIt() {
        assertThat(block("js", "a < b")).isEqualTo("<pre><code class=\"language-js\">a &lt; b\n</code></pre>");
        assertThat(block("", "a")).isEqualTo("<pre><code>a\n</code></pre>");
    }

    @Test
    void titleStandsAboveTheCode() {
        assertThat(block("js title=\"<x>.js\"", "a"))
                .isEqualTo("<figure class=\"code\"><figcaption>&lt;x&gt;.js</figcaption>"
                        + "<pre><code class=\"language-js\">a\n</code></pre></figure>");
    }

    @Test
    void linesHaveNumbersAndMarks() {
        assertThat(block("js {2} showLineNumbers{9}", "a\n\nb"))
                .isEqualTo("<pre><code class=\"language-js\"><span class=\"line\" data-line=\"9\">a\n</span>"
                        + "<span class=\"line marked\" data-line=\"10\">\n</span>"
                        + "<span class=\"line\" data-line=\"11\">b\n</span></code></pre>");
        assertThat(block("{1}", "a")).isEqualTo("<pre><code><span class=\"line marked\">a\n</span></code></pre>");
    }

    @Test
    void wordsAreMarkedLiterally() {
        assertThat(block("js /a.b/", "a.b axb <a.b>"))
                .isEqualTo("<pre><code class=\"language-js\"><mark>a.b</mark> axb &lt;<mark>a.b</mark>&gt;\n"
                        + "</code></pre>");
    }

    @Test
    void diagramKeepsItsSource() {
        assertThat(block("mermaid", "graph LR\n  A --> B"))
                .isEqualTo("<pre class=\"mermaid\"><code>graph LR\n  A --&gt; B\n</code></pre>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '|',
            value = {
                "a => []",
                "`a` => []",
                "|    a| => [CODE]",
                "|```\na\n```| => [CODE]",
                "|```js\na\n```| => [COLOR, CODE]",
                "|```mermaid\na\n```| => [DIAGRAM]",
                "|```js\na\n```\n$a$\n~~~mermaid\na\n~~~| => [MATH, DIAGRAM, COLOR, CODE]",
            })
    void pageNeedsWhatItsTextHas(String text, String features) {
        assertThat(Fixture.rendered(text).features()).hasToString(features);
    }

    @Test
    void noteShownAsTextNeedsNothing() {
        assertThat(Fixture.rendered("$a$\n\n```js\n```\n\n" + ">".repeat(5_000)).features())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "/", "{1,", "1-", "title=\"", "title=", "showLineNumbers{", "/a/ ", "{1-99999}", "a"})
    void hugeInfoEnds(String piece) {
        String text = "```js " + piece.repeat(50_000) + "\n" + "a a\n".repeat(50_000) + "```";
        assertThat(Fixture.rendered(text).html()).contains("<pre>");
    }
}
