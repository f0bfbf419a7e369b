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
import java.util.List;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/** Addresses written as text: {@code <https://…>}, {@code https://…}, {@code www.…}, {@code mail@example.org}. */
final class AutoLinks {

    private static final LinkExtractor BARE = LinkExtractor.builder()
            .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW, LinkType.EMAIL))
            .build();

    private static final List<String> MAIL_SCHEMES = List.of("mailto:", "xmpp:");

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
            if (hasUnderscoredHost(words.substring(span.getBeginIndex(), span.getEndIndex()))) {
                continue;
            }
            int begin =
                    span.getType() == LinkType.EMAIL ? schemeStart(words, span.getBeginIndex()) : span.getBeginIndex();
            Node link = link(
                    span.getBeginIndex() == begin ? span.getType() : LinkType.URL,
                    chars.subSequence(begin, span.getEndIndex()));
            last.insertAfter(link);
            if (begin > end) {
                link.insertBefore(new Text(chars.subSequence(end, begin)));
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

    /** No underscore may be in the last two parts of a host's name (same section). */
    private static boolean hasUnderscoredHost(String url) {
        int start = url.indexOf("://");
        String host = start < 0 ? "" : url.substring(start + 3).split("[/?#:]", 2)[0];
        int last = host.lastIndexOf('.');
        int secondLast = host.lastIndexOf('.', last - 1);
        return host.indexOf('_', secondLast + 1) >= 0;
    }

    private static Node link(LinkType type, BasedSequence chars) {
        if (type == LinkType.EMAIL) {
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
