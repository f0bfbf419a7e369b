package garden.markdown.syntax;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.util.ReferenceRepository;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.DoNotDecorate;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Optional;

/**
 * {@code [x]} at the start of a list item: the first child of the item's first paragraph. Any one character is a state, as in
 * Obsidian; a mark right before a bracket is a link, and so is one that the note defines as a reference.
 */
public final class TaskMark extends Node implements DoNotDecorate {

    private TaskMark(BasedSequence chars) {
        super(chars);
    }

    /** The character in the brackets; a space when the task is open. */
    public String state() {
        return getChars().subSequence(1, getChars().length() - 1).toString();
    }

    /** The mark of an item that is a task. */
    public static Optional<TaskMark> of(ListItem item) {
        return item.getFirstChild() instanceof Paragraph paragraph && paragraph.getFirstChild() instanceof TaskMark mark
                ? Optional.of(mark)
                : Optional.empty();
    }

    /** Puts marks in the place of the text that is one. */
    static void mark(Document tree) {
        mark(tree, Parser.REFERENCES.get(tree));
    }

    private static void mark(Node parent, ReferenceRepository references) {
        for (Node child : parent.getChildren()) {
            switch (child) {
                case ListItem item -> {
                    if (item.getFirstChild() instanceof Paragraph paragraph) {
                        mark(paragraph, references);
                    }
                    mark((Node) item, references);
                }
                case ListBlock list -> mark(list, references);
                case BlockQuote quote -> mark(quote, references);
                case FootnoteBlock footnote -> mark(footnote, references);
                default -> {}
            }
        }
    }

    private static void mark(Paragraph paragraph, ReferenceRepository references) {
        Node first = paragraph.getFirstChild();
        if (first == null) {
            return;
        }
        BasedSequence rest = paragraph.getChars().baseSubSequence(first.getStartOffset(), paragraph.getEndOffset());
        int length = length(rest);
        if (length == 0) {
            return;
        }
        if (first instanceof LinkRef link && link.getChars().length() == length && !isDefined(link, references)) {
            Node next = link.getNext();
            link.unlink();
            if (next instanceof Text text) {
                text.setChars(text.getChars().trimStart());
            }
            paragraph.prependChild(new TaskMark(rest.subSequence(0, length)));
        } else if (first instanceof Text text && text.getChars().length() > length) {
            text.setChars(text.getChars().subSequence(length).trimStart());
            paragraph.prependChild(new TaskMark(rest.subSequence(0, length)));
        }
    }

    /** Length of a mark that white space follows. */
    private static int length(BasedSequence text) {
        if (text.length() < 4 || text.charAt(0) != '[') {
            return 0;
        }
        int state = Character.codePointAt(text, 1);
        int end = 1 + Character.charCount(state);
        boolean isMark = end + 1 < text.length()
                && text.charAt(end) == ']'
                && (text.charAt(end + 1) == ' ' || text.charAt(end + 1) == '\t')
                && (state == ' ' || !Character.isWhitespace(state));
        return isMark ? end + 1 : 0;
    }

    /** On GitHub {@code [x]} is a task even where it is defined. */
    private static boolean isDefined(LinkRef link, ReferenceRepository references) {
        return !link.getChars().toString().equalsIgnoreCase("[x]") && link.getReferenceNode(references) != null;
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }
}
