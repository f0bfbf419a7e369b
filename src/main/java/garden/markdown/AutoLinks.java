package garden.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.LinkNodeBase;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.DoNotDecorate;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.EnumSet;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/** Addresses written as text: {@code <https://…>}, {@code https://…}, {@code www.…}, {@code mail@example.org}. */
final class AutoLinks {

    private static final LinkExtractor BARE = LinkExtractor.builder()
            .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW, LinkType.EMAIL))
            .build();

    private AutoLinks() {}

    /**
     * Turns bare addresses in the words of a tree into links. By hand, since flexmark's extension takes seconds for a paragraph with a
     * thousand entities.
     */
    static void mark(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case Text text -> child = mark(text);
                case LinkNodeBase link -> {}
                case Code code -> {}
                case DoNotDecorate leaf -> {}
                default -> mark(child);
            }
        }
    }

    /** Puts links in the place of a text; returns the last node of what stands there now. */
    private static Node mark(Text text) {
        BasedSequence chars = text.getChars();
        String words = chars.toString();
        Node last = text;
        int end = 0;
        for (LinkSpan span : BARE.extractLinks(words)) {
            Node link = link(span, chars.subSequence(span.getBeginIndex(), span.getEndIndex()));
            last.insertAfter(link);
            if (span.getBeginIndex() > end) {
                link.insertBefore(new Text(chars.subSequence(end, span.getBeginIndex())));
            }
            last = link;
            end = span.getEndIndex();
        }
        if (end > 0) {
            if (end < words.length()) {
                Node rest = new Text(chars.subSequence(end, words.length()));
                last.insertAfter(rest);
                last = rest;
            }
            text.unlink();
        }
        return last;
    }

    private static Node link(LinkSpan span, BasedSequence chars) {
        if (span.getType() == LinkType.EMAIL) {
            MailLink link = new MailLink();
            link.setText(chars);
            link.setChars(chars);
            return link;
        }
        AutoLink link = new AutoLink();
        link.setText(chars);
        link.setUrlChars(chars);
        link.setChars(chars);
        return link;
    }

    /** Where the link leads; {@code www.} gets the scheme that GitHub's specification gives it. */
    static String url(AutoLink link) {
        String url = shown(link);
        return url.regionMatches(true, 0, "www.", 0, 4) ? "http://" + url : url;
    }

    /** What the link shows; in these no escape is undone. */
    static String shown(Node node) {
        return switch (node) {
            case AutoLink link -> link.getText().toString();
            case MailLink link -> link.getText().toString();
            default -> node.getChars().toString();
        };
    }
}
