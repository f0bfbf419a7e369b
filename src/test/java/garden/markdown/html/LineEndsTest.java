package garden.markdown.html;

import static org.assertj.core.api.Assertions.assertThat;

import garden.markdown.Fixture;
import garden.markdown.Rendering;
import garden.markdown.model.LinkTarget;
import garden.markdown.model.LinkTargets;
import garden.note.Link;
import garden.note.NotePath;
import garden.note.SoftBreaks;
import garden.note.Tag;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line end in a paragraph is a space in CommonMark (6.8) and a line break in Obsidian ("Strict line breaks" off), wherever the paragraph is. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LineEndsTest {

    /** {@code ⏎} is a line end, and {@code ↵} a break in what is shown. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '§', textBlock = """
        a⏎b                          ¦ <p>a↵b</p>
        a⏎b⏎c                        ¦ <p>a↵b↵c</p>
        *a⏎b* [c⏎d](x)               ¦ <em>a↵b</em>
        [c⏎d](x)                     ¦ c↵d</a>
        [c⏎d]                        ¦ <p>[c↵d]</p>
        - a⏎  b⏎- c                  ¦ <li>a↵b</li>
        - a⏎b⏎⏎- c                   ¦ <p>a↵b</p>
        1. a⏎   b                    ¦ <li>a↵b</li>
        - [ ] a⏎  b                  ¦ a↵b
        > a⏎> b                      ¦ <p>a↵b</p>
        > a⏎b                        ¦ <p>a↵b</p>
        > - a⏎>   b                  ¦ <li>a↵b</li>
        > [x] a⏎> b                  ¦ a↵b
        > [!note] T⏎> a⏎> b          ¦ <p>a↵b</p>
        x[^1]⏎⏎[^1]: a⏎    b         ¦ a↵b
        x^[a⏎b]                      ¦ a↵b
        a⏎b⏎===                      ¦ a↵b</h
        a⏎<b>b</b>⏎c                 ¦ <p>a↵<b>b</b>↵c</p>
        a⏎%%c%%⏎b                    ¦ a↵
        """)
    void aLineEndIsABreakInEveryParagraph(String text, String shown) {
        String source = text.strip().replace("⏎", "\n");
        assertThat(html(source, SoftBreaks.AS_BREAKS)).contains(shown.strip().replace("↵", "<br />\n"));
        assertThat(html(source, SoftBreaks.AS_SPACES)).doesNotContain("<br");
    }

    /** Marked breaks are breaks either way, and not two. */
    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
        `a  ⏎b`    ! <p>a<br />⏎b</p>
        a\\⏎b    ! <p>a<br />⏎b</p>
        """)
    void aMarkedBreakIsOne(String text, String shown) {
        for (SoftBreaks softBreaks : SoftBreaks.values()) {
            assertThat(html(text.replace("⏎", "\n"), softBreaks).strip()).isEqualTo(shown.replace("⏎", "\n"));
        }
    }

    /** Neither tables nor HTML, code and math are paragraphs, and what is not seen has no lines. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '§', textBlock = """
        | a | b |⏎| - | - |⏎| c | d |⏎| e | f |
        | a |⏎| - |⏎| *c* [d](x) |⏎
        <div>⏎a⏎b⏎</div>
        <span⏎title="x">a</span>
        ```⏎a⏎b⏎```
        `` `a⏎b` ``
        $$⏎a⏎b⏎$$
        $a⏎b$
        a⏎^id
        a⏎⏎b
        # a⏎b
        a ⏎
        %%c%%⏎a
        a⏎%%c%%
        a⏎<!-- c -->
        ![[passage]]⏎a
        a⏎![[passage]]
        a⏎![[passage]]⏎b
        a⏎%%c%%⏎![[passage]]⏎⏎b
        """)
    void elsewhereItIsNone(String text) {
        assertThat(html(text.replace("⏎", "\n"), SoftBreaks.AS_BREAKS))
                .isNotBlank()
                .doesNotContain("<br");
    }

    @Test
    void aRemarkOnALineOfItsOwnLeavesOneBreak() {
        assertThat(html("a\n%%c%%\nb\n%%c%% %%d%%\n%%e%%\nc", SoftBreaks.AS_BREAKS)
                        .split("<br />", -1))
                .hasSize(3);
    }

    @Test
    void aPictureInTheTextIsALineOfIt() {
        assertThat(html("a\n![[x.png]]\nb", SoftBreaks.AS_BREAKS).split("<br />", -1))
                .hasSize(3);
    }

    /** Every line end looks for what is seen beside it, and none looks twice at the same. */
    @Test
    void manyUnseenLinesAreLookedAtOnce() {
        String text = "a\n" + "%%c%%\n".repeat(3_000) + "b" + "%%c%%".repeat(3_000) + "\nc";
        assertThat(html(text, SoftBreaks.AS_BREAKS).split("<br />", -1)).hasSize(3);
    }

    private static String html(String text, SoftBreaks softBreaks) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return Fixture.MARKDOWN
                .render(Fixture.note(text), new Rendering("", softBreaks), content, new Passages(new Fixture.Targets()))
                .html();
    }

    /** As the fixture's targets, and {@code passage} is another note that is shown in the text. */
    private record Passages(LinkTargets others) implements LinkTargets {

        @Override
        public LinkTarget target(Link.Local link) {
            return link.target().equals("passage")
                    ? new LinkTarget.Passage("/passage", "Passage", new NotePath("passage.md"), "")
                    : others.target(link);
        }

        @Override
        public String href(Tag tag) {
            return others.href(tag);
        }
    }
}
