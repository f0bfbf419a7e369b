package garden.markdown.html;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import garden.markdown.reading.References;
import garden.markdown.syntax.AutoLinks;
import garden.markdown.syntax.FencedText;
import garden.markdown.syntax.PlainText;
import garden.text.PercentCode;

/**
 * Writes a tree as HTML the way the CommonMark specification shows it. Owned by one thread.
 *
 * <p>Written by hand rather than with flexmark's renderer: a note's page needs its own links, embeds, headings and tables, and a
 * limit that holds while writing.
 */
public class CommonMarkWriter {

    protected final HtmlOut out;
    private final References references;

    /** @param tree whose nodes will be written; where references lead is looked up in it */
    public CommonMarkWriter(HtmlOut out, Document tree) {
        this.out = out;
        this.references = References.of(tree);
    }

    /** A node and everything inside it. */
    void write(Node node) {
        switch (node) {
            case Paragraph paragraph -> paragraph(paragraph);
            case Heading heading -> heading(heading);
            case BlockQuote quote -> container("blockquote", quote);
            case BulletList list -> container("ul", list);
            case OrderedList list -> orderedList(list);
            case ListItem item -> item(item);
            case FencedCodeBlock code -> fencedCode(code);
            case IndentedCodeBlock code ->
                codeBlock(code.getContentChars().trimTailBlankLines().trimEOL() + "\n", "");
            case HtmlBlockBase html -> htmlBlock(html);
            case ThematicBreak rule -> out.line().raw("<hr />").line();
            case Reference reference -> {}
            default -> inline(node);
        }
    }

    private void inline(Node node) {
        switch (node) {
            case SoftLineBreak lineBreak -> out.raw("\n");
            case HardLineBreak lineBreak -> out.raw("<br />\n");
            case Emphasis emphasis -> element("em", emphasis);
            case StrongEmphasis strong -> element("strong", strong);
            case Code code -> out.raw("<code>").text(PlainText.code(code)).raw("</code>");
            case HtmlInlineBase html -> htmlInline(html);
            case AutoLink link -> autoLink(link, AutoLinks.url(link));
            case MailLink link -> autoLink(link, "mailto:" + AutoLinks.shown(link));
            case Link link -> link(link, link.getUrl(), link.getTitle());
            case Image image -> image(image, image.getUrl(), image.getTitle());
            case RefNode reference -> reference(reference);
            default -> text(node);
        }
    }

    /** Writes what is inside a node. */
    public final void children(Node node) {
        for (Node child : node.getChildren()) {
            write(child);
        }
    }

    protected final void element(String name, Node node) {
        out.raw("<").raw(name);
        attributes(node);
        out.raw(">");
        children(node);
        out.raw("</").raw(name).raw(">");
    }

    /** What the tag of {@code node} has beside its name: nothing here. */
    protected void attributes(Node node) {}

    /** Which way a block runs that holds others: nothing here. */
    protected void direction(Node node) {}

    private void text(Node node) {
        if (node.hasChildren()) {
            children(node);
        } else {
            String text = PlainText.unescaped(node.getChars());
            out.text(node.getPrevious() instanceof HardLineBreak ? text.stripLeading() : text);
        }
    }

    private void paragraph(Paragraph paragraph) {
        if (paragraph.getParent() instanceof ListItem item && isTight(item)) {
            children(paragraph);
            paragraphEnd(paragraph);
        } else if (paragraph.hasChildren()) {
            out.line().raw("<p");
            attributes(paragraph);
            out.raw(">");
            children(paragraph);
            paragraphEnd(paragraph);
            out.endParagraph();
        }
    }

    protected static boolean isTight(ListItem item) {
        return !(item.getParent() instanceof ListBlock list) || list.isTight();
    }

    /** What is to stand after the words of a paragraph: nothing here. */
    protected void paragraphEnd(Paragraph paragraph) {}

    protected void heading(Heading heading) {
        out.line();
        element("h" + heading.getLevel(), heading);
        out.line();
    }

    private void container(String name, Node node) {
        out.line().raw("<").raw(name);
        direction(node);
        out.raw(">").line();
        children(node);
        out.line().raw("</").raw(name).raw(">").line();
    }

    private void orderedList(OrderedList list) {
        out.line().raw("<ol");
        direction(list);
        if (list.getStartNumber() != 1) {
            out.attribute("start", String.valueOf(list.getStartNumber()));
        }
        out.raw(">").line();
        children(list);
        out.line().raw("</ol>").line();
    }

    protected void item(ListItem item) {
        out.line();
        element("li", item);
        out.line();
    }

    private void fencedCode(FencedCodeBlock code) {
        String info = PlainText.unescaped(code.getInfo()).strip();
        codeBlock(FencedText.of(code), info.split("\\s", 2)[0]);
    }

    private void codeBlock(CharSequence content, String language) {
        out.line().raw("<pre><code");
        if (!language.isEmpty()) {
            out.attribute("class", "language-" + language);
        }
        out.raw(">").text(PlainText.normalized(content)).raw("</code></pre>").line();
    }

    protected void htmlBlock(HtmlBlockBase html) {
        out.line().raw(PlainText.normalized(html.getContentChars())).line();
    }

    protected void htmlInline(HtmlInlineBase html) {
        out.raw(PlainText.normalized(html.getChars()));
    }

    protected void autoLink(Node node, String url) {
        out.raw("<a").attribute("href", PercentCode.encodeUrl(url)).raw(">");
        out.text(AutoLinks.shown(node)).raw("</a>");
    }

    /** A link whose {@code url} and {@code title} are as written. */
    protected void link(Node node, BasedSequence url, BasedSequence title) {
        out.raw("<a").attribute("href", PercentCode.encodeUrl(PlainText.unescaped(url)));
        title(title);
        out.raw(">");
        children(node);
        out.raw("</a>");
    }

    /** An image whose {@code url} and {@code title} are as written. */
    protected void image(Node node, BasedSequence url, BasedSequence title) {
        out.raw("<img").attribute("src", PercentCode.encodeUrl(PlainText.unescaped(url)));
        out.attribute("alt", PlainText.inside(node));
        title(title);
        out.raw(" />");
    }

    protected final void title(BasedSequence title) {
        if (title.isNotNull()) {
            out.attribute("title", PlainText.unescaped(title));
        }
    }

    /** A reference without a definition is text, brackets included. */
    private void reference(RefNode node) {
        Reference reference = references.find(node).orElse(null);
        if (reference == null && node.hasChildren()) {
            out.text(PlainText.unescaped(node.getChars().prefixOf(node.getChildChars())));
            children(node);
            String end = PlainText.unescaped(node.getChars().suffixOf(node.getChildChars()));
            out.text(node.getLastChild() instanceof SoftLineBreak ? end.stripLeading() : end);
        } else if (reference == null) {
            text(node);
        } else if (node instanceof ImageRef) {
            image(node, reference.getUrl(), reference.getTitle());
        } else {
            link(node, reference.getUrl(), reference.getTitle());
        }
    }
}
