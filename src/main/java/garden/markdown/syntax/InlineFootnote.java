package garden.markdown.syntax;

import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** {@code ^[words]} in the tree: a footnote written where it is referred to. Its children are the words. */
public final class InlineFootnote extends Node {

    /** Longer ones are none, so that looking for the end of many that have none stays cheap. */
    private static final int MAX_CHARS = 10_000;

    private static final String START = "^[";

    InlineFootnote(BasedSequence chars) {
        super(chars);
    }

    /** What stands in the brackets. */
    BasedSequence words() {
        return getChars().subSequence(START.length(), getChars().length() - 1);
    }

    /** Length of a footnote at {@code start}; 0 when there is none. Brackets inside are in pairs or escaped. */
    static int length(BasedSequence text, int start) {
        if (!text.matchChars(START, start)) {
            return 0;
        }
        int depth = 1;
        int max = Math.min(text.length(), start + MAX_CHARS);
        for (int i = start + START.length(); i < max; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                depth++;
            } else if (c == ']' && --depth == 0) {
                boolean isEmpty = text.subSequence(start + START.length(), i).isBlank();
                return isEmpty ? 0 : i + 1 - start;
            }
        }
        return 0;
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }
}
