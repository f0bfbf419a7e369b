package garden.markdown.text;

import org.jspecify.annotations.Nullable;

/**
 * The block that a line of text belongs to, containers aside, as far as {@link HiddenScan} must tell blocks apart.
 *
 * @param fence what a block of code in fences ends with at least
 * @param end of math, exclusive
 * @param html how raw HTML ends
 */
record Leaf(Kind kind, String fence, int end, @Nullable HtmlKind html) {

    /** What the text in a block is. */
    enum Kind {
        NONE,
        PARAGRAPH,
        HEADING,
        HTML,
        FENCE,
        MATH,
        CODE
    }

    static final Leaf NONE = of(Kind.NONE);

    private static final int MIN_SIGNS = 3;
    private static final int MAX_LEVEL = 6;

    private static Leaf of(Kind kind) {
        return new Leaf(kind, "", 0, null);
    }

    /** A paragraph of what stands behind math on its last line. */
    static Leaf behindMath() {
        return of(Kind.PARAGRAPH);
    }

    /** What begins at a line, or goes on when {@code isLazy}: a paragraph can. */
    static Leaf at(String text, LineCursor line, boolean isLazy) {
        if (line.isBlank()) {
            return NONE;
        } else if (line.indent() >= 4) {
            return of(isLazy ? Kind.PARAGRAPH : Kind.CODE);
        }
        int start = line.nonSpace();
        return switch (text.charAt(start)) {
            case '`', '~' -> fence(text, start, line.end());
            case '#' -> of(isHeading(text, start, line.end()) ? Kind.HEADING : Kind.PARAGRAPH);
            case '$' -> math(text, start);
            case '<' -> html(text.substring(start, line.end()), isLazy);
            default -> isRule(text, start, line.end()) ? NONE : of(Kind.PARAGRAPH);
        };
    }

    private static Leaf fence(String text, int start, int end) {
        int length = run(text, start, end);
        boolean isFence = length >= MIN_SIGNS
                && (text.charAt(start) == '~'
                        || text.substring(start + length, end).indexOf('`') < 0);
        return isFence ? new Leaf(Kind.FENCE, text.substring(start, start + length), 0, null) : of(Kind.PARAGRAPH);
    }

    private static Leaf math(String text, int start) {
        int end = text.startsWith(MathSyntax.DISPLAY, start) ? MathSyntax.blockEnd(text, start) : -1;
        return end < 0 ? of(Kind.PARAGRAPH) : new Leaf(Kind.MATH, "", end, null);
    }

    private static Leaf html(String rest, boolean isLazy) {
        return HtmlKind.at(rest, 0)
                .filter(kind -> !(isLazy && kind.isAfterParagraphs()))
                .map(kind -> new Leaf(Kind.HTML, "", 0, kind))
                .orElseGet(() -> of(Kind.PARAGRAPH));
    }

    private static boolean isHeading(String text, int start, int end) {
        int after = start + run(text, start, end);
        return after - start <= MAX_LEVEL && (after == end || text.charAt(after) == ' ' || text.charAt(after) == '\t');
    }

    /** Whether a line is a thematic break, or the underline of a heading that looks so (sections 4.1 and 4.3). */
    static boolean isRule(String text, int start, int end) {
        char sign = text.charAt(start);
        int signs = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c != sign && c != ' ' && c != '\t') {
                return false;
            }
            signs += c == sign ? 1 : 0;
        }
        return signs >= MIN_SIGNS && (sign == '-' || sign == '*' || sign == '_');
    }

    private static int run(String text, int start, int end) {
        int i = start;
        while (i < end && text.charAt(i) == text.charAt(start)) {
            i++;
        }
        return i - start;
    }

    /** Whether the lines that follow belong to the block whatever they look like. */
    boolean isRaw() {
        return kind == Kind.HTML || kind == Kind.FENCE || kind == Kind.MATH;
    }

    /** Whether a line of the block's text may hold remarks. Verbatim elements, declarations and the like show what they hold as it is. */
    boolean hasRemarks() {
        return html == null || html.endsAtBlank();
    }

    boolean isFenceEnd(String text, LineCursor line) {
        int start = line.nonSpace();
        boolean isSign = line.indent() < 4 && line.next() == (fence.isEmpty() ? 0 : fence.charAt(0));
        int length = isSign ? run(text, start, line.end()) : 0;
        return length >= fence.length()
                && text.substring(start + length, line.end()).isBlank();
    }

    /** Whether a block of raw HTML ended before this line. */
    boolean endsHtmlBefore(LineCursor line) {
        return html != null && html.endsAtBlank() && line.isBlank();
    }

    /** Whether a block of raw HTML ends with this line. */
    boolean endsHtmlWith(String line) {
        return html != null && html.isLast(line);
    }
}
