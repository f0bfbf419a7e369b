package garden.markdown.reading;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import garden.markdown.syntax.AutoLinks;
import garden.markdown.syntax.CommentNode;
import garden.markdown.syntax.InlineFootnote;
import garden.markdown.syntax.MathNode;
import garden.markdown.syntax.PlainText;
import garden.markdown.syntax.TagNode;
import garden.markdown.syntax.TaskMark;
import garden.markdown.syntax.WikiNode;
import garden.markdown.text.AuthorAnchors;
import garden.markdown.text.EmbedLabel;
import garden.markdown.text.LinkAddress;
import garden.markdown.text.RawHtml;
import garden.markdown.text.Source;
import garden.note.Link.ExternalLink;
import garden.note.Link.PathLink;
import garden.note.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads what stands inside paragraphs: words, links, tags, references to footnotes. Owned by one thread. */
public final class InlineReader {

    private static final int NONE = -1;

    private final Source source;
    private final int shift;
    private final References references;
    private final Footnotes footnotes;
    private final Consumer<TagNode> tags;
    private final AuthorAnchors places = new AuthorAnchors();
    private final List<InlineFootnote> written = new ArrayList<>();
    private boolean isInLink;
    private int openAnchor = NONE;

    InlineReader(Source source, int shift, Document tree, Footnotes footnotes, Consumer<TagNode> tags) {
        this.source = source;
        this.shift = shift;
        this.references = References.of(tree);
        this.footnotes = footnotes;
        this.tags = tags;
    }

    /** Everything inside {@code parent}, which is a paragraph or the like. */
    void children(Node parent, BlockText block) {
        for (Node child : parent.getChildren()) {
            inline(child, block);
        }
        closeAnchor(block);
    }

    /** A block of raw HTML. */
    void html(Node node, BasedSequence content, BlockText block) {
        pieces(node, content, block);
        closeAnchor(block);
    }

    private void inline(Node node, BlockText block) {
        switch (node) {
            case SoftLineBreak lineBreak -> block.append(" ");
            case HardLineBreak lineBreak -> block.append(" ");
            case Code code -> block.append(PlainText.code(code));
            case WikiNode wiki -> wiki(wiki, block);
            case TagNode tag -> tag(tag, block);
            case CommentNode comment -> {}
            case MathNode math -> block.appendTex(math.tex());
            case TaskMark mark -> {}
            case HtmlInlineBase html -> pieces(html, html.getChars(), block);
            case Footnote footnote -> footnote(footnote, block);
            case InlineFootnote footnote -> footnote(footnote, block);
            case AutoLink link -> autoLink(link, LinkAddress.of(AutoLinks.url(link)), block);
            case MailLink link -> autoLink(link, LinkAddress.of("mailto:" + link.getText()), block);
            case Link link -> link(link, link.getUrl(), block);
            case Image image -> image(image, image.getUrl(), block);
            case RefNode ref -> reference(ref, block);
            default -> text(node, block);
        }
    }

    private void text(Node node, BlockText block) {
        if (node.hasChildren()) {
            node.getChildren().forEach(child -> inline(child, block));
        } else {
            block.append(PlainText.unescaped(node.getChars()));
        }
    }

    private void wiki(WikiNode node, BlockText block) {
        String words = node.isEmbed() ? EmbedLabel.of(node.label()).alt() : node.shown();
        if (isInLink && !node.isEmbed()) {
            block.append(words);
            return;
        }
        Span span = span(node.getChars());
        int number = block.open(
                node,
                place -> new garden.note.Link.WikiLink(node.target(), node.fragment(), node.isEmbed(), place, span));
        block.append(words);
        block.close(number);
    }

    private void tag(TagNode node, BlockText block) {
        if (!isInLink) {
            tags.accept(node);
        }
        block.append(node.getChars());
    }

    private void footnote(Footnote node, BlockText block) {
        if (!isInLink) {
            footnotes.refer(node);
        }
        if (footnotes.reference(node).isEmpty()) {
            block.append(node.getChars());
        }
    }

