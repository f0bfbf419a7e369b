package garden.markdown.text;

/** A place in a line while its marks are read. Tabs reach to the next multiple of four columns (CommonMark 0.31, section 2.2). Owned by one thread. */
final class LineCursor {

    private static final int TAB = 4;

    private final String text;
    private final int end;
    private int offset;
    private int column;

    /** At {@code start} of a line of {@code text} that ends before {@code end}, its line end not included. */
    LineCursor(String text, int start, int end) {
        this.text = text;
        this.end = end;
        this.offset = start;
    }

    /** Offset of the first character from here on that is neither space nor tab; the end of the line when there is none. */
    int nonSpace() {
        int i = offset;
        while (i < end && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** How many columns of white space stand here. */
    int indent() {
        int to = column;
        for (int i = offset; i < end && isSpace(text.charAt(i)); i++) {
            to += text.charAt(i) == '\t' ? TAB - to % TAB : 1;
        }
        return to - column;
    }

    boolean isBlank() {
        return nonSpace() == end;
    }

    int end() {
        return end;
    }

    /** The character at {@link #nonSpace}; 0 when the rest is blank. */
    char next() {
        int i = nonSpace();
        return i < end ? text.charAt(i) : 0;
    }

    /** Passes white space, this many columns at most; a tab may be left in part. */
    void passSpace(int columns) {
        int left = columns;
        while (left > 0 && offset < end && isSpace(text.charAt(offset))) {
            int width = text.charAt(offset) == '\t' ? TAB - column % TAB : 1;
            offset += width <= left ? 1 : 0;
            column += Math.min(width, left);
            left -= width;
        }
    }

    /** Passes white space and then {@code length} characters. */
    void pass(int length) {
        passSpace(indent());
        offset += length;
        column += length;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
