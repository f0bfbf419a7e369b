package garden.markdown.html;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import garden.markdown.model.Direction;
import garden.markdown.syntax.CalloutTitle;
import garden.markdown.syntax.CommentBlock;
import garden.markdown.syntax.CommentNode;
import garden.markdown.syntax.InlineFootnote;
import garden.markdown.syntax.MathBlock;
import garden.markdown.syntax.MathNode;
import garden.markdown.syntax.PlainText;
import garden.markdown.syntax.TaskMark;
import garden.markdown.syntax.WikiNode;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * Lets each block run as its own text does, in notes in which anything runs from right to left. Owned by one thread.
 *
 * <p>The first letter decides (UAX 9, rule P2) that stands outside of code, formulas, addresses and embeds; a block without one runs
 * as the block around it. HTML's {@code dir=auto} would count code, and skip blocks that have a direction of their own. Each node is
 * looked at once.
 */
final class BlockDirection {

    private final HtmlOut out;
    private final boolean isMixed;
    private final IdentityHashMap<Node, Optional<Direction>> known = new IdentityHashMap<>();

    /** Nothing is written when nothing in {@code tree} runs from right to left. */
    BlockDirection(HtmlOut out, Document tree) {
        this.out = out;
        this.isMixed = Direction.isMixed(tree.getChars());
    }

    /** The attribute of the element that {@code block} becomes. */
    void write(Node block) {
        if (isMixed) {
            out.attribute("dir", around(block).attribute());
        }
    }

    private Direction around(Node block) {
        for (Node node = block; node != null; node = node.getParent()) {
            Optional<Direction> own = inside(node);
            if (own.isPresent()) {
                return own.get();
            }
        }
        return Direction.LTR;
    }

    private Optional<Direction> inside(Node node) {
        Optional<Direction> before = known.get(node);
        if (before != null) {
            return before;
        }
        Optional<Direction> found = Optional.empty();
        for (Node child = node.getFirstChild(); child != null && found.isEmpty(); child = child.getNext()) {
            found = of(child);
        }
        known.put(node, found);
        return found;
    }

    private Optional<Direction> of(Node node) {
        return switch (node) {
            case Code code -> Optional.empty();
            case FencedCodeBlock code -> Optional.empty();
            case IndentedCodeBlock code -> Optional.empty();
            case MathNode math -> Optional.empty();
            case MathBlock math -> Optional.empty();
            case CommentNode comment -> Optional.empty();
            case CommentBlock comment -> Optional.empty();
            case HtmlInlineBase html -> Optional.empty();
            case HtmlBlockBase html -> Direction.ofHtml(html.getChars().toString());
            case AutoLink address -> Optional.empty();
            case Image image -> Optional.empty();
            case ImageRef image -> Optional.empty();
            case Reference definition -> Optional.empty();
            case Footnote reference -> Optional.empty();
            case InlineFootnote footnote -> Optional.empty();
            case FootnoteBlock footnote -> Optional.empty();
            case TaskMark mark -> Optional.empty();
            case CalloutTitle title -> inside(title);
            case WikiNode wiki -> wiki.isEmbed() ? Optional.empty() : Direction.ofText(wiki.shown());
            default -> node.hasChildren() ? inside(node) : Direction.ofText(PlainText.unescaped(node.getChars()));
        };
    }
}
