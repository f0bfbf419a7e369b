package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.FrontMatter;
import garden.note.Note;
import garden.note.Problem;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Front matter without its closing mark, or with a slip in its first line: no draft is published. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class UnclosedFrontMatterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ndraft: true",
                "---\ndraft: true\n\nA heron.",
                "---\r\ntitle: x\r\ndraft: true\r\n\r\nA heron.",
                "\uFEFF---\ndraft: true\n# Heron\n",
                "---\ntitle: x\n\ndraft: true\n\n# Heron\n\nText.",
                "---\ntitle: x\ntags:\n- a\n\n- b\n\npublish: false\n\nText.",
                "---\ntitle: x\na slip\ndraft: true\n\nText.",
                "---\na slip\ndraft: true\n\nText.",
                "---\n# a comment\nDraft: maybe\nText.",
                "---\n\nstatus: draft\n\nText.",
                "---\ndraft: true\n--\nText.",
                "---\ndraft: true\n----\nText.",
                "+++\ndraft = true",
                "+++\ntitle = 'x'\ntags = [\n'a',\n]\n\npublish = false\n\nText.",
            })
    void whatHidesHidesWithoutAnEnd(String text) {
        Note note = Fixture.note(text);
        assertThat(isHidden(note.frontMatter())).isTrue();
        assertThat(note.problems())
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("that closes it, found none"));
        assertThat(Fixture.MARKDOWN.frontMatter(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(note.frontMatter());
    }

    @Test
    void theProblemSaysWhereToCloseIt() {
        assertThat(Fixture.note("---\ntitle: x\n\ndraft: true\n\nText.").problems())
                .containsExactly(new Problem(
                        Problem.Kind.BAD_FRONT_MATTER,
                        1,
                        "front matter: expected a line --- after line 4 that closes it, found none; until then only"
                                + " what hides the note counts"));
    }

    @Test
    void anUnlistedNoteIsUnlisted() {
        assertThat(Fixture.note("---\nunlisted: true\n\nText.").frontMatter().isUnlisted())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\nA slip\n\ndraft: true\n---\nText.",
                "---\nA slip\ntitle: x\n\ntags:\n- a\n\ndraft: true\n---\nText.",
                "+++\nA slip\n\ndraft = true\n+++\nText.",
            })
    void aSlipInTheFirstLineBeforeABlankOnePublishesNoDraft(String text) {
        assertThat(isHidden(Fixture.note(text).frontMatter())).isTrue();
    }

    /** A first line {@code ---} may be a rule, CommonMark 0.31, 4.1. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\n",
                "---\nA heron.\n\nIts state is\ndraft: true",
                "---\ntitle: x\n\nA heron.\n\ndraft: true",
                "---\ntitle: x\npublish: true\n\nA heron.",
                "---\ntitle: x\ndraft: false\n\nA heron.",
                "---\nA heron.\n\nOnce more: a heron.\n\nThe end\n\ndraft: true\n\n---\n",
                "***\ndraft: true\n",
                "text\n---\ndraft: true\n",
                "+++\nA heron = a bird.\n",
            })
    void whatIsTextStaysText(String text) {
        Note note = Fixture.note(text);
        assertThat(note.frontMatter()).isEqualTo(FrontMatter.NONE);
        assertThat(note.problems()).isEmpty();
    }

    @Test
    void manyLinesAreReadInBoundedSteps() {
        assertThat(isHidden(Fixture.note("---\ndraft: true\n" + "a: b\n".repeat(200_000))
                        .frontMatter()))
                .isTrue();
        assertThat(isHidden(Fixture.note("---\ndraft: true\n" + "a ".repeat(400_000))
                        .frontMatter()))
                .isTrue();
    }

    private static boolean isHidden(FrontMatter frontMatter) {
        return frontMatter.isDraft() || !frontMatter.publish().orElse(true);
    }
}
