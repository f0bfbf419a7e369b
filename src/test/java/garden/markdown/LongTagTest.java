package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.Note;
import garden.note.Problem;
import garden.note.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each level of a tag has a page and a list, so that levels without end would be pages without end. */
class LongTagTest {

    @ParameterizedTest
    @ValueSource(ints = {31, 8_000, 25_000})
    void aTagOfManyLevelsIsTextAndAProblem(int levels) {
        String deep = "#" + "a/".repeat(levels - 1) + "a";
        Note note = Fixture.note("one\n\nline " + deep + " and #oak");
        assertThat(note.tags()).containsExactly(new Tag("oak"));
        assertThat(note.problems())
                .containsExactly(new Problem(
                        Problem.Kind.LONG_TAG,
                        3,
                        "tag #" + "a/".repeat(15) + "…: expected at most 250 characters and 30 levels"));
        assertThat(Fixture.html("line " + deep)).isEqualTo("<p>line " + deep + "</p>");
    }

    @Test
    void aLongNameIsTextAndAProblem() {
        assertThat(Fixture.note("#" + "x".repeat(251)).tags()).isEmpty();
        assertThat(Fixture.note("#" + "x".repeat(250)).tags()).hasSize(1);
    }

    @Test
    void soItIsInFrontMatter() {
        Note note = Fixture.note("---\ntags: [oak, " + "a/".repeat(30) + "a]\n---\n");
        assertThat(note.tags()).containsExactly(new Tag("oak"));
        assertThat(note.problems())
                .containsExactly(new Problem(
                        Problem.Kind.BAD_FRONT_MATTER,
                        2,
                        "tags: expected at most 250 characters and 30 levels, found \"" + "a/".repeat(15) + "…\""));
    }

    @Test
    void problemsOfTagsHaveALimitToo() {
        assertThat(Fixture.note(("#" + "a/".repeat(30) + "a ").repeat(1_000)).problems())
                .hasSize(100);
    }
}
