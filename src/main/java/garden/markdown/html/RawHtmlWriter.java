package garden.markdown.html;

import garden.markdown.model.LinkTarget;
import garden.markdown.model.PictureSize;
import garden.markdown.reading.InlineReader;
import garden.markdown.syntax.PlainText;
import garden.markdown.text.AuthorAnchors;
import garden.markdown.text.LinkAddress;
import garden.markdown.text.RawHtml;
import garden.markdown.text.WrittenSize;
import garden.note.Link;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Writes raw HTML of a note with its local addresses resolved. Only whole tags come out as tags; which of them may stay is the
 * matter of {@link HtmlPolicy}.
 */
final class RawHtmlWriter {

    /** Attributes whose value is not the author's to choose. */
    private static final Set<String> OURS =
            Set.of("id", "name", "rel", "loading", "referrerpolicy", "preload", Gaps.ATTRIBUTE, MediaMarkup.PLAYER);

    private static final Set<String> SIZED = Set.of("img", "video");

    private static final Pattern DRAWN = Pattern.compile("(?<!\\S)(?:mermaid|math)(?!\\S)");

    private final HtmlOut out;
    private final LinkMarkup links;
    private final Set<String> places;

    /** {@code places} are the ids that tags may have, each once. */
    RawHtmlWriter(HtmlOut out, LinkMarkup links, List<String> places) {
        this.out = out;
        this.links = links;
        this.places = new HashSet<>(places);
    }

    /** {@code written} are the links in {@code html}, in order, as {@link InlineReader} found them. */
    void write(String html, List<Link> written) {
        Iterator<Link> next = written.iterator();
        for (RawHtml.Piece piece : RawHtml.pieces(html)) {
            switch (piece) {
                case RawHtml.Text text -> out.text(PlainText.normalized(text.text()));
                case RawHtml.Tag tag -> tag(tag, next);
            }
        }
    }

    private void tag(RawHtml.Tag tag, Iterator<Link> next) {
        Optional<LinkAddress> address = tag.address();
        if (address.isEmpty()) {
            open(sized(tag, Optional.empty()), Optional.empty(), "", "");
            return;
        }
        switch (address.get()) {
            case LinkAddress.Local local -> local(tag, next.next());
            case LinkAddress.External external -> external(tag, external, next);
            case LinkAddress.Dead dead -> open(tag, tag.addressAttribute(), "", "");
        }
    }

    private void external(RawHtml.Tag tag, LinkAddress.External external, Iterator<Link> next) {
        if (tag.name().equals("a")) {
            next.next();
            open(tag, tag.addressAttribute(), external.url(), "external");
        } else {
            open(
                    sized(tag, Optional.empty()),
                    tag.addressAttribute(),
                    external.isWeb() && tag.name().equals("img") ? external.url() : "",
                    "");
        }
    }

    private void local(RawHtml.Tag tag, Link link) {
        if (!(link instanceof Link.Local local)) {
            throw new IllegalStateException("raw HTML: expected a local link, found " + link);
        }
        LinkTarget target = links.target(local);
        LinkTag linkTag = LinkTag.of(target);
        boolean isEmbed = !tag.name().equals("a");
        boolean isMissing = target instanceof LinkTarget.Missing;
        if (isEmbed && isMissing && tag.name().equals("img")) {
            LinkTag broken = new LinkTag(linkTag.cssClass(), Optional.empty(), linkTag.title());
            broken.open(out);
            out.text(tag.value("alt").filter(alt -> !alt.isBlank()).orElse(local.target()));
            broken.close(out);
        } else {
            String address = isEmbed && isMissing ? "" : linkTag.href().orElse("");
            open(sized(tag, size(target)), tag.addressAttribute(), address, isEmbed ? "" : linkTag.cssClass());
        }
    }

    /** Classes that make a script draw what stands in an element are not the author's to give: it was not looked at. */
    private static String value(RawHtml.Attribute attribute) {
        return attribute.name().equals("class")
                ? DRAWN.matcher(attribute.value()).replaceAll("")
                : attribute.value();
    }

    /** A picture or film with its size as the author says it, and for the rest as the file has it. */
    private static RawHtml.Tag sized(RawHtml.Tag tag, Optional<PictureSize> known) {
        if (tag.isClosing() || !SIZED.contains(tag.name())) {
            return tag;
        }
        WrittenSize written = WrittenSize.of(tag.value("width"), tag.value("height"));
        WrittenSize size = tag.name().equals("img") ? known.map(written::in).orElse(written) : written;
        SortedMap<String, Optional<String>> attributes =
                new TreeMap<>(Map.of("width", size.width(), "height", size.height()));
        if (size.isExact()) {
            String others = tag.value("class").map(each -> each + " ").orElse("");
            attributes.put("class", Optional.of(others + WrittenSize.EXACT));
        }
        return tag.with(attributes);
    }

    private static Optional<PictureSize> size(LinkTarget target) {
        return target instanceof LinkTarget.Attachment attachment ? attachment.size() : Optional.empty();
    }

    /** The tag with another address, or with none when {@code address} is empty, and with a class when one is given. */
    private void open(RawHtml.Tag tag, Optional<String> addressAttribute, String address, String cssClass) {
        out.raw(tag.isClosing() ? "</" : "<").raw(tag.name().equals("h1") ? "h2" : tag.name());
        AuthorAnchors.of(tag).filter(places::remove).ifPresent(id -> out.attribute("id", id));
        boolean isReplaced = addressAttribute.isPresent();
        for (RawHtml.Attribute attribute : tag.attributes()) {
            boolean isAddress = isReplaced && attribute.name().equals(addressAttribute.get());
            boolean isClass = !cssClass.isEmpty() && attribute.name().equals("class");
            if (!isAddress && !isClass && !OURS.contains(attribute.name())) {
                out.attribute(attribute.name(), value(attribute));
            }
        }
        if (isReplaced && !address.isEmpty()) {
            out.attribute(addressAttribute.get(), address);
        }
        if (!cssClass.isEmpty()) {
            out.attribute("class", cssClass);
        }
        if (cssClass.equals("external")) {
            out.attribute("rel", "noopener");
        }
        if (tag.name().equals("img")) {
            links.media().loading();
            out.raw(" referrerpolicy=\"no-referrer\"");
        }
        out.raw(">");
    }
}
