package garden.markdown.html;

import garden.markdown.model.LinkTarget;
import java.util.Optional;

/**
 * The tag around a link's words: {@code a} when it leads somewhere, else {@code span}.
 *
 * @param cssClass what the style sheet tells live, broken and ambiguous links apart by
 * @param href percent-encoded; empty when it leads nowhere
 * @param title the tooltip
 */
public record LinkTag(String cssClass, Optional<String> href, Optional<String> title) {

    /** The tag of a link that leads there. */
    public static LinkTag of(LinkTarget target) {
        return switch (target) {
            case LinkTarget.Live live ->
                new LinkTag(
                        live.lack().isEmpty() ? "internal" : "internal lacking",
                        Optional.of(live.href()),
                        live.lack().or(() -> Optional.of(live.title()).filter(title -> !title.isEmpty())));
            case LinkTarget.Passage passage -> of(new LinkTarget.Live(passage.href(), passage.title()));
            case LinkTarget.Attachment attachment ->
                new LinkTag("internal file", Optional.of(attachment.href()), Optional.empty());
            case LinkTarget.Ambiguous ambiguous ->
                new LinkTag(
                        "internal ambiguous",
                        ambiguous.href(),
                        Optional.of("ambiguous: " + String.join(", ", ambiguous.candidates())));
            case LinkTarget.Missing missing ->
                new LinkTag("internal broken", missing.href(), Optional.of(missing.reason()));
        };
    }

    /** The author's own tooltip wins over the name of a live target; what is wrong with a link wins over both. */
    LinkTag withTitle(Optional<String> written) {
        boolean isFine = cssClass.equals("internal") || cssClass.equals("internal file");
        return isFine && written.isPresent() ? new LinkTag(cssClass, href, written) : this;
    }

    /** Writes the start of the tag. */
    public void open(HtmlOut out) {
        out.raw("<").raw(name()).attribute("class", cssClass);
        href.ifPresent(address -> out.attribute("href", address));
        title.ifPresent(text -> out.attribute("title", text));
        out.raw(">");
    }

    /** Writes the end of the tag. */
    public void close(HtmlOut out) {
        out.raw("</").raw(name()).raw(">");
    }

    private String name() {
        return href.isPresent() ? "a" : "span";
    }
}
