package garden.markdown.syntax;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.LinkNodeBase;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.DoNotDecorate;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/** Addresses written as text: {@code <https://…>}, {@code https://…}, {@code www.…}, {@code mail@example.org}. */
public final class AutoLinks {

    private static final LinkExtractor BARE = LinkExtractor.builder()
            .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW, LinkType.EMAIL))
            .build();

    private static final List<String> MAIL_SCHEMES = List.of("mailto:", "xmpp:");

    /** An address in some words. */
    private record Found(int start, int end, boolean isMail) {}

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
        Node last = text;
        int end = 0;
        for (Found found : found(chars.toString())) {
            BasedSequence address = chars.subSequence(found.start(), found.end());
            Node link = found.isMail() ? mail(address) : web(address);
            last.insertAfter(link);
            if (found.start() > end) {
                link.insertBefore(new Text(chars.subSequence(end, found.start())));
            }
            last = link;
            end = found.end();
        }
        if (end > 0) {
            if (end < chars.length()) {
                Node rest = new Text(chars.subSequence(end, chars.length()));
                last.insertAfter(rest);
                last = rest;
            }
            text.unlink();
        }
        return last;
    }

    /** In the order of the text, without overlaps. */
    private static List<Found> found(String words) {
        List<Found> found = new ArrayList<>();
        int end = 0;
        for (LinkSpan span : BARE.extractLinks(words)) {
            boolean isMail = span.getType() == LinkType.EMAIL;
            int start = isMail ? schemeStart(words, span.getBeginIndex()) : span.getBeginIndex();
            int length = BareAddress.length(words, start, false);
            boolean isOurs = !isMail && BareAddress.isStart(words, start);
            int spanEnd = length > 0 ? start + length : span.getEndIndex();
            if (start >= end && (length > 0 || !isOurs)) {
                found.add(new Found(start, spanEnd, isMail && start == span.getBeginIndex()));
                end = spanEnd;
            }
        }
        return found;
    }

    /** A mail address may have one of two schemes before it (GitHub's specification, section 6.9). */
    private static int schemeStart(String words, int begin) {
        for (String scheme : MAIL_SCHEMES) {
            int start = begin - scheme.length();
            boolean isScheme = words.startsWith(scheme, start)
                    && (start == 0 || !Character.isLetterOrDigit(words.charAt(start - 1)));
            if (isScheme) {
                return start;
            }
        }
        return begin;
    }

    private static Node mail(BasedSequence chars) {
        MailLink link = new MailLink();
        link.setText(chars);
        link.setChars(chars);
        return link;
    }

    /** The link that a bare address is. */
    static Node web(BasedSequence chars) {
        AutoLink link = new AutoLink();
        link.setText(chars);
        link.setUrlChars(chars);
        link.setChars(chars);
        return link;
    }

    /** Where the link leads; {@code www.} gets the scheme that GitHub's specification gives it. */
    public static String url(AutoLink link) {
        String url = shown(link);
        return url.regionMatches(true, 0, "www.", 0, 4) ? "http://" + url : url;
    }

    /** What the link shows; in these no escape is undone. */
    public static String shown(Node node) {
        return switch (node) {
            case AutoLink link -> PlainText.inCell(link, link.getText().toString());
            case MailLink link -> PlainText.inCell(link, link.getText().toString());
            default -> node.getChars().toString();
        };
    }
}
