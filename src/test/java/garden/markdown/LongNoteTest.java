package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import garden.markdown.budget.BudgetScan;
import garden.markdown.model.MarkdownLimits;
import garden.markdown.text.TextParts;
import garden.note.Heading;
import garden.note.Link;
import garden.note.Note;
import garden.note.ParsedNote;
import garden.note.Problem;
import garden.note.SoftBreaks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Notes longer than what is rendered whole: what they say is read in parts, and their page is their text. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LongNoteTest {

    private static final int WHOLE = Fixture.LIMITS.maxNoteBytes();

    /** So short that a text of few parts is a long note. */
    private static final int SHORT = 1_000;

    private static final Markdown IN_PARTS = new Markdown(
            new MarkdownLimits(SHORT, Fixture.LIMITS.maxReadBytes(), 100, 1 << 22, Fixture.LIMITS.processorTime()));

    private static final String FRONT = "---\ntitle: All\naliases: [every]\n---\n";

    /** 4,000 links in 1.2 MB, each in a sentence of its own, under 40 headings of one name. */
    private static String index() {
        return IntStream.range(0, 4_000)
                .mapToObj(i -> (i % 100 == 0 ? "\n## Trees\n\n" : "") + "- Sentence " + i + " tells of [[tree " + i
                        + "]] #kind" + i % 7 + ". " + "Filling words. ".repeat(18) + "\n")
                .collect(Collectors.joining("", FRONT, ""));
    }

    private static String longEnough(String text) {
        return text + "x y\n\n".repeat(SHORT / 5);
    }

    private static ParsedNote inParts(String text) {
        return Fixture.parsed(IN_PARTS, text);
    }

    private static RenderedNote shown(Note note, String text, String part) {
        return IN_PARTS.render(
                note,
                new Rendering(part, SoftBreaks.AS_SPACES),
                text.getBytes(StandardCharsets.UTF_8),
                new Fixture.Targets());
    }

    private static String targets(Note note) {
        return note.localLinks().map(Link.Local::target).collect(Collectors.joining(" "));
    }

    @Test
    void linksHeadingsTagsAndWordsAreRead() {
        String text = index();
        assertThat(text.length()).isGreaterThan(1_200_000);
        ParsedNote parsed = Fixture.parsed(text);
        Note note = parsed.note();

        assertThat(note.title()).isEqualTo("All");
        assertThat(note.frontMatter().aliases()).containsExactly("every");
        List<Link.Local> links = note.localLinks().toList();
        assertThat(links).hasSize(4_000);
        for (int i = 0; i < links.size(); i++) {
            Link.Local link = links.get(i);
            assertThat(link.target()).isEqualTo("tree " + i);
            assertThat(text.substring(link.span().start(), link.span().end())).isEqualTo("[[tree " + i + "]]");
            assertThat(link.place().excerpt().toString()).contains("Sentence " + i + " tells of");
            assertThat(link.place().heading()).isEqualTo(i / 100);
        }
        assertThat(note.headings())
                .extracting(Heading::anchor)
                .startsWith("trees", "trees-1")
                .endsWith("trees-39");
        assertThat(note.tags()).hasSize(7);
        assertThat(note.words()).isEqualTo(40 + 4_000 * (7 + 2 * 18));
        assertThat(note.summary()).startsWith("Sentence 0 tells of tree 0");
        assertThat(parsed.text()).contains("Sentence 3999 tells of tree 3999");
        assertThat(note.problems())
                .containsExactly(new Problem(
                        Problem.Kind.OVER_BUDGET,
                        5,
                        "too long for a page: expected at most 1048576 bytes, found more"));
    }

    @Test
    void thePageIsItsTextWithLiveLinksAndAnchors() {
        RenderedNote page = Fixture.rendered(index());

        assertThat(page.html())
                .startsWith("<p class=\"notice\">Shown as plain text: too long for a page")
                .contains("<span id=\"trees-39\"></span>## Trees")
                .contains(
                        "Sentence 3999 tells of <a class=\"internal\" href=\"/tree%203999\">[[tree 3999]]</a> #kind2.");
        assertThat(page.html().split("<a ", -1)).hasSize(4_001);
        assertThat(page.headings()).hasSize(40);
        assertThat(page.textOnly()).isEmpty();
    }

    /** A page that embeds a section of a long note shows that section. */
    @Test
    void aPartIsItsSection() {
        String text = longEnough("# A\n\nfirst [[a]]\n\n# B\n\nsecond [[b]] ^id\n\n# C\n\nthird\n\n");
        Note note = inParts(text).note();

        assertThat(shown(note, text, "b").html())
                .contains("/b\">[[b]]</a>")
                .doesNotContain("first")
                .doesNotContain("third");
        assertThat(shown(note, text, "^id").html()).contains("second").doesNotContain("third");
    }

    @Test
    void theLimitOfRenderingIsTheLastByteOfANoteThatIsRendered() {
        String start = "[[a]]\n\n";
        Note whole = Fixture.note(start + "x".repeat(WHOLE - start.length()));
        assertThat(whole.problems()).isEmpty();
        assertThat(targets(whole)).isEqualTo("a");

        Note longer = Fixture.note(start + "x".repeat(WHOLE - start.length() + 1));
        assertThat(longer.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.OVER_BUDGET);
        assertThat(targets(longer)).isEqualTo("a");
    }

    @Test
    void theLimitOfReadingIsTheLastByteOfANoteThatIsRead() {
        MarkdownLimits limits = new MarkdownLimits(1_000, 3_000, 100, 1 << 20, Duration.ofSeconds(20));
        try (Markdown markdown = new Markdown(limits)) {
            String start = FRONT + "[[a]]\n\n";
            Note last = Fixture.parsed(markdown, start + "x".repeat(3_000 - start.length()))
                    .note();
            assertThat(targets(last)).isEqualTo("a");

            Note over = Fixture.parsed(markdown, start + "x".repeat(3_001 - start.length()))
                    .note();
            assertThat(over.links()).isEmpty();
            assertThat(over.title()).isEqualTo("All");
            assertThat(over.problems())
                    .containsExactly(new Problem(
                            Problem.Kind.OVER_BUDGET, 5, "too large: expected at most 3000 bytes, found more"));
        }
    }

    /** What a part of this ends in, and how long it is in the whole. */
    private static String many(String line, int chars) {
        return IntStream.range(0, chars / line.length())
                .mapToObj(i -> line.replace("#", String.valueOf(i)))
                .collect(Collectors.joining());
    }

    /** Each is longer than a few parts, and what it says begins with what the next must not change. */
    static Stream<String> parted() {
        int chars = 5 * TextParts.MAX_CHARS / 4;
        return Stream.of(
                many("- [[a#|b]] and [c](d#.md) \\#t#\n", chars),
                many("- item\n    1. [[a#]]\n\n       - [ ] [b](c#.md), as *it* was.\n", chars),
                "- all\n" + many("\t- [[a#]] of the outline\n\t\t- deep [[b#]]\n\n\t\t  next [[c#]]\n", chars),
                "1234567. all\n\n" + many("         - [[a#]] of the outline\n\n", chars),
                "| a | b |\n|---|---|\n" + many("| [[a#\\|label]] | `[[code]]` and [[b#]] |\n", chars),
                "a | b | c\n:-- | --: | ---\n"
                        + many(
                                "[[a#]] words in this row, which is longer than most rows are | | words in it, more"
                                        + " than others have\n",
                                chars),
                "- in a list\n\n  | a | b |\n  |---|---|\n"
                        + many("  | [[a#]] and words in this row of it | [[b#]] and more words of this |\n", chars),
                "> [!note] Callout\n" + many("> - [[a#]] in it\n>\n>   > again [[b#]]\n", chars / 2),
                "> [!note]- Callout\n" + many("> words [[a#]] and more of these\n>\n", chars / 2),
                "[^1]: all\n\n" + many("    words [[a#]] and more of these\n\n", chars),
                many("## Title #\n\n[[a#]] is a [[b#]].\n\n```\n[[code#]]\n```\n", chars),
                "- all\n" + many("  ```\n  [[code#]]\n  ```\n  ~~~\n  [[code#]]\n  ~~~\n", chars) + "  [[b]]\n",
                "<div>\n\n" + many("words of [[a#]] inside\n\n", chars) + "</div>\n",
                "[[a]]\n\n%%\n" + many("[[secret]] \\#secret\n", chars) + "%%\n\n[[b]]\n",
                "[[a]]\n\n- %% " + many("[[secret]]\n\n", chars) + "%% [[b]]\n",
                many("- [[a#]] %% [[secret]]\n\n- x %% [[b#]]\n", chars),
                "[a]: first.md\n[b c]: <x y.md> 'title'\n\n" + many("[words #][a] and [B  C] and [in code]\n\n", chars)
                        + "> [a]: second.md\n\n```\n\n[in code]: none.md\n```\n\n  [a]: third.md\n",
                many("[words #][far] and more words of this one and ![far]\n\n", chars)
                        + "[far]: https://example.org/\n",
                many("words ^id-#\n\n- item [[a#]] ^item-#\n\n", chars));
    }

    /** Where a part ends, nothing reads otherwise than in one piece. */
    @ParameterizedTest
    @MethodSource("parted")
    void partsReadAsTheWhole(String template) {
        String text = template.replace("\\#", "#");
        ParsedNote parts = inParts(text);
        ParsedNote whole = Fixture.parsed(text);

        assertThat(whole.note().problems()).isEmpty();
        assertThat(parts.note().problems()).hasSize(1);
        assertThat(parts.note().links()).isNotEmpty().isEqualTo(whole.note().links());
        assertThat(parts.note().headings()).isEqualTo(whole.note().headings());
        assertThat(parts.note().tags()).isEqualTo(whole.note().tags());
        assertThat(parts.note().blocks()).isEqualTo(whole.note().blocks());
        assertThat(parts.note().words()).isEqualTo(whole.note().words());
        assertThat(parts.text()).isEqualTo(whole.text());
        assertThat(shown(parts.note(), text, "").html()).doesNotContain("secret");
    }

    /** What is longer than a part though nothing in it is read. */
    static Stream<String> unread() {
        int chars = 5 * TextParts.MAX_CHARS / 4;
        return Stream.of(
                "```\n" + many("[[code]] \\#code\n", chars) + "```\n",
                "> ~~~ text\n" + many("> [[code]]\n", chars),
                "- item\n\n  ```\n" + many("  [[code]]\n", chars) + "  ```\n",
                "```\n" + many("[[code]]\n\n", chars / 2) + "```\n~~~\n" + many("[[code]]\n\n", chars) + "~~~\n",
                "<pre>\n" + many("[[code]] \\#code\n\n", chars) + "</pre>\n",
                "$$\n" + many("[[code]] \\#code\n", chars) + "$$\n",
                "%%\n" + many("[[secret]] \\#secret\n\n", chars) + "%%\n",
                "x %% " + many("[[secret]] \\#secret ", chars) + "%% y\n",
                "<!--\n" + many("[[secret]] \\#secret\n\n", chars) + "-->\n",
                "x <!-- " + many("[[secret]] \\#secret\n", chars) + "-->\n",
                "<script>\n" + many("[[secret]] \\#secret\n\n", chars) + "</script>\n");
    }

    @ParameterizedTest
    @MethodSource("unread")
    void codeAndHiddenTextOverManyPartsHaveNoLinks(String template) {
        String text = "[[a]]\n\n" + template.replace("\\#", "#") + "\n# H\n\n[[b]]\n";
        ParsedNote parts = inParts(text);

        assertThat(targets(parts.note())).isEqualTo("a b");
        assertThat(parts.note().tags()).isEmpty();
        assertThat(parts.note().headings()).extracting(Heading::anchor).containsExactly("h");
        assertThat(parts.text().contains("[[code]]")).isEqualTo(template.contains("[[code]]"));
        assertThat(parts.text()).doesNotContain("secret");
        assertThat(shown(parts.note(), text, "").html())
                .doesNotContain("secret")
                .contains(">[[a]]</a>", ">[[b]]</a>");
    }

    /** In one line there is no good place to end a part; no link is parted, and no word becomes a mark. */
    @Test
    void aLongLineIsParted() {
        Note note = inParts(many("words of [[the note #]] # \\#tag - > ", 3 * TextParts.MAX_CHARS)
                        .replace("\\#", "#"))
                .note();

        assertThat(note.links())
                .hasSize(note.localLinks()
                        .map(Link.Local::target)
                        .collect(Collectors.toSet())
                        .size());
        assertThat(targets(note)).startsWith("the note 0 the note 1 the note 2 ");
        assertThat(note.links().size()).isGreaterThan(5_000);
        assertThat(note.headings()).isEmpty();
    }

    /** More rows than one note may have on its page: they are read all the same. */
    @Test
    void aTableOfTooManyRowsIsRead() {
        Note note = inParts("| a | b |\n|-|-|\n" + many("| [[a#]] | x |\n", 16 * 2 * BudgetScan.MAX_ROWS))
                .note();

        assertThat(note.links()).hasSizeGreaterThan(BudgetScan.MAX_ROWS);
        assertThat(note.problems()).hasSize(1);
        assertThat(((Link.Local) note.links().getLast()).place().excerpt().toString())
                .contains("x");
    }

    @Test
    void theFrontMatterOfALongDraftIsHeeded() {
        String text = longEnough("---\ndraft: true\n---\n");
        assertThat(inParts(text).note().frontMatter().isDraft()).isTrue();
        assertThat(IN_PARTS.frontMatter(text.getBytes(StandardCharsets.UTF_8)).isDraft())
                .isTrue();
    }

    /** Only the paragraph that is refused loses its links. */
    @Test
    void aRefusedPartIsWords() {
        String filling = "Filling words.\n\n".repeat(200);
        String text = "[[a]]\n\n" + filling + ">".repeat(101) + "[[lost]] word\n\n" + filling + "# Good\n\n[[b]]\n";
        ParsedNote parsed = inParts(text);

        assertThat(targets(parsed.note())).isEqualTo("a b");
        assertThat(parsed.text()).contains("lost");
        assertThat(parsed.note().problems())
                .extracting(Problem::message)
                .anyMatch(message -> message.startsWith("links of this part are not read: nested too deeply"));
    }

    /** 201,908 characters, of which each use of the definition takes 1,901. */
    @Test
    void aLongDefinitionAddsToAllPartsWhatItMayAddToOne() {
        Note note = inParts("[a]: /" + "x".repeat(1_900) + "\n\n" + "[a]\n\n".repeat(40_000))
                .note();

        assertThat(note.links()).hasSize(106);
    }

    @Test
    void whatANoteHasTooMuchOfIsCut() {
        Note note = inParts("[[a]]\n\n".repeat(TextParts.MAX_OF_A_KIND + 1)).note();

        assertThat(note.links()).hasSize(TextParts.MAX_OF_A_KIND);
        assertThat(note.problems())
                .extracting(Problem::message)
                .contains("too many links: expected at most 100000 of each in a note; the rest is text");
    }

    @Test
    void aBlockIdIsTakenOnceInAllParts() {
        String part = "words ^same\n\n" + "x y\n\n".repeat(8_000);
        Note note = inParts(part + part).note();

        assertThat(note.blocks()).hasSize(1);
        assertThat(note.problems())
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.OVER_BUDGET, Problem.Kind.REPEATED_BLOCK);
    }

    static Stream<String> monstrous() {
        return Stream.of(
                "x".repeat(1_000_000),
                "> ".repeat(100_000),
                "> x\n".repeat(25_000),
                "```\n~~~\n".repeat(14_000),
                "- x\n  ".repeat(18_000),
                "- \n  ".repeat(18_000),
                "%% a\n".repeat(22_000),
                "<!-- a\n".repeat(16_000),
                "$$ a\n".repeat(22_000),
                "|a|b|\n".repeat(15_000),
                "|a|b|\n|-|-|\n".repeat(5_000),
                "|a|\n|" + "-|".repeat(40_000) + "\n" + "|a|\n".repeat(5_000),
                "\n".repeat(110_000),
                "[".repeat(100_000),
                "[a](<b".repeat(18_000),
                "[a]: b\n".repeat(18_000),
                "\uD83C\uDF33".repeat(27_000));
    }

    @ParameterizedTest
    @MethodSource
    void monstrous(String body) {
        String text = "---\ntitle: T\n---\n" + body;
        Note note = inParts(text).note();

        assertThat(note.title()).isEqualTo("T");
        assertThat(note.isPending()).isFalse();
        assertThat(note.problems().stream().map(Problem::kind).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Problem.Kind.OVER_BUDGET));
        assertThat(shown(note, text, "").html())
                .startsWith("<p class=\"notice\">Shown as plain text: too long for a page");
    }
}
