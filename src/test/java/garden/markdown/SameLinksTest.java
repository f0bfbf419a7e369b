package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.Link;
import garden.note.Note;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariant: the note and its page see the same links; both are made from one walk. Random texts out of pieces of syntax. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SameLinksTest {

    private static final String[] PIECES = {
        "[[a]]",
        "[[b#c|d]]",
        "![[e.png|30]]",
        "![[f]]",
        "[g](h.md)",
        "[g *i*](<j k.md> 't')",
        "![l|20](m.png)",
        "[n]",
        "[n][o]",
        "\n\n[n]: p.md\n\n",
        "https://q.r/s",
        "me@q.r",
        "<a href=t.md>",
        "</a>",
        "<img src=u.png>",
        "<div>",
        "</div>\n",
        "<!--",
        "-->",
        "%%",
        "\n%%\n",
        "`",
        "```\n",
        "\n",
        "\n\n",
        "\n- ",
        "\n  - [ ] ",
        "\n> ",
        "\n> [!tip]- ",
        "\n# ",
        "\n|a|b|\n|-|-|\n|",
        "|",
        "\\",
        "*",
        "**",
        "_",
        "~~",
        "[",
        "]",
        "(",
        ")",
        "![",
        "[^1]",
        "^[",
        "^[f [[g]] *h*]",
        "==",
        " ^b1",
        "\n^b2\n",
        "\n- [-] ",
        "\n===\n",
        "<style>",
        "</style>",
        "\n\n[^1]: ",
        "    ",
        "#tag",
        " word ",
        "é",
        "🌳",
        "&amp;",
        "<script>",
        "</script>",
        "\r\n",
        "\t",
        "\0",
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void pageAsksForTheLinksOfTheNoteAndNoOthers(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            check(text(random));
        }
    }

    private static void check(String text) {
        Note note = Fixture.note(text);
        Fixture.Targets targets = new Fixture.Targets();
        RenderedNote page = Fixture.MARKDOWN.render(note, text.getBytes(StandardCharsets.UTF_8), targets);
        assertThat(page.textOnly()).as(text).isEmpty();
        assertThat(note.links())
                .as(text)
                .isSortedAccordingTo(Comparator.comparingInt(link -> link.span().start()));
        List<Link.Local> local = note.links().stream()
                .filter(Link.Local.class::isInstance)
                .map(Link.Local.class::cast)
                .toList();
        assertThat(targets.asked).as(text).containsExactlyInAnyOrderElementsOf(local);
        assertThat(new HashSet<>(local)).as(text).hasSameSizeAs(local);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = 1 + random.nextInt(40);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
