package garden.markdown.html;

import garden.markdown.model.LinkTarget;
import garden.markdown.model.LinkTargets;
import garden.markdown.text.EmbedLabel;
import garden.note.Link;
import garden.note.Tag;
import java.util.Optional;

/** The HTML of links and embeds, by where they lead. Owned by one thread. */
final class LinkMarkup {

    private final HtmlOut out;
    private final LinkTargets targets;
    private final MediaMarkup media;

    LinkMarkup(HtmlOut out, LinkTargets targets) {
        this.out = out;
        this.targets = targets;
        this.media = new MediaMarkup(out);
    }

    LinkTarget target(Link.Local link) {
        return targets.target(link);
    }

    /** A link around what {@code label} writes. */
    void link(Link.Local link, Optional<String> title, Runnable label) {
        LinkTag tag = LinkTag.of(target(link)).withTitle(title);
        tag.open(out);
        label.run();
        tag.close(out);
    }

    /** What an embed shows inside a line: the picture, the player, or a link that says what it leads to. */
    void embed(LinkTarget target, EmbedLabel label, String name) {
        switch (target) {
            case LinkTarget.Attachment attachment -> media.attachment(attachment, label);
            case LinkTarget.Live live -> words(LinkTag.of(live), live.title().isEmpty() ? name : live.title());
            case LinkTarget.Passage passage -> words(LinkTag.of(passage), passage.title());
            case LinkTarget.Ambiguous ambiguous -> notice("Several notes have this name: ", ambiguous, name);
            case LinkTarget.Missing missing -> notice("Nothing to show: ", missing, name);
        }
    }

    /** Pictures, players and files. */
    MediaMarkup media() {
        return media;
    }

    private void notice(String reason, LinkTarget target, String name) {
        out.raw("<span class=\"embed-notice\">").text(reason);
        words(LinkTag.of(target), name);
        out.raw("</span>");
    }

    /** A link out of the garden around what {@code label} writes. */
    void external(String url, Optional<String> title, Runnable label) {
        out.raw("<a class=\"external\"").attribute("href", url).raw(" rel=\"noopener\"");
        title.ifPresent(text -> out.attribute("title", text));
        out.raw(">");
        label.run();
        out.raw("</a>");
    }

    void tag(Tag tag) {
        out.raw("<a class=\"tag\"").attribute("href", targets.href(tag)).raw(">#");
        out.text(tag.name()).raw("</a>");
    }

    private void words(LinkTag tag, String words) {
        tag.open(out);
        out.text(words);
        tag.close(out);
    }
}
