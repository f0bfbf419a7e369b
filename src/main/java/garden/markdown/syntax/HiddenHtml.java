package garden.markdown.syntax;

import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.util.ast.DoNotDecorate;
import com.vladsch.flexmark.util.ast.Node;
import garden.markdown.text.RawHtml;
import java.util.Optional;

/** Elements inside a paragraph whose content is not for reading: scripts, styles and the like; in blocks {@link RawHtml} leaves them out. */
final class HiddenHtml {

    private HiddenHtml() {}

    /** Takes such elements out of a tree, content included. One that is never closed hides nothing. */
    static void drop(Node parent) {
        Node next;
        for (Node child = parent.getFirstChild(); child != null; child = next) {
            next = child.getNext();
            if (child instanceof HtmlInline html) {
                Optional<Node> end =
                        RawHtml.hiddenName(html.getChars().toString()).flatMap(name -> end(html, "</" + name));
                if (end.isPresent()) {
                    next = end.get().getNext();
                    drop(html, end.get());
                }
            } else if (!(child instanceof DoNotDecorate)) {
                drop(child);
            }
        }
    }

    private static Optional<Node> end(Node start, String closing) {
        for (Node node = start.getNext(); node != null; node = node.getNext()) {
            if (node instanceof HtmlInline
                    && node.getChars().toString().regionMatches(true, 0, closing, 0, closing.length())) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    private static void drop(Node first, Node last) {
        while (first.getNext() != null && !first.equals(last)) {
            Node next = first.getNext();
            boolean isLast = next.equals(last);
            next.unlink();
            if (isLast) {
                break;
            }
        }
        first.unlink();
    }
}
