package garden.markdown;

import garden.note.Link;
import garden.note.NotePath;
import garden.note.Tag;
import java.util.Optional;
import java.util.OptionalInt;

/** The HTML of links and embeds, by where they lead. Owned by one thread. */
final class LinkMarkup {

    private final HtmlOut out;
    private final LinkTargets targets;

    LinkMarkup(HtmlOut out, LinkTargets targets) {
        this.out = out;
        this.targets = targets;
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

    /** What an embed shows: the picture, the player, or a link that says what it leads to. */
    void embed(Link.Local link, EmbedLabel label, String name) {
        switch (target(link)) {
            case LinkTarget.Attachment attachment -> attachment(attachment, label);
            case LinkTarget.Live live -> noteCard(live);
            case LinkTarget.Ambiguous ambiguous -> words(LinkTag.of(ambiguous), name);
            case LinkTarget.Missing missing -> words(LinkTag.of(missing), name);
        }
    }

    /** A link out of the garden around what {@code label} writes. */
    void external(String url, Optional<String> title, Runnable label) {
        out.raw("<a class=\"external\"").attribute("href", url).raw(" rel=\"noopener\"");
        title.ifPresent(text -> out.attribute("title", text));
        out.raw(">");
        label.run();
        out.raw("</a>");
    }

    /** A picture from outside: loaded late, and without telling where the reader is. */
    void externalImage(String url, EmbedLabel label) {
        out.raw("<img").attribute("src", url).raw(" referrerpolicy=\"no-referrer\"");
        imageEnd(label);
    }

    void tag(Tag tag) {
        out.raw("<a class=\"tag\"").attribute("href", targets.href(tag)).raw(">#");
        out.text(tag.name()).raw("</a>");
    }

    private void attachment(LinkTarget.Attachment attachment, EmbedLabel label) {
        NotePath path = attachment.path();
        switch (path.extension()) {
            case "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "bmp", "ico" -> {
                out.raw("<img").attribute("src", attachment.href());
                imageEnd(label);
            }
            case "mp3", "wav", "m4a", "ogg", "oga", "opus", "flac", "3gp" ->
                out.raw("<audio controls preload=\"none\"")
                        .attribute("src", attachment.href())
                        .raw("></audio>");
            case "mp4", "webm", "ogv", "mov", "mkv" -> {
                out.raw("<video controls preload=\"metadata\"").attribute("src", attachment.href());
                size(label);
                out.raw("></video>");
            }
            default -> words(LinkTag.of(attachment), label.alt().isEmpty() ? path.fileName() : label.alt());
        }
    }

    private void imageEnd(EmbedLabel label) {
        out.attribute("alt", label.alt());
        size(label);
        out.raw(" loading=\"lazy\" />");
    }

    private void size(EmbedLabel label) {
        size("width", label.width());
        size("height", label.height());
    }

    private void size(String name, OptionalInt pixels) {
        pixels.ifPresent(value -> out.attribute(name, String.valueOf(value)));
    }

    /** A note is linked, not yet shown in place. */
    private void noteCard(LinkTarget.Live live) {
        out.raw("<span class=\"embed\">From ");
        words(LinkTag.of(live), live.title());
        out.raw("</span>");
    }

    private void words(LinkTag tag, String words) {
        tag.open(out);
        out.text(words);
        tag.close(out);
    }
}
