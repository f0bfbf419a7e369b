package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import garden.markdown.budget.BudgetScan;
import garden.note.Block;
import garden.note.Heading;
import garden.note.Link;
import garden.note.Note;
import garden.note.ParsedNote;
import garden.note.Problem;
import garden.note.Tag;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts made to hang or crash a Markdown parser: each ends, none of them throws, and what stands beside them is read. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileTest {

    /** These take flexmark more than 20 seconds, or overflow an ordinary stack; the scan must see them. */
    static Stream<String> refused() {
        return Stream.of(
                "a**b" + "c* ".repeat(50_000),
                "[a](<b".repeat(50_000),
                ">".repeat(5_000),
                "> ".repeat(5_000) + "x",
                "- ".repeat(5_000) + "x",
                IntStream.range(0, 500).mapToObj(i -> "  ".repeat(i) + "- x\n").collect(Collectors.joining()),
                "[(".repeat(50_000),
                "[[".repeat(50_000),
                "![".repeat(20_000) + "](x)".repeat(20_000),
                "*a **b ".repeat(20_000),
                "==a ".repeat(10_000),
                "a==b".repeat(10_000),
                "x===y ".repeat(10_000),
                "^[".repeat(10_000),
                "^[".repeat(10_000) + "]".repeat(10_000),
                "|a|b|\n|-|-|\n" + "|a|b|\n".repeat(BudgetScan.MAX_ROWS),
                "a | b\n- | -\n" + "[x](y) | b\n".repeat(BudgetScan.MAX_ROWS),
                "> a\n".repeat(BudgetScan.MAX_ROWS + 1),
                "x".repeat(Fixture.LIMITS.maxNoteBytes() + 1));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String body) {
        String text = "---\ntitle: T\n---\n" + body;
        Note note = Fixture.note(text);
        assertThat(note.title()).isEqualTo("T");
        assertThat(note.problems()).extracting(Problem::kind).containsOnly(Problem.Kind.OVER_BUDGET);
        assertThat(note.problems().getFirst().line()).isEqualTo(4);
        assertThat(note.problems().getFirst().message()).doesNotStartWith("links ");
        assertThat(Fixture.html(text))
                .startsWith("<p class=\"notice\">Shown as plain text: ")
                .contains("</p>\n<pre class=\"source\">")
                .endsWith("</pre>");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatStandsBesideIsRead(String body) {
        String text = "# First\n\n[[before]] #one\n\n" + body + "\n\n# Last\n\nwords [[after|it]] #two ^id\n";
        ParsedNote parsed = Fixture.parsed(text);
        Note note = parsed.note();

        assertThat(note.localLinks().map(Link.Local::target))
                .startsWith("before")
                .endsWith("after");
        assertThat(note.headings())
                .extracting(Heading::anchor)
                .startsWith("first")
                .endsWith("last");
        assertThat(note.tags()).extracting(Tag::toString).startsWith("one").endsWith("two");
        assertThat(note.blocks()).extracting(Block::id).containsExactly("id");
        assertThat(note.summary()).startsWith("before #one");
        assertThat(parsed.text()).startsWith("First\nbefore #one\n").endsWith("Last\nwords it #two\n");
        assertThat(Fixture.html(text))
                .contains("<a class=\"internal\" href=\"/before\">[[before]]</a>")
                .contains("<span id=\"last\"></span># Last")
                .endsWith("<a class=\"internal\" href=\"/after\">[[after|it]]</a> #two ^id\n</pre>");
    }

    /** Just below what the scan refuses, or of a kind that it does not look for. */
    static Stream<String> survived() {
        int many = BudgetScan.MAX_DELIMITERS - 10;
        return Stream.of(
                "",
                "\0\0",
                "---",
                "\uFEFF",
                "a**b" + "c* ".repeat(many),
                "[a](<b".repeat(many / 4),
                "[a](".repeat(many / 3),
                "![".repeat(many / 5) + "](x)".repeat(many / 5),
                "*a ".repeat(many / 2) + "b*".repeat(many / 2),
                "_*".repeat(many / 2),
                "<!-- a".repeat(many / 2),
                "a&amp;b ".repeat(20_000),
                "a@b.c ".repeat(20_000),
                "https://e.org/x ".repeat(5_000),
                "#a ".repeat(20_000),
                "%% a".repeat(20_001),
                "\\".repeat(40_000),
                "# a\n".repeat(5_000),
                "- a\n".repeat(5_000),
                "|a|b|\n|-|-|\n" + "|[[x]]|y|\n".repeat(1_000),
                "> a\n\n".repeat(BudgetScan.MAX_ROWS + 1),
                "```\n" + "|a|b|\n".repeat(BudgetScan.MAX_ROWS + 1),
                "|a".repeat(5_000) + "|\n" + "|-".repeat(5_000) + "|\n",
                "a[^1] ".repeat(1_000) + "\n\n[^1]: x [^1] [^2]\n\n[^2]: [^1]",
                "<div>\n\n".repeat(1_000),
                "<a href=\"".repeat(2_000),
                "<div>\n" + "<".repeat(4_000),
                "<!--",
                "<div",
                "<img src=x onerror=",
                "```",
                "%%\n[[elm]]",
                "[[elm|",
                "![[",
                "[^1]:",
                "|\n-|",
                "> - > - 1. > # [[x]]");
    }

    /** Marks, footnotes, block ids and tasks: unfinished, or many. */
    static Stream<String> survivedSyntaxOfObsidian() {
        return Stream.of(
                "==",
                "==a",
                "^[",
                "^[a",
                "^[]",
                "x ^",
                "- [",
                "- [x",
                "- [x]",
                "> [!tip] ^[ ==",
                "x ^a ".repeat(10_000),
                "^a\n".repeat(3_000),
                ("^[" + "x".repeat(300) + " ").repeat(2_000),
                "a^[b] ".repeat(1_600),
                "- [-] a\n".repeat(5_000),
                "<script>".repeat(2_000),
                "======\n".repeat(5_000),
                "[a]: b\n".repeat(2_000) + "===\n",
                "<textarea>\n\n".repeat(1_000),
                "~~~ ```\n".repeat(1_001),
                "`\\|".repeat(2_000) + "\n|-|\n",
                "&#99999999;".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource({"survived", "survivedSyntaxOfObsidian"})
    void survived(String text) {
        assertThat(Fixture.note(text).problems()).isEmpty();
        assertThat(Fixture.rendered(text).textOnly()).isEmpty();
    }

    @Test
    void repeatedBlockIdsMakeAHundredProblemsAtMost() {
        Note note = Fixture.note("x ^a\n\n".repeat(10_000));
        assertThat(note.blocks()).hasSize(1);
        assertThat(note.problems()).hasSize(100);
    }

    @Test
    void fileThatIsNoTextIsNotShown() {
        byte[] content = new byte[20_000];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (i * 7);
        }
        Note note = Fixture.note("x");
        Note binary = Fixture.MARKDOWN.parse(note.path(), note.blob(), content).note();
        assertThat(binary.problems())
                .containsExactly(
                        new Problem(Problem.Kind.NOT_TEXT, 1, "not text: expected UTF-8, found bytes that are none"));
        assertThat(Fixture.MARKDOWN
                        .render(binary, content, new Fixture.Targets())
                        .html())
                .isEqualTo("<p class=\"notice\">Not shown: not text: expected UTF-8, found bytes that are none</p>\n");
    }

    @Test
    void invalidUtf8IsReplaced() {
        byte[] content = {'a', (byte) 0xFF, (byte) 0xC3, ' ', 'b'};
        Note note = Fixture.note("x");
        assertThat(Fixture.MARKDOWN.parse(note.path(), note.blob(), content).text())
                .isEqualTo("a\uFFFD\uFFFD b\n");
    }

    @Test
    void pageThatWouldExplodeIsShownAsText() {
        String text = "[[a]] quoted: " + ("\"".repeat(1_000) + "\n\n").repeat(900);
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        RenderedNote page = Fixture.MARKDOWN.render(Fixture.note(text), content, new Fixture.Targets());
        assertThat(page.textOnly().map(Problem::message))
                .contains("its page is too large: expected at most 4194304 characters");
        assertThat(page.html())
                .contains("</p>\n<pre class=\"source\"><a class=\"internal\" href=\"/a\">[[a]]</a> quoted: &#34;");
    }

    /** As cmark has it: references add no more than the text is long, and 100,000 characters at least. */
    @Test
    void aLongDefinitionIsNotReadForEachUse() {
        String text = "[a]: /" + "x".repeat(99_998) + "\n[b]: c\n\n" + "[a] [b]\n\n".repeat(1_000) + "![a]\n";
        Note note = Fixture.note(text);

        assertThat(note.links()).hasSize(1_001);
        assertThat(note.links().stream()
                        .filter(link -> link instanceof Link.Local local
                                && local.target().startsWith("/x")))
                .hasSize(1);
        assertThat(note.problems()).isEmpty();
        assertThat(Fixture.html(text))
                .hasSizeLessThan(300_000)
                .contains("xxx\">a</a> <a class=\"internal\" href=\"/c\">b</a></p>")
                .endsWith("<p>[a] <a class=\"internal\" href=\"/c\">b</a></p>\n<p>![a]</p>");
    }

    @Test
    void aDefinitionMayBeUsedOftenInALongText() {
        String text = "[a]: /" + "x".repeat(200) + "\n\n" + ("[a] " + "words ".repeat(40) + "\n\n").repeat(4_000);

        assertThat(Fixture.note(text).links()).hasSize(4_000);
        assertThat(Fixture.note("[a]: /" + "x".repeat(198) + "\n\n" + "[a]\n\n".repeat(500))
                        .links())
                .hasSize(500);
    }

    @Test
    void markupIsTextInAnOverBudgetNote() {
        String text = "<b onclick=x>x</b>" + ">".repeat(6_000);
        assertThat(Fixture.html(text)).contains("&lt;b onclick").doesNotContain("<b");
    }
}
