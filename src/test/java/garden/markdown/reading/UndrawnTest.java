package garden.markdown.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import garden.markdown.Fixture;
import garden.markdown.RenderedNote;
import garden.markdown.model.Feature;
import garden.note.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no browser is asked to draw, and where TeX is not shown. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class UndrawnTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "graph LR⏎A@{ img: \"https://evil.example/x.png\", label: \"A\" }",
                "graph LR⏎A@{ label: \"A\", img: //evil.example/x.png }",
                "graph LR⏎A@{⏎  img: >-⏎    https://evil.example/x.png⏎}",
                "graph LR⏎A@{ \"im\\x67\": \"https://evil.example/x.png\" }",
                "graph LR⏎A@{ img: \"\\/\\/evil.example/x.png\" }",
                "graph LR⏎A[\"<img src='https://evil.example/x.png'>\"]",
                "graph LR⏎A[\"<img src=&#104;ttps://evil.example/x.png>\"]",
                "graph LR⏎A[\"#lt;img src=//evil.example/x.png#gt;\"]",
                "graph LR⏎A[\"<IMG alt=x srcset='//evil.example/x.png 2x'>\"]",
                "graph LR⏎A[\"<image href='https://evil.example/x.png'/>\"]",
                "graph LR⏎A[\"<style>@import 'https://evil.example/x.css'</style>\"]",
                "graph LR⏎A⏎style A fill:url(https://evil.example/x.svg)",
                "graph LR⏎A⏎classDef x background:URL (//evil.example/x.svg)",
                "graph LR⏎A-->B⏎linkStyle 0 stroke:url#40;//evil.example/x.svg#41;",
                "graph LR⏎A⏎style A fill:\\75rl(//evil.example/x.svg)",
                "%%{init: {\"themeCSS\": \"@import url(https://evil.example/x.css)\"}}%%⏎graph LR⏎A",
                "---⏎config:⏎  themeCSS: \"* { background: url(//evil.example/x.png) }\"⏎---⏎graph LR⏎A",
                "C4Context⏎Person(a, \"A\", $sprite=\"x\")⏎UpdateElementStyle(a, $sprite:"
                        + " \"https://evil.example/x.png\")",
            })
    void diagramThatLoadsFromElsewhereIsNotDrawnAndIsAProblem(String source) {
        String text = "a\n\n```mermaid\n" + source.replace("⏎", "\n") + "\n```\n";
        RenderedNote page = Fixture.rendered(text);
        assertThat(page.features()).doesNotContain(Feature.DIAGRAM);
        assertThat(page.html()).doesNotContain("class=\"mermaid\"").contains("diagram is not drawn: ");
        assertThat(Fixture.note(text).problems())
                .extracting(Problem::kind, Problem::line)
                .containsExactly(tuple(Problem.Kind.UNDRAWN, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "graph LR⏎A[Image: a] -->|src = 5| B[C:\\foo]",
                "graph LR⏎A@{ img: \"/pictures/a.png\", label: \"A\" }",
                "graph LR⏎A@{ shape: rect, label: \"img\" }",
                "graph LR⏎A[\"<img src='a/b.png' width=40> <b>x</b><br/>y\"]",
                "graph LR⏎A⏎style A fill:#f9f,stroke:#333⏎classDef x fill:#fff",
                "graph LR⏎A⏎click A \"https://example.org\" \"Tip\"",
                "%%{init: {\"flowchart\": {\"curve\": \"linear\"}}}%%⏎graph LR⏎A --> B",
                "sequenceDiagram⏎A->>B: see https://example.org/a.png",
            })
    void otherDiagramsAreDrawn(String source) {
        String text = "```mermaid\n" + source.replace("⏎", "\n") + "\n```\n";
        assertThat(Fixture.rendered(text).features()).containsExactly(Feature.DIAGRAM);
        assertThat(Fixture.note(text).problems()).isEmpty();
    }

    /** What a diagram says about these in its own settings does not count. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "secure",
                "securityLevel",
                "theme",
                "themeVariables",
                "themeCSS",
                "fontFamily",
                "altFontFamily",
                "htmlLabels",
                "dompurifyConfig",
            })
    void diagramMaySetNothingThatStylesOrLoads(String setting) throws IOException {
        String script = Files.readString(Path.of("src/main/resources/garden/assets/diagram.js"));
        String secure = script.substring(script.indexOf("const secure = ["), script.indexOf("];"));
        assertThat(secure).contains("'" + setting + "'", "stylingSettings(mermaid.mermaidAPI.defaultConfig)");
        assertThat(script).contains("securityLevel: 'strict',\n    secure,\n");
    }

    @Test
    void noteCannotMakeItsOwnElementsBeDrawn() {
        assertThat(Fixture.html("<pre class='a mermaid'>graph LR</pre>\n\n<span class=\"math inline\">x</span>"))
                .doesNotContain("mermaid", "math")
                .contains("graph LR", "x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '§',
            value = {
                "{ => }",
                "\\sqrt{ => }",
                "\\left( => \\right)",
                "\\begin{matrix} => \\end{matrix}",
                "x^{ => }",
                "\\sqrt => x",
            })
    void formulaIsDrawnOnlyWhenItNestsFortyDeepAtMost(String open, String close) {
        boolean isChain = close.equals("x");
        String fine = open.repeat(39) + "y" + (isChain ? "" : close.repeat(39));
        String deep = open.repeat(100) + "y" + (isChain ? "" : close.repeat(100));
        assertThat(Fixture.rendered("$" + fine + "$ $$" + fine + "$$").features())
                .containsExactly(Feature.MATH);
        assertThat(Fixture.note("$" + fine + "$").problems()).isEmpty();
        for (String text :
                List.of("$" + deep + "$", "a $$" + deep + "$$", "$$\n" + deep + "\n$$", "> - $" + deep + "$")) {
            RenderedNote page = Fixture.rendered(text);
            assertThat(page.features()).isEmpty();
            assertThat(page.html()).contains("<code>").doesNotContain("math");
            assertThat(Fixture.note(text).problems()).extracting(Problem::kind).containsExactly(Problem.Kind.UNDRAWN);
        }
    }

    @Test
    void longFormulaIsNotADeepOne() {
        assertThat(Fixture.note("$" + "\\alpha\\sqrt{x}_1^2 + ".repeat(200) + "1$")
                        .problems())
                .isEmpty();
    }

    @Test
    void rawTexIsInNoSentenceSummaryOrFeed() {
        String text = "So $n + 1$ and $\\frac{1}{2}$ of [[elm]] is $x^2$.\n\n$$\n\\int f\n$$\n";
        assertThat(Fixture.note(text).summary()).isEqualTo("So n + 1 and … of elm is ….");
        assertThat(Fixture.note(text)
                        .localLinks()
                        .map(link -> link.place().excerpt().text()))
                .containsExactly("So n + 1 and … of elm is ….");
        assertThat(Fixture.note(text)
                        .localLinks()
                        .map(link -> link.place().excerpt().words()))
                .containsExactly("elm");
        assertThat(Fixture.parsed(text).text()).contains("\\frac{1}{2}", "\\int f");
        assertThat(Fixture.rendered(text).htmlWithoutTex())
                .contains("So n + 1 and … of ", " is ….", "<p>…</p>")
                .doesNotContain("\\", "x^2", "class=\"math");
        assertThat(Fixture.rendered("$\\hat{{{{x}}}}$").htmlWithoutTex().strip())
                .isEqualTo("<p>…</p>");
    }
}
