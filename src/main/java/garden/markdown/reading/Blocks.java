package garden.markdown.reading;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import garden.markdown.syntax.BlockIdNode;
import garden.markdown.syntax.CalloutTitle;
import garden.markdown.syntax.CommentBlock;
import garden.markdown.text.Source;
import garden.note.Block;
import garden.note.Problem;
import garden.note.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of a note that have an id. Owned by one thread.
 *
 * <p>An id at the end of a paragraph's words names the paragraph, or the list item that the paragraph begins. An id on a line of its
 * own names what stands before it: so lists, tables, quotations and code get theirs.
 */
public final class Blocks {

    /** So that a page of nothing but ids is no page of nothing but problems. */
    private static final int MAX_PROBLEMS = 100;

    private final Source source;
    private final int shift;
    private final List<Block> all = new ArrayList<>();
    private final Map<Node, List<Block>> byNode = new HashMap<>();
    private final Set<String> keys;
    private final List<Problem> problems = new ArrayList<>();

    private Blocks(Source source, int shift, Set<String> keys) {
        this.source = source;
        this.shift = shift;
        this.keys = keys;
    }

    /** Takes the ids out of a tree; what they name stays. Those in {@code keys} are taken already; the others are added. */
    static Blocks take(Document tree, Source source, int shift, Set<String> keys) {
        Blocks blocks = new Blocks(source, shift, keys);
        blocks.children(tree);
        return blocks;
    }

    /** In the order of the text. */
    List<Block> all() {
        return all;
    }

    /** What names {@code node}; nearly always nothing or one. */
    public List<Block> of(Node node) {
        return byNode.getOrDefault(node, List.of());
    }

    /** Ids that are given twice, by line. */
    List<Problem> problems() {
        return problems;
    }

    private void children(Node parent) {
        Node next;
        for (Node child = parent.getFirstChild(); child != null; child = next) {
            next = child.getNext();
            block(child);
        }
    }

    private void block(Node node) {
        switch (node) {
            case Paragraph paragraph -> words(paragraph);
            case Heading heading -> words(heading);
            case CalloutTitle title -> words(title);
            case BlockQuote quote -> children(quote);
            case ListBlock list -> children(list);
            case ListItem item -> children(item);
            case FootnoteBlock footnote -> children(footnote);
            default -> {}
        }
    }

    private void words(Node node) {
        if (!(node.getLastChild() instanceof BlockIdNode id)) {
            return;
        }
        if (id.getPrevious() == null && node instanceof Paragraph) {
            before(node).ifPresent(named -> name(named, id, node));
        } else {
            Node named = isLazy(id, node) ? outermost(node) : owner(node);
            Node space = id.getPrevious();
            name(named, id, id);
            trimEnd(space);
        }
    }

    private void name(Node named, BlockIdNode id, Node written) {
        Span where = source.span(id.getStartOffset() + shift, id.getEndOffset() + shift);
        Block block = new Block(id.id(), span(named));
        if (keys.add(block.key())) {
            all.add(block);
            byNode.computeIfAbsent(named, key -> new ArrayList<>(1)).add(block);
        } else if (problems.size() < MAX_PROBLEMS) {
            problems.add(new Problem(
                    Problem.Kind.REPEATED_BLOCK,
                    where.line(),
                    "block id " + block.anchor() + " is taken: expected each once in a note"));
        }
        written.unlink();
    }

    private Span span(Node node) {
        int start = node.getStartOffset() + shift;
        int end = node.getEndOffset() + shift;
        while (end > start && Character.isWhitespace(source.text().charAt(end - 1))) {
            end--;
        }
        return source.span(start, end);
    }

    private static Optional<Node> before(Node node) {
        Node before = node.getPrevious();
        while (before instanceof Reference || before instanceof CommentBlock) {
            before = before.getPrevious();
        }
        return Optional.ofNullable(before).map(Blocks::owner);
    }

    private static Node owner(Node node) {
        Node parent = node.getParent();
        boolean isFirst = node.getPrevious() == null;
        return parent != null && (node instanceof CalloutTitle || (parent instanceof ListItem && isFirst))
                ? parent
                : node;
    }

    /** Whether the id stands at the very start of a line, though what it ends is inside a list or a quotation. */
    private static boolean isLazy(BlockIdNode id, Node node) {
        BasedSequence text = id.getChars().getBaseSequence();
        int start = id.getStartOffset();
        char before = start == 0 ? '\n' : text.charAt(start - 1);
        return (before == '\n' || before == '\r') && !(node.getParent() instanceof Document);
    }

    private static Node outermost(Node node) {
        Node outer = node;
        while (outer.getParent() != null && !(outer.getParent() instanceof Document)) {
            outer = outer.getParent();
        }
        return outer instanceof FootnoteBlock ? owner(node) : outer;
    }

    private static void trimEnd(Node last) {
        Node node = last;
        while (node instanceof SoftLineBreak
                || node instanceof HardLineBreak
                || (node instanceof Text && node.getChars().isBlank())) {
            Node previous = node.getPrevious();
            node.unlink();
            node = previous;
        }
        if (node instanceof Text text) {
            text.setChars(text.getChars().trimEnd());
        }
    }
}
