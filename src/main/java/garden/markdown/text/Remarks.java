package garden.markdown.text;

import garden.markdown.text.HiddenText.Kind;
import garden.markdown.text.HiddenText.Part;
import java.util.List;

/** Takes remarks out of one text, each looked for once. Owned by one thread. */
final class Remarks {

    static final String MARK = "%%";

    private final String text;
    private final List<Part> parts;
    private boolean isEnded;

    /** Adds what it takes to {@code parts}. */
    Remarks(String text, List<Part> parts) {
        this.text = text;
        this.parts = parts;
    }

    /**
     * Takes the remark whose mark stands at {@code start}; returns where it ends.
     *
     * @param beginsLine whether nothing but the marks of blocks stands before it
     * @return -1 when the signs are just signs
     */
    int take(int start, boolean beginsLine) {
        int close = isEnded ? -1 : text.indexOf(MARK, start + MARK.length());
        isEnded = close < 0;
        if (close < 0 && !beginsLine) {
            return -1;
        }
        int end = close < 0 ? text.length() : close + MARK.length();
        boolean isBlock = beginsLine && hasLineEnd(start, end) && isLineEnd(end);
        parts.add(new Part(isBlock || close < 0 ? Kind.REMARK_BLOCK : Kind.REMARK, start, end));
        return end;
    }

    private boolean hasLineEnd(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                return true;
            }
        }
        return false;
    }

    private boolean isLineEnd(int offset) {
        int i = offset;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r';
    }
}
