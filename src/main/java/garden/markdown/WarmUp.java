package garden.markdown;

import garden.markdown.frontmatter.FrontMatterBlock;
import garden.markdown.frontmatter.FrontMatterReader;
import garden.markdown.html.HtmlOut;
import garden.markdown.html.HtmlPolicy;
import garden.markdown.html.NoteWriter;
import garden.markdown.model.LinkTarget;
import garden.markdown.model.LinkTargets;
import garden.markdown.model.WikiOrder;
import garden.markdown.reading.BodyReader;
import garden.markdown.reading.NoteAssembly;
import garden.markdown.reading.NoteBody;
import garden.markdown.text.HiddenText;
import garden.markdown.text.Source;
import garden.note.BlobId;
import garden.note.Link;
import garden.note.NotePath;
import garden.note.SoftBreaks;
import garden.note.Tag;
import java.util.Optional;

/** Reads and writes a note with everything in it once, so that loading the parser is not taken for the work on somebody's note. */
final class WarmUp {

    private static final String YAML = """
        ---
        title: "A: b"
        tags: [a, b/c]
        date: 2024-05-01
        up: "[[a]]"
        ---
        """;

    private static final String TOML = """
        +++
        title = "a"
        tags = ["b"]
        +++
        """;

    private static final String BODY = """
        # Heading *a* ^id

        Text with [[a#b|c]], ![[d]], [e](f.md "g"), <https://example.org>, https://example.org and a@example.org. Second
        sentence: `code`, **strong**, ~~not~~, ==mark==, $x^2$, #tag, %%hidden%%, &amp;, note[^1], ^[inline].

        > [!tip] Title
        > quoted

        - [ ] task
          1. one

        | a | b |
        |---|--:|
        | c | d |

        ```java
        code
        ```

        $$
        x
        $$

        <div align="left">html</div>

        [^1]: Footnote.
        """;

    static {
        run(YAML);
        run(TOML);
    }

    private WarmUp() {}

    /** Returns when it is done: the first who asks does it, others wait. */
    static void done() {
        // The work is done when this class is initialised.
    }

    private static void run(String front) {
        Source source = Source.of(front + BODY);
        FrontMatterBlock block = FrontMatterBlock.find(source.text()).orElseThrow();
        NotePath path = new NotePath("a.md");
        int start = block.bodyStart();
        String masked = HiddenText.of(source.text(), start).masked(source.text());
        NoteBody body = BodyReader.read(source, masked.substring(start), start, WikiOrder.NAME_FIRST);
        FrontMatterReader.Result read = new FrontMatterReader(source, block).read();
        String title = new NoteAssembly(path, new BlobId("0".repeat(40)), read)
                .note(body.content())
                .note()
                .title();
        HtmlOut out = new HtmlOut(Integer.MAX_VALUE);
        new NoteWriter(body, out, new Nowhere(), SoftBreaks.AS_BREAKS).writeAll(title);
        HtmlPolicy.sanitized(out.toString());
    }

    private record Nowhere() implements LinkTargets {

        @Override
        public LinkTarget target(Link.Local link) {
            return new LinkTarget.Missing(Optional.empty(), "");
        }

        @Override
        public String href(Tag tag) {
            return "#";
        }
    }
}
