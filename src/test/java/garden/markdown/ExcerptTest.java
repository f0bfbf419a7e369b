package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.Excerpt;
import garden.note.Link;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ExcerptTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "One is here. Then [[elm|the elm]] **grows**. Three. => Then {the elm} grows.",
                "[[elm]] is first. Two. => {elm} is first.",
                "One. Two [[elm]] => Two {elm}",
                "One. Two ![[elm.png]] => Two{}",
                "See [[elm#Bark#Moss]]. => See {elm > Bark > Moss}.",
                "A `code` and [*b* c](elm.md) d => A code and {b c} d",
                "Raw <a href=elm.md>the <b>elm</b></a> here. => Raw {the elm} here.",
                "A %%secret. no%% [[elm]] b => A {elm} b",
                "Fish &amp; chips\\* [[elm]] => Fish & chips* {elm}",
            })
    void isTheSentenceAroundTheLink(String text, String expected) {
        assertThat(shown(first(text))).isEqualTo(expected);
    }

    @Test
    void listItemIsAUnit() {
        assertThat(shown(first("- one\n- two [[elm]]\n  - three\n"))).isEqualTo("two {elm}");
    }

    @Test
    void tableRowIsAUnit() {
        assertThat(shown(first("|a|b|\n|-|-|\n|x|[[elm]]|\n"))).isEqualTo("x · {elm}");
    }

    @Test
    void linesOfAParagraphAreJoined() {
        assertThat(shown(first("one\ntwo [[elm]]\nthree"))).isEqualTo("one two {elm} three");
    }

    @Test
    void longSentenceIsCutAtWordsAroundTheLink() {
        Excerpt excerpt = first("word ".repeat(100) + "[[elm]]" + " word".repeat(100));
        assertThat(excerpt.text().length()).isBetween(280, 300);
        assertThat(excerpt.words()).isEqualTo("elm");
        assertThat(excerpt.before()).startsWith("…word ").endsWith(" word ");
        assertThat(excerpt.after()).startsWith(" word ").endsWith(" word…");
    }

    @Test
    void longLabelIsCutToo() {
        Excerpt excerpt = first("[[elm|" + "x".repeat(1000) + "]] y");
        assertThat(excerpt.text().length()).isLessThanOrEqualTo(300);
        assertThat(excerpt.words()).isEqualTo("x".repeat(150));
    }

    @Test
    void halfCharactersAreNeverLeft() {
        Excerpt excerpt = first("🌳".repeat(300) + "[[elm]]" + "🌳".repeat(300));
        assertThat(excerpt.text().codePoints().filter(c -> Character.getType(c) == Character.SURROGATE))
                .isEmpty();
    }

    private static Excerpt first(String text) {
        return ((Link.Local) Fixture.note(text).links().getFirst()).place().excerpt();
    }

    private static String shown(Excerpt excerpt) {
        return excerpt.before() + "{" + excerpt.words() + "}" + excerpt.after();
    }
}
