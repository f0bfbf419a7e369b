package garden.markdown;

import garden.markdown.model.LinkTarget;
import garden.markdown.model.LinkTargets;
import garden.markdown.model.MarkdownLimits;
import garden.note.BlobId;
import garden.note.Link;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.ParsedNote;
import garden.note.Tag;
import garden.text.PercentCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses and renders small texts, with a garden around them whose links lead where their names say. */
public final class Fixture {

    static final BlobId BLOB = new BlobId("0".repeat(40));

    /** Generous in time, since builders may be slow; the tests' own time-outs are the judge. */
    static final MarkdownLimits LIMITS =
            new MarkdownLimits(1 << 20, 16 << 20, 100, 1 << 22, MarkdownLimits.DEFAULT.processorTime());

    public static final Markdown MARKDOWN = new Markdown(LIMITS);

    private Fixture() {}

    public static ParsedNote parsed(String text) {
        return parsed(MARKDOWN, text);
    }

    public static ParsedNote parsed(Markdown markdown, String text) {
        return markdown.parse(new NotePath("plants/Oak.md"), BLOB, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Note note(String text) {
        return parsed(text).note();
    }

    public static RenderedNote rendered(String text) {
        return MARKDOWN.render(note(text), text.getBytes(StandardCharsets.UTF_8), new Targets());
    }

    public static String html(String text) {
        return rendered(text).html().strip();
    }

    /**
     * Where links lead: {@code missing…} is missing but has an address, {@code gone…} has none, {@code two…} is ambiguous, a name with an
     * extension other than {@code md} is a file, everything else a note.
     */
    public static final class Targets implements LinkTargets {

        final List<Link.Local> asked = new ArrayList<>();

        @Override
        public LinkTarget target(Link.Local link) {
            asked.add(link);
            String name = link.target();
            String fragment = link.fragment().isEmpty() ? "" : "#" + link.fragment();
            if (name.startsWith("missing")) {
                return new LinkTarget.Missing(Optional.of("/" + name), "no note named \"" + name + "\"");
            } else if (name.startsWith("gone")) {
                return new LinkTarget.Missing(Optional.empty(), "no note named \"" + name + "\"");
            } else if (name.startsWith("two")) {
                return new LinkTarget.Ambiguous(Optional.of("/a/" + name), List.of("a/two.md", "b/two.md"));
            } else if (name.contains(".") && !name.endsWith(".md") && NotePath.isPath(name)) {
                return new LinkTarget.Attachment("/" + PercentCode.encodeUrl(name), new NotePath(name));
            }
            return new LinkTarget.Live("/" + PercentCode.encodeUrl(name) + fragment, "");
        }

        @Override
        public String href(Tag tag) {
            return "/tags/" + tag;
        }
    }
}
