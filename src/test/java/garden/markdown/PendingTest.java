package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import garden.markdown.model.LinkTarget;
import garden.markdown.model.LinkTargets;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Problem;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a parser says that had no time. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PendingTest {

    private static final String REASON = "not begun yet, since 8 notes before it are still being read";

    private final BusyMarkdown busy = new BusyMarkdown();

    @AfterEach
    void close() {
        busy.close();
    }

    private Note note(String text) {
        return Fixture.parsed(busy.markdown(), text).note();
    }

    @Test
    void noteIsPendingAndNothingOfItsTextIsAFact() {
        busy.busy();
        Note note = note("# Oak\n\n[[elm]] #tree");
        assertThat(note.isPending()).isTrue();
        assertThat(note.problems()).containsExactly(new Problem(Problem.Kind.PENDING, 1, REASON));
        assertThat(note.links()).isEmpty();
        assertThat(note.frontMatter().isDraft()).isFalse();
    }

    @Test
    void noteWhoseFrontMatterIsPendingIsHidden() {
        busy.busy();
        Note note = note("---\ntitle: T\n---\ntext");
        assertThat(note.isPending()).isTrue();
        assertThat(note.frontMatter().isDraft()).isTrue();
        assertThat(note.problems()).containsExactly(new Problem(Problem.Kind.PENDING, 1, "front matter: " + REASON));
    }

    @Test
    void frontMatterAloneIsHiddenAsWell() {
        busy.busy();
        byte[] content = "---\ntitle: T\n---\ntext".getBytes(StandardCharsets.UTF_8);
        assertThat(busy.markdown().frontMatter(content).isDraft()).isTrue();
    }

    @Test
    void soIsAFileInAnotherEncoding() {
        byte[] content = "---\ntitle: T\n---\ntext without end".getBytes(StandardCharsets.UTF_16);
        NotePath path = new NotePath("oak.md");
        busy.busy();
        Note note = busy.markdown().parse(path, Fixture.BLOB, content).note();
        assertThat(note.isPending()).isTrue();
        assertThat(note.frontMatter().isDraft()).isTrue();
        busy.free();
        Note read = busy.markdown().parse(path, Fixture.BLOB, content).note();
        assertThat(read.frontMatter().isDraft()).isFalse();
        assertThat(read.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.NOT_TEXT);
    }

    @Test
    void afterwardsTheNoteIsAsAlways() {
        String text = "---\ntitle: T\n---\n# Oak\n\n[[elm]] #tree";
        busy.busy();
        assertThat(note(text).isPending()).isTrue();
        busy.free();
        assertThat(note(text)).isEqualTo(Fixture.note(text));
    }

    @Test
    void pageIsTextForNow() {
        Note note = note("*a* <b>");
        byte[] content = "*a* <b>".getBytes(StandardCharsets.UTF_8);
        busy.busy();
        RenderedNote page = busy.markdown().render(note, content, new Fixture.Targets());
        assertThat(page.isPending()).isTrue();
        assertThat(page.html())
                .isEqualTo("<p class=\"notice\">Shown as plain text for now: " + REASON
                        + "</p>\n<pre class=\"source\">*a* &lt;b&gt;</pre>");
    }

    @Test
    void pageThatShowsAPendingNoteIsPending() {
        Note host = note("![[elm]]");
        LinkTarget.Passage passage = new LinkTarget.Passage("/elm", "Elm", new NotePath("elm.md"), "");
        LinkTargets targets = new LinkTargets() {
            @Override
            public LinkTarget target(garden.note.Link.Local link) {
                return passage;
            }

            @Override
            public String href(garden.note.Tag tag) {
                return "#";
            }
        };
        RenderedNote page = busy.markdown().render(host, "![[elm]]".getBytes(StandardCharsets.UTF_8), targets);
        Note elm = note("text");
        busy.busy();
        RenderedNote filled = busy.markdown()
                .filled(
                        host.path(),
                        page,
                        asked -> java.util.Optional.of(busy.markdown()
                                .render(elm, "text".getBytes(StandardCharsets.UTF_8), new Fixture.Targets())));
        assertThat(page.isPending()).isFalse();
        assertThat(filled.isPending()).isTrue();
    }

    @Test
    void overBudgetIsAVerdictAndNotPending() {
        assertThat(note(">".repeat(5_000)).isPending()).isFalse();
    }
}
