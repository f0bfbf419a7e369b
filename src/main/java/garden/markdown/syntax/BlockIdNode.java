package garden.markdown.syntax;

import com.vladsch.flexmark.util.ast.DoNotDecorate;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import garden.note.Block;

/** {@code ^id} at the end of a block. In the tree only until it is read; one that names nothing is text. */
public final class BlockIdNode extends Node implements DoNotDecorate {

    BlockIdNode(BasedSequence chars) {
        super(chars);
    }

    /** Length of an id at {@code start} that ends the text; 0 when there is none. White space stands before it, or nothing. */
    static int length(BasedSequence text, int start) {
        if (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            return 0;
        }
        int end = start + 1;
        while (end < text.length() && isIdCharacter(text.charAt(end))) {
            end++;
        }
        return end > start + 1 && isBlankFrom(text, end) ? text.length() - start : 0;
    }

    private static boolean isBlankFrom(BasedSequence text, int start) {
        int i = start;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i == text.length();
    }

    private static boolean isIdCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    /** Without {@code ^}. */
    public String id() {
        return getChars().toString().strip().substring(Block.MARK.length());
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }
}
