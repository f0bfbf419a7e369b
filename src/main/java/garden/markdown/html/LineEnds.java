package garden.markdown.html;

import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import garden.markdown.syntax.CommentNode;
import garden.markdown.text.RemarkMask;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which line ends in paragraphs part two lines that are seen. A line of which nothing is seen, such as a remark, is none, and what parts
 * the paragraph itself, such as a note shown in it, needs no break beside it.
 *
 * @param isParting whether a node parts the paragraph that it stands in
 */
record LineEnds(Predicate<Node> isParting) {

    /** Cost over all line ends of a paragraph: its length. */
    boolean isBetweenLines(SoftLineBreak end) {
        return !(end.getParent() instanceof TableCell) && isAfterText(end) && isBeforeText(end);
    }

    private boolean isAfterText(Node end) {
        Node node = end.getPrevious();
        while (node != null && isUnseen(node)) {
            node = node.getPrevious();
        }
        return isText(node, end);
    }

    private boolean isBeforeText(Node end) {
        Node node = end.getNext();
        while (node != null && (isUnseen(node) || node instanceof SoftLineBreak)) {
            node = node.getNext();
        }
        return isText(node, end);
    }

    /** Inside emphasis and the like the text goes on beyond the ends. */
    private boolean isText(@Nullable Node node, Node end) {
        if (node == null) {
            return !(end.getParent() instanceof Block);
        }
        return !(node instanceof SoftLineBreak || node instanceof HardLineBreak || isParting.test(node));
    }

    private static boolean isUnseen(Node node) {
        return switch (node) {
            case SoftLineBreak end -> false;
            case HardLineBreak end -> false;
            case CommentNode comment -> true;
            case HtmlInlineComment comment -> true;
            default -> RemarkMask.unmasked(node.getChars().toString()).isBlank();
        };
    }
}