    /** The words of a footnote are read after the block it stands in, as a block of their own. */
    private void footnote(InlineFootnote node, BlockText block) {
        if (isInLink) {
            block.append(node.getChars());
        } else {
            footnotes.refer(node);
            written.add(node);
        }
    }

    /** The places in all that was read so far. */
    AuthorAnchors places() {
        return places;
    }

    /** The footnotes written since this was last asked. */
    List<InlineFootnote> takeFootnotes() {
        List<InlineFootnote> taken = List.copyOf(written);
        written.clear();
        return taken;
    }

    private void autoLink(Node node, LinkAddress address, BlockText block) {
        int number = isInLink ? NONE : open(node, address, span(node.getChars()), block);
        block.append(AutoLinks.shown(node));
        close(number, block);
    }

    private void link(Node node, BasedSequence url, BlockText block) {
        int number = open(node, LinkAddress.of(PlainText.unescaped(url)), span(node.getChars()), block);
        boolean wasInLink = isInLink;
        isInLink = true;
        node.getChildren().forEach(child -> inline(child, block));
        isInLink = wasInLink;
        close(number, block);
    }

    private void image(Node node, BasedSequence url, BlockText block) {
        LinkAddress address = LinkAddress.of(PlainText.unescaped(url));
        int number =
                address instanceof LinkAddress.Local local ? embed(node, local, span(node.getChars()), block) : NONE;
        block.append(EmbedLabel.of(PlainText.inside(node)).alt());
        close(number, block);
    }

    private void reference(RefNode node, BlockText block) {
        Reference reference = references.find(node).orElse(null);
        if (reference == null && node.hasChildren()) {
            block.append(PlainText.unescaped(node.getChars().prefixOf(node.getChildChars())));
            text(node, block);
            block.append(PlainText.unescaped(node.getChars().suffixOf(node.getChildChars())));
        } else if (reference == null) {
            text(node, block);
        } else if (node instanceof ImageRef) {
            image(node, reference.getUrl(), block);
        } else {
            link(node, reference.getUrl(), block);
        }
    }

    private void pieces(Node node, BasedSequence content, BlockText block) {
        for (RawHtml.Piece piece : RawHtml.pieces(content.toString())) {
            switch (piece) {
                case RawHtml.Text text -> block.append(text.text());
                case RawHtml.Tag tag -> rawTag(node, tag, content, block);
            }
        }
    }

    private void rawTag(Node node, RawHtml.Tag tag, BasedSequence content, BlockText block) {
        places.add(tag);
        if (tag.name().equals("a")) {
            closeAnchor(block);
        } else if (tag.name().equals("br")) {
            block.append(" ");
        }
        tag.address().ifPresent(address -> {
            Span span = span(content.subSequence(tag.start(), tag.end()));
            boolean isEmbed = !tag.name().equals("a");
            if (!isEmbed) {
                openAnchor = open(node, address, span, block);
            } else if (address instanceof LinkAddress.Local local) {
                int number = embed(node, local, span, block);
                block.append(tag.value("alt").orElse(""));
                block.close(number);
            }
        });
    }

    private void closeAnchor(BlockText block) {
        close(openAnchor, block);
        openAnchor = NONE;
    }

    private int open(Node node, LinkAddress address, Span span, BlockText block) {
        return switch (address) {
            case LinkAddress.Local local ->
                block.open(node, place -> new PathLink(local.target(), local.fragment(), false, place, span));
            case LinkAddress.External external -> block.open(node, place -> new ExternalLink(external.url(), span));
            case LinkAddress.Dead dead -> NONE;
        };
    }

    private static int embed(Node node, LinkAddress.Local local, Span span, BlockText block) {
        return block.open(node, place -> new PathLink(local.target(), local.fragment(), true, place, span));
    }

    private static void close(int number, BlockText block) {
        if (number != NONE) {
            block.close(number);
        }
    }

    private Span span(BasedSequence chars) {
        return source.span(chars.getStartOffset() + shift, chars.getEndOffset() + shift);
    }
}
