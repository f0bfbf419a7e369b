package garden.markdown;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts a long text where outermost blocks begin, so that each part can be read by itself. A block that is longer than a part is parted
 * at a line end, else at a space, else anywhere; code, raw HTML and math that are longer stay one part, which holds nothing to read but
 * text. Owned by one thread; told of the text from its start to its end.
 */
final class TextParts {

    /** UTF-16 units of a part that is read. */
    static final int MAX_CHARS = 64 << 10;

    /** Of a block that is longer: flexmark is quadratic in the lines of some. */
    private static final int MAX_CHARS_INSIDE = MAX_CHARS / 8;

    private static final int NONE = -1;

    /**
     * A part of a text, up to the next part.
     *
     * @param start UTF-16 offset into the text
     * @param end exclusive
     * @param isRaw whether this is the inside of code, raw HTML or math
     */
    record Part(int start, int end, boolean isRaw) {}

    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private int start;
    private int block;
    private int raw = NONE;

    TextParts(String text, int start) {
        this.text = text;
        this.start = start;
        this.block = start;
    }

    /** An outermost block begins with the line at {@code offset}. */
    void blockBegins(int offset) {
        if (offset > block) {
            advance(offset);
            block = offset;
        }
    }

    /** The line at {@code offset} is code, raw HTML or math, and what follows may be too. */
    void isRaw(int offset) {
        raw = raw == NONE ? offset : raw;
    }

    /** The line at {@code offset} is none of these. */
    void isNotRaw(int offset) {
        if (raw != NONE && offset - raw > MAX_CHARS) {
            cutAt(raw);
            add(offset, true);
            block = offset;
        }
        raw = NONE;
    }

    /** All parts, in order, without gaps. */
    List<Part> all() {
        isNotRaw(text.length());
        cutAt(text.length());
        return parts;
    }

    private void cutAt(int end) {
        advance(end);
        if (end > start) {
            add(end, false);
        }
        block = end;
    }

    /** Makes parts until what is left before {@code end} is short enough for one; not of what may turn out to be raw. */
    private void advance(int end) {
        if (end - start > MAX_CHARS && block > start) {
            add(block, false);
        }
        if (end - start > MAX_CHARS) {
            while (end - start > MAX_CHARS_INSIDE) {
                add(insideBlock(), false);
            }
        }
    }

    private void add(int end, boolean isRaw) {
        parts.add(new Part(start, end, isRaw));
        start = end;
    }

    private int insideBlock() {
        int last = start + MAX_CHARS_INSIDE;
        String longest = text.substring(start, last);
        int end = Math.max(longest.lastIndexOf('\n'), longest.lastIndexOf('\r'));
        if (end < 0) {
            end = longest.lastIndexOf(' ');
        }
        if (end >= 0) {
            return start + end + 1;
        }
        return Character.isLowSurrogate(text.charAt(last)) ? last - 1 : last;
    }
}
