package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.ValueSource;

/** Notes longer than what is rendered whole: what they say is read in parts, and their page is their text. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LongNoteTest {

    private static final int WHOLE = Fixture.LIMITS.maxNoteBytes();

    private static final String FRONT = "---\ntitle: All\naliases: [every]\n---\n";

    /** 4,000 links in 2 MB, each in a sentence of its own, under 40 headings of one name. */
    private static String index() {
        return IntStream.range(0, 4_000)
                .mapToObj(i -> (i % 100 == 0 ? "\n## Trees\n\n" : "") + "- Sentence " + i + " tells of [[tree " + i
                        + "]] #kind" + i % 7 + ". " + "Filling words. ".repeat(32) + "\n")
                .collect(Collectors.joining("", FRONT, ""));
    }

    private static String longEnough(String text) {
        return text + "x y\n\n".repeat((WHOLE - text.length()) / 5 + 2);
    }

    private static String targets(Note note) {
        return note.localLinks().map(Link.Local::target).collect(Collectors.joining(" "));
    }

    @Test
    void linksHeadingsTagsAndWordsAreRead() {
        String text = index();
        assertThat(text.length()).isGreaterThan(2_000_000);
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
        assertThat(note.words()).isEqualTo(40 + 4_000 * (7 + 2 * 32));
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
        Note note = Fixture.note(text);

        String section = Fixture.MARKDOWN
                .render(note, new Rendering("b", SoftBreaks.AS_SPACES), text.getBytes(StandardCharsets.UTF_8), new Fixture.Targets())
                .html();
        assertThat(section).contains("/b\">[[b]]</a>").doesNotContain("first").doesNotContain("third");
        String block = Fixture.MARKDOWN
                .render(note, new Rendering("^id", SoftBreaks.AS_SPACES), text.getBytes(StandardCharsets.UTF_8), new Fixture.Targets())
                .html();
        assertThat(block).contains("second").doesNotContain("third");
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

    /** Long enough that a part ends inside each. */
    @ParameterizedTest
    @ValueSource(strings = {"```\n", "~~~ text\n", "> ```\n> ", "<pre>\n", "<script>\n"})
    void whatStandsInCodeOverManyPartsIsNoLink(String fence) {
        String line = fence.startsWith(">") ? "\n> [[code]] #code " : "\n[[code]] #code ";
        Note note = Fixture.note("[[before]]\n\n" + fence + line.repeat(WHOLE / 10));

        assertThat(targets(note)).isEqualTo("before");
        assertThat(note.tags()).isEmpty();
    }

    @Test
    void whatFollowsLongCodeIsRead() {
        Note note = Fixture.note("[[a]]\n\n```\n" + "[[code]]\n".repeat(WHOLE / 8) + "```\n\n# H\n\n[[b]]\n");

        assertThat(targets(note)).isEqualTo("a b");
        assertThat(note.headings()).extracting(Heading::anchor).containsExactly("h");
    }

    /** Nothing of what is hidden is told, though it is longer than a part. */
    @ParameterizedTest
    @ValueSource(strings = {"%%\n", "x %% ", "<!--\n", "x <!-- ", "<script>\n"})
    void hiddenTextStaysHiddenOverManyParts(String begin) {
        String end = begin.contains("%%") ? "%%" : begin.contains("!") ? "-->" : "</script>";
        String text = "[[a]]\n\n" + begin + "[[secret]] #secret words\n".repeat(WHOLE / 20) + end + "\n\n[[b]]\n";
        ParsedNote parsed = Fixture.parsed(text);

        assertThat(targets(parsed.note())).isEqualTo("a b");
        assertThat(parsed.note().tags()).isEmpty();
        assertThat(parsed.text()).doesNotContain("secret");
        assertThat(Fixture.html(text)).doesNotContain("secret").contains("[[a]]", "[[b]]");
    }

    @Test
    void theFrontMatterOfALongDraftIsHeeded() {
        String text = longEnough("---\ndraft: true\n---\n");
        assertThat(Fixture.note(text).frontMatter().isDraft()).isTrue();
        assertThat(Fixture.MARKDOWN
                        .frontMatter(text.getBytes(StandardCharsets.UTF_8))
                        .isDraft())
                .isTrue();
    }

    /** Only the part that is refused loses its links. */
    @Test
    void aRefusedPartIsWords() {
        String text = longEnough("[[a]]\n\n# Bad\n\n" + "[".repeat(65_000) + "[[lost]] word\n\n# Good\n\n[[b]]\n\n"
                + "Filling words.\n\n".repeat(10_000));
        ParsedNote parsed = Fixture.parsed(text);

        assertThat(targets(parsed.note())).isEqualTo("b");
        assertThat(parsed.text()).contains("lost");
        assertThat(parsed.note().problems())
                .extracting(Problem::message)
                .anyMatch(message -> message.startsWith("links of this part are not read: too much markup"));
    }

    @Test
    void whatANoteHasTooMuchOfIsCut() {
        Note note = Fixture.note("[[a]]\n\n".repeat(BodyParts.MAX + 60_000));

        assertThat(note.links()).hasSize(BodyParts.MAX);
        assertThat(note.problems())
                .extracting(Problem::message)
                .contains("too many links: expected at most 100000 of each in a note; the rest is text");
    }

    @Test
    void aBlockIdIsTakenOnceInAllParts() {
        String part = "words ^same\n\n" + "x y\n\n".repeat(150_000);
        Note note = Fixture.note(part + part);

        assertThat(note.blocks()).hasSize(1);
        assertThat(note.problems())
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.OVER_BUDGET, Problem.Kind.REPEATED_BLOCK);
    }

    static Stream<String> monstrous() {
        return Stream.of(
                "x".repeat(10_000_000),
                "word [[a]] ".repeat(110_000),
                "> ".repeat(1_000_000),
                "> x\n".repeat(270_000),
                "```\n~~~\n".repeat(140_000),
                "- x\n  ".repeat(180_000),
                "%% a\n".repeat(220_000),
                "<!-- a\n".repeat(160_000),
                "$$ a\n".repeat(220_000),
                "|a|b|\n".repeat(160_000),
                "\n".repeat(1_100_000),
                "[a](<b".repeat(180_000),
                "\uD83C\uDF33".repeat(270_000));
    }

    @ParameterizedTest
    @MethodSource
    void monstrous(String body) {
        String text = "---\ntitle: T\n---\n" + body;
        Note note = Fixture.note(text);

        assertThat(note.title()).isEqualTo("T");
        assertThat(note.isPending()).isFalse();
        assertThat(note.problems().stream().map(Problem::kind).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Problem.Kind.OVER_BUDGET));
        assertThat(Fixture.MARKDOWN
                        .render(note, text.getBytes(StandardCharsets.UTF_8), new Fixture.Targets())
                        .html())
                .startsWith("<p class=\"notice\">Shown as plain text: too long for a page");
    }
}
