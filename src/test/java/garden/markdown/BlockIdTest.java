package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.Block;
import garden.note.Link;
import garden.note.Note;
import garden.note.Problem;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BlockIdTest {

    /** Text, {@code id = what it names}; {@code ⏎} is a line end. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "One two. ^a1 => a1 = One two. ^a1",
                "One⏎two ^a-1_B => a-1_B = One⏎two ^a-1_B",
                "One⏎^a => a = One⏎^a",
                "One  ⏎^a => a = One  ⏎^a",
                "*one* ^a => a = *one* ^a",
                "x⏎⏎## Head ^a⏎⏎y => a = ## Head ^a",
                "- x ^a⏎- y ^b => a = - x ^a | b = - y ^b",
                "- x ^a⏎  - y ^b => a = - x ^a⏎  - y ^b | b = - y ^b",
                "1. x⏎⏎   y ^a => a = y ^a",
                "- x⏎- y⏎⏎^a => a = - x⏎- y",
                "- x⏎- y⏎^a => a = - x⏎- y⏎^a",
                "- x⏎  ^a => a = - x⏎  ^a",
                "> x⏎> y ^a => a = x⏎> y ^a",
                "> x⏎> y⏎⏎^a => a = > x⏎> y",
                "> x⏎> y⏎^a => a = > x⏎> y⏎^a",
                "> [!tip] T⏎> x⏎⏎^a => a = > [!tip] T⏎> x",
                "> [!tip] T ^a⏎> x => a = > [!tip] T ^a⏎> x",
                "|x|⏎|-|⏎|y|⏎⏎^a => a = |x|⏎|-|⏎|y|",
                "|x|⏎|-|⏎|y|⏎^a => a = |x|⏎|-|⏎|y|",
                "```⏎x⏎```⏎⏎^a => a = ```⏎x⏎```",
                "x⏎⏎%%⏎no⏎%%⏎⏎^a => a = x",
                "x ^a⏎⏎^b => a = x ^a | b = x ^a",
            })
    void namesThePartItEnds(String text, String expected) {
        String source = text.replace('⏎', '\n');
        String blocks = Fixture.note(source).blocks().stream()
                .map(block -> block.id() + " = "
                        + source.substring(block.span().start(), block.span().end()))
                .collect(Collectors.joining(" | "));
        assertThat(blocks.replace('\n', '⏎')).isEqualTo(expected.replaceFirst("x => ", "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x^2",
                "^a",
                "x ^a y",
                "x ^a\ny",
                "x ^",
                "x ^a.b",
                "x ^ä",
                "`x ^a`",
                "```\nx ^a\n```",
                "|x ^a|\n|-|\n|y ^b|",
                "x \\^a",
                "[[elm#^a]]",
            })
    void isNoneElsewhere(String text) {
        assertThat(Fixture.note(text).blocks()).isEmpty();
        assertThat(Fixture.html(text)).contains("^");
    }

    @Test
    void isNeitherTextNorSummaryNorHeading() {
        Note note = Fixture.note("# Head ^h\n\nSee [[elm]]. ^p\n\n- x ^i\n\n^l\n");
        assertThat(Fixture.parsed("# Head ^h\n\nSee [[elm]]. ^p\n\n- x ^i\n\n^l\n")
                        .text())
                .isEqualTo("Head\nSee elm.\nx\n");
        assertThat(note.summary()).isEqualTo("See elm. x");
        assertThat(note.headings().getFirst().anchor()).isEqualTo("head");
        assertThat(((Link.Local) note.links().getFirst()).place().excerpt().text())
                .isEqualTo("See elm.");
        assertThat(note.words()).isEqualTo(4);
    }

    @Test
    void isAnAnchorOfThePage() {
        assertThat(Fixture.html("""
            x ^a

            ## Head ^b

            - y ^c
            - [ ] z ^d

            ^e

            > q

            ^f
            """)).isEqualTo("""
                <p id="^a">x</p>
                <h2 id="head"><span id="^b"></span>Head</h2>
                <div id="^e">
                <ul><li id="^c">y</li>\
                <li class="task" data-task=" " id="^d"><input type="checkbox" disabled="disabled" aria-label="open" /> z</li></ul>
                </div>
                <div id="^f">
                <blockquote>
                <p>q</p>
                </blockquote>
                </div>\
                """);
    }

    @Test
    void firstOfTwoWins() {
        Note note = Fixture.note("x ^a\n\ny ^A\n\nz ^b\n");
        assertThat(note.blocks()).extracting(Block::id).containsExactly("a", "b");
        assertThat(note.problems())
                .containsExactly(new Problem(
                        Problem.Kind.REPEATED_BLOCK, 3, "block id ^A is taken: expected each once in a note"));
        assertThat(Fixture.html("x ^a\n\ny ^A")).isEqualTo("<p id=\"^a\">x</p>\n<p>y</p>");
    }

    @Test
    void linkToOneOfTheSameNoteNeedsNoHash() {
        Link.Local link = (Link.Local) Fixture.note("[[^a1]] x").links().getFirst();
        assertThat(link.target()).isEmpty();
        assertThat(link.fragment()).isEqualTo("^a1");
    }
}
