package garden.graph;

import static org.assertj.core.api.Assertions.assertThat;

import garden.markdown.Markdown;
import garden.markdown.model.MarkdownLimits;
import garden.note.BlobId;
import garden.note.Excerpt;
import garden.note.Link;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Links to headings as Obsidian writes them: it offers the heading's source with punctuation turned into spaces, and compares so too.
 */
class HeadingLinksTest {

    private static final NotePath NOTE = new NotePath("note.md");

    @ParameterizedTest
    @CsvSource(
            delimiter = '\t',
            quoteCharacter = '\0',
            value = {
                "## _Definition:_ kernel\t_Definition _ kernel\tdefinition-kernel",
                "## Size $n^2$ grows\tSize $n 2$ grows\tsize-n2-grows",
                "## TCP/IP Model\tTCP IP Model\ttcpip-model",
                "## wifi 2.4 vs 5.0\twifi 2 4 vs 5 0\twifi-24-vs-50",
                "## x: y | z\tx y z\tx-y--z",
                "## **Bold** _it_ ==mark==\t**Bold** _it_ ==mark==\tbold-it-mark",
                "## **Bold** _it_ ==mark==\tBold it mark\tbold-it-mark",
                "## see [[elm|the elm]] now\tsee elm the elm now\tsee-the-elm-now",
                "## see [the elm](trees/elm.md) now\tsee the elm (trees elm md) now\tsee-the-elm-now",
                "## 1\\. First \\*star\\*\t1\\ First \\ star\\\t1-first-star",
                "## Press <kbd>X</kbd>\tPress kbd X kbd\tpress-x",
                "## Press <kbd>X</kbd>\tPress <kbd>X</kbd>\tpress-x",
                "## A &amp; B\tA &amp; B\ta--b",
                "## What is C#?\tWhat is C\twhat-is-c",
                "## What is C# good for?\tWhat is C# good for?\twhat-is-c-good-for",
                "## Café (déjà vu)\tCAFE\u0301 déjà vu\tcafé-déjà-vu",
                "## 高亮，文字\t高亮 文字\t高亮文字",
                "## `code` here ^id\tcode here\tcode-here",
                "Two *words*\\n===\ttwo *words*\ttwo-words",
                "> ## In a quote: yes\tIn a quote yes\tin-a-quote-yes",
            })
    void headingIsFoundByItsSource(String heading, String fragment, String anchor) {
        LinkGraph graph = graph(heading.replace("\\n", "\n"));
        assertThat(find(graph, fragment, false)).isEqualTo("FOUND " + anchor);
        assertThat(find(graph, fragment, true)).isEqualTo("FOUND " + anchor);
    }

    @Test
    void aSurerNameWins() {
        LinkGraph graph = graph("## a: b\n## a b\n## *c*\n## c\n## d.e\n## de\n");
        assertThat(find(graph, "a b", false)).isEqualTo("FOUND a-b-1");
        assertThat(find(graph, "a: b", false)).isEqualTo("FOUND a-b");
        assertThat(find(graph, "c", false)).isEqualTo("FOUND c");
        assertThat(find(graph, "d e", false)).isEqualTo("FOUND de");
    }

    @Test
    void otherWordsAreNotFound() {
        LinkGraph graph = graph("## C++\n## Size $n^2$\n## \uD83D\uDE80 Launch\n## ???\n");
        for (String other : List.of("C D", "Size n 3", "Siz e n 2", "!!!", "Launch it", "^none")) {
            assertThat(find(graph, other, false)).as(other).isEqualTo("MISSING ");
        }
        assertThat(find(graph, "???", false)).isEqualTo("FOUND ");
    }

    /** {@code #A#B} is B in the section of A, however often both are there. */
    @Test
    void nestedNamesAreFollowedThroughSections() {
        LinkGraph graph = graph("""
            # Spring
            ## Care: water
            # Summer
            ## Other
            # Autumn
            ## Care: water
            ### More
            # Summer
            ## Care: water
            ### More
            """);
        assertThat(find(graph, "Autumn#Care water", false)).isEqualTo("FOUND care-water-1");
        assertThat(find(graph, "Summer#Care water", false)).isEqualTo("FOUND care-water-2");
        assertThat(find(graph, "Summer#Care water#More", false)).isEqualTo("FOUND more-1");
        assertThat(find(graph, "Spring#More", false)).isEqualTo("FOUND more");
        assertThat(find(graph, "Spring#None", false)).isEqualTo("MISSING ");
    }

    /** Ten thousand headings, and as many links to them in the note itself: an index is made once. */
    @Test
    void manyHeadingsAreFoundByManyLinks() {
        String text = IntStream.range(0, 10_000)
                .mapToObj(i -> "# h: " + i + "\n[[#h " + i + "]] [[#none " + i + "]]\n")
                .collect(Collectors.joining());
        List<ResolvedLink> links = graph(text).links(NOTE);
        assertThat(links).hasSize(20_000);
        assertThat(links.get(19_998).resolution())
                .isInstanceOfSatisfying(
                        Resolution.Resolved.class, to -> assertThat(to.anchor()).isEqualTo("h-9999"));
    }

    private static LinkGraph graph(String text) {
        try (Markdown markdown = new Markdown(MarkdownLimits.DEFAULT)) {
            Note note = markdown.parse(NOTE, new BlobId("0".repeat(40)), text.getBytes(StandardCharsets.UTF_8))
                    .note();
            return LinkGraph.of(List.of(note), List.of());
        }
    }

    private static String find(LinkGraph graph, String fragment, boolean isEmbed) {
        Link.Local like = new Link.WikiLink(
                "note", fragment, isEmbed, new Link.Place(new Excerpt("x", 0, 1), -1), new Span(0, 1, 1));
        return graph.resolve(new NotePath("other.md"), like) instanceof Resolution.Resolved to
                ? to.heading() + " " + to.anchor()
                : "no note";
    }
}
