package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import garden.markdown.budget.LateException;
import garden.markdown.budget.OverBudgetException;
import garden.markdown.model.WikiOrder;
import garden.markdown.reading.BodyContent;
import garden.markdown.reading.PartedBody;
import garden.markdown.text.Source;
import garden.note.Link;
import garden.note.Note;
import garden.note.ParsedNote;
import garden.note.Problem;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Notes that are refused in one piece, however short: what they say is read in parts, and their page is their text. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RefusedNoteTest {

    private static final int MANY = 9_000;

    private static String many(String line) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> line.replace("#", String.valueOf(i)))
                .collect(Collectors.joining());
    }

    static Stream<Arguments> refused() {
        String table = "too many lines in one table or quote: expected at most 8000";
        String paragraph = "too much markup in one paragraph: expected at most 5000 brackets, stars and the like";
        String nesting = "nested too deeply: expected at most 100 quotes and lists inside each other";
        return Stream.of(
                Arguments.of("| a | b |\n|---|---|\n" + many("| [[n#]] | words |\n"), table),
                Arguments.of("a | b\n--|--\n" + many("[x](n#.md) | words\n"), paragraph),
                Arguments.of("> [!note] Callout\n" + many("> words [[n#]]\n>\n"), table),
                Arguments.of(many("words [[n#]], "), paragraph),
                Arguments.of(many("words *of* [x](n#.md)\n"), paragraph),
                Arguments.of("> ".repeat(200) + "deep\n\n" + many("- [[n#]]\n"), nesting));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String text, String why) {
        Note note = Fixture.note(text);

        assertThat(note.links()).hasSize(MANY);
        for (int i = 0; i < MANY; i++) {
            assertThat(((Link.Local) note.links().get(i)).target()).startsWith("n" + i);
        }
        assertThat(note.problems().getFirst()).isEqualTo(new Problem(Problem.Kind.OVER_BUDGET, 1, why));
        RenderedNote page = Fixture.rendered(text);
        assertThat(page.html()).startsWith("<p class=\"notice\">Shown as plain text: " + why + "</p>\n");
        assertThat(page.html().split("<a ", -1)).hasSize(MANY + 1);
        assertThat(page.textOnly()).isEmpty();
    }

    @Test
    void whatIsHiddenStaysHidden() {
        String text =
                "[[a]] %% [[secret]] #secret %%\n\n%%\nsecret\n\n" + "> ".repeat(200) + "%%\n\n<!-- [[secret]]\n\n"
                        + "secret --> [[b]]\n\n<script>\nsecret\n\n[[secret]]</script>\n\n" + ">".repeat(101) + "x\n";
        ParsedNote parsed = Fixture.parsed(text);

        assertThat(parsed.note().localLinks().map(Link.Local::target)).containsExactly("a", "b");
        assertThat(parsed.note().tags()).isEmpty();
        assertThat(parsed.note().problems())
                .extracting(Problem::message)
                .containsExactly(
                        "nested too deeply: expected at most 100 quotes and lists inside each other",
                        "links of this part are not read: nested too deeply: expected at most 100 quotes and lists"
                                + " inside each other");
        assertThat(parsed.text()).doesNotContain("secret");
        assertThat(Fixture.html(text)).doesNotContain("secret").contains(">[[a]]</a>", ">[[b]]</a>");
    }

    /** Links are live and nothing else is: no scheme that runs, no markup of the author's. */
    @Test
    void nothingOnThePageRuns() {
        String text = "[a](javascript:alert(1)) [b](JaVaScRiPt:alert(2)) [c](data:text/html,x) <javascript:alert(3)>"
                + " [[x\" onmouseover=\"alert(4)]] [[<img src=x onerror=alert(5)>]]\n![i](x\" onerror=\"alert(6))"
                + " [d](vbscript:x) <a href=\"javascript:alert(7)\">y</a> <img src=x onerror=alert(8)>\n\n"
                + "[e] [f](&#106;avascript:alert(9)) [h](https://example.org/\"onclick=alert(10))\n\n"
                + "[e]: javascript:alert(11)\n\n## Head {#x\"onclick=alert(12)}\n\n<svg onload=alert(13)> ^x\n\n"
                + ">".repeat(200);
        String html = Fixture.html(text);

        assertThat(html)
                .contains("<pre class=\"source\">[a](javascript:alert(1))")
                .contains("<a class=\"internal");
        assertThat(html.replaceAll("\"[^\"]*\"", "")).doesNotContainPattern("<[^>]* on\\w+=|<(svg|img|script)");
        assertThat(html).doesNotContainPattern("(?i)(href|src)=\"(javascript|vbscript|data):");
    }

    @Test
    void aDraftStaysADraft() {
        Note note = Fixture.note("---\ndraft: true\n---\n[[a]]\n\n" + ">".repeat(200));
        assertThat(note.frontMatter().isDraft()).isTrue();
        assertThat(note.links()).hasSize(1);
    }

    private static PartedBody parted(String text, PartedBody.Budget budget) {
        return new PartedBody(Source.of(text), Fixture.LIMITS, WikiOrder.NAME_FIRST, budget);
    }

    private static Problem why() {
        return new Problem(Problem.Kind.OVER_BUDGET, 1, "refused");
    }

    @Test
    void onePartThatIsLateMakesAllPending() {
        AtomicInteger parts = new AtomicInteger();
        PartedBody body = parted("words\n\n".repeat(20_000), work -> {
            if (parts.incrementAndGet() == 2) {
                throw new LateException("late");
            }
            throw new OverBudgetException("refused");
        });
        assertThatThrownBy(() -> body.read(0, why())).isInstanceOf(LateException.class);
    }

    /** What makes parts small and many, and what opens them long. */
    static Stream<String> costly() {
        String definitions = IntStream.range(0, 40)
                .mapToObj(i -> "[" + (char) ('A' + i) + "]: /" + "x".repeat(1_900) + "\n")
                .collect(Collectors.joining());
        String labels = IntStream.range(0, 40)
                .mapToObj(i -> "[" + (char) ('A' + i) + "]\n")
                .collect(Collectors.joining());
        String deep = "> ".repeat(120) + "x\n\n";
        return Stream.of(
                definitions + "\n" + (labels + "\n" + deep).repeat(500),
                definitions + "\n" + (labels.repeat(30) + deep).repeat(100),
                ("- ".repeat(120) + "x\n" + "\n".repeat(2_000)).repeat(50),
                ("- ".repeat(99) + "x\n" + "\n".repeat(2_000)).repeat(50) + deep,
                deep.repeat(1_000));
    }

    @ParameterizedTest
    @MethodSource
    void costly(String text) throws LateException {
        AtomicInteger runs = new AtomicInteger();
        PartedBody body = parted(text, work -> {
            runs.incrementAndGet();
            throw new OverBudgetException("refused");
        });
        BodyContent content = body.read(0, why());

        assertThat(body.parsed()).isBetween((long) text.length(), 8L * text.length());
        assertThat(runs.get()).isLessThan(8 * text.length() / 256);
        assertThat(content.words().text()).contains("x");
    }

    @Test
    void whatIsLeftWhenAllWorkIsUsedIsWords() {
        String definitions = IntStream.range(0, 26)
                .mapToObj(i -> "[" + (char) ('a' + i) + "]: /" + "x".repeat(1_900) + "\n")
                .collect(Collectors.joining());
        String labels = IntStream.range(0, 26)
                .mapToObj(i -> "[" + (char) ('a' + i) + "]\n")
                .collect(Collectors.joining());
        Note note = Fixture.note("[[first]]\n\n" + definitions + "\n"
                + (labels + "\n" + "> ".repeat(120) + "x\n\n").repeat(500) + "[[last]]\n");

        assertThat(note.localLinks().map(Link.Local::target)).contains("first").doesNotContain("last");
        assertThat(note.problems())
                .extracting(Problem::message)
                .anyMatch(message -> message.equals(
                        "links from here on are not read: the text before was parsed as often as it may be"));
    }
}
