package garden.markdown.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import garden.markdown.Fixture;
import garden.note.Heading;
import garden.note.Link;
import garden.note.Note;
import garden.note.Tag;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CalloutTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "note => note Note",
                "abstract => abstract Abstract",
                "summary => abstract Summary",
                "tldr => abstract Tldr",
                "info => info Info",
                "todo => todo Todo",
                "tip => tip Tip",
                "hint => tip Hint",
                "important => tip Important",
                "success => success Success",
                "check => success Check",
                "done => success Done",
                "question => question Question",
                "help => question Help",
                "faq => question Faq",
                "warning => warning Warning",
                "caution => warning Caution",
                "attention => warning Attention",
                "failure => failure Failure",
                "fail => failure Fail",
                "missing => failure Missing",
                "danger => danger Danger",
                "error => danger Error",
                "bug => bug Bug",
                "example => example Example",
                "quote => quote Quote",
                "cite => quote Cite",
                "IMPORTANT => tip Important",
                "CAUTION => warning Caution",
                "my-own => note My-own",
                "note|no-icon wide => note Note",
            })
    void typeSetsTheLookAndTheTitle(String written, String typeAndTitle) {
        String[] expected = typeAndTitle.split(" ", 2);
        assertThat(Fixture.html("> [!" + written + "]\n> b"))
                .isEqualTo("<div class=\"callout\" data-callout=\"" + expected[0] + "\">\n<p class=\"callout-title\">"
                        + expected[1] + "</p>\n<p>b</p>\n</div>");
    }

    @Test
    void titleMayHoldMarkupAndLinks() {
        assertThat(Fixture.html(">[!quote] The *old* [[elm]] #a"))
                .isEqualTo("<div class=\"callout\" data-callout=\"quote\">\n"
                        + "<p class=\"callout-title\">The <em>old</em> <a class=\"internal\" href=\"/elm\">elm</a>"
                        + " <a class=\"tag\" href=\"/tags/a\">#a</a></p>\n"
                        + "</div>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "+ => <details class=\"callout\" data-callout=\"tip\" open=\"open\">",
                "- => <details class=\"callout\" data-callout=\"tip\">"
            })
    void signAfterTheTypeMakesItFold(String sign, String start) {
        assertThat(Fixture.html("> [!tip]" + sign + " T\n> b"))
                .isEqualTo(start + "\n<summary class=\"callout-title\">T</summary>\n<p>b</p>\n</details>");
    }

    @Test
    void emphasisDoesNotReachFromTheTitleIntoTheText() {
        assertThat(Fixture.html("> [!note] a *b\n> c* d")).contains(">a *b</p>\n<p>c* d</p>");
    }

    @Test
    void calloutsNestAndHoldListsTablesAndCode() {
        assertThat(Fixture.html("""
            - a
              > [!note] A
              > - [ ] x
              >
              > > [!bug]- B
              > > | y |
              > > |---|
              > > | z |
              >
              > ```
              > [!tip]
              > ```
            """)).isEqualTo("""
                <ul><li>a
                <div class="callout" data-callout="note">
                <p class="callout-title">A</p>
                <ul><li class="task" data-task=" "><input type="checkbox" disabled="disabled" aria-label="open" /> x</li></ul>
                <details class="callout" data-callout="bug">
                <summary class="callout-title">B</summary>
                <div class="table"><table><thead><tr><th>y</th></tr></thead><tbody><tr><td>z</td></tr></tbody></table></div>
                </details>
                <pre><code>[!tip]
                </code></pre>
                </div>
                </li></ul>\
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[!note] T",
                "> a\n> [!note] T",
                "> [!note",
                "> [!]",
                "> [! ]",
                "> [!note](elm.md)",
                "> ![[elm]]",
                "> [note] T",
                "> `[!note]`",
                "> [!a|b",
                "> \\[!note]",
            })
    void otherQuotationsAreNone(String text) {
        assertThat(Fixture.html(text)).doesNotContain("callout");
    }

    @Test
    void markIsNeitherTextNorSummary() {
        assertThat(Fixture.parsed("> [!quote]\n> One.\n\n> [!tip]- The *title*\n> Two.")
                        .text())
                .isEqualTo("One.\nThe title\nTwo.\n");
        assertThat(Fixture.note("> [!quote] T\n> One.").summary()).isEqualTo("One.");
    }

    @Test
    void linksTagsAndHeadingsInsideAreTheNotes() {
        Note note = Fixture.note("> [!quote] See [[a|the *a*]]. More.\n> # H\n> [[b]] #t");
        assertThat(note.links())
                .extracting(Link::span)
                .extracting(span -> span.line())
                .containsExactly(1, 3);
        assertThat(((Link.Local) note.links().getFirst()).place().excerpt().text())
                .isEqualTo("See the *a*.");
        assertThat(note.headings()).extracting(Heading::text).containsExactly("H");
        assertThat(note.tags()).extracting(Tag::name).containsExactly("t");
    }

    @Test
    void rawHtmlMayNotInventTypes() {
        assertThat(Fixture.html("<div data-callout=\"x\" data-x=\"y\">a</div>")).isEqualTo("<div>a</div>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> [!",
                ">[!note]-",
                "> [!note]\n>",
                "> [!note]\n> > [!note]\n> > > [!note]",
                "> [!note]+ [[",
            })
    void unfinishedOnesEnd(String text) {
        assertThat(Fixture.note(text).problems()).isEmpty();
        assertThat(Fixture.rendered(text).textOnly()).isEmpty();
    }

    @Test
    void manyAndDeepOnesEnd() {
        StringBuilder deep = new StringBuilder();
        for (int depth = 1; depth <= 90; depth++) {
            deep.append(">".repeat(depth)).append("[!tip]- T\n");
        }
        assertThat(Fixture.html(deep.toString()).split("<details", -1)).hasSize(91);
        assertThat(Fixture.html("> [!a]\n\n".repeat(3_000)).split("<div", -1)).hasSize(3_001);
        assertThat(Fixture.html("> [!" + "x".repeat(100_000) + "]")).doesNotContain("callout");
    }
}
