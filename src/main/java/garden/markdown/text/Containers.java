package garden.markdown.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The quotations, list items and footnotes around a line, outermost first (CommonMark 0.31, chapter 5). Immutable.
 *
 * @param widths for each how far its content is indented; {@link #QUOTE} for a quotation
 */
record Containers(List<Integer> widths) {

    static final Containers NONE = new Containers(List.of());

    static final int QUOTE = 0;
    private static final int FOOTNOTE = 4;

    /** Notes that go deeper are over their budget anyway. */
    private static final int MAX = 200;

    private static final int MAX_LABEL = 1_000;
    private static final int MAX_DIGITS = 9;

    Containers {
        widths = List.copyOf(widths);
    }

    int size() {
        return widths.size();
    }

    /** Those that {@code line} goes on with; passes their marks. */
    Containers matched(LineCursor line) {
        int count = 0;
        while (count < widths.size() && isMatched(widths.get(count), line)) {
            count++;
        }
        return count == widths.size() ? this : new Containers(widths.subList(0, count));
    }

    private static boolean isMatched(int width, LineCursor line) {
        if (width == QUOTE) {
            boolean isQuoted = line.indent() < 4 && line.next() == '>';
            if (isQuoted) {
                line.pass(1);
                line.passSpace(1);
            }
            return isQuoted;
        }
        boolean isInside = line.isBlank() || line.indent() >= width;
        if (isInside) {
            line.passSpace(width);
        }
        return isInside;
    }

    /** With those that begin here; passes their marks. {@code isParagraph}: whether the line could go on with a paragraph. */
    Containers with(String text, LineCursor line, boolean isParagraph) {
        List<Integer> all = new ArrayList<>(widths);
        while (line.indent() < 4 && !line.isBlank() && all.size() < MAX) {
            boolean isInterrupting = isParagraph && all.size() == widths.size();
            int width = begin(text, line, isInterrupting);
            if (width < 0) {
                break;
            }
            all.add(width);
        }
        return all.size() == widths.size() ? this : new Containers(all);
    }

    private static int begin(String text, LineCursor line, boolean isInterrupting) {
        int start = line.nonSpace();
        if (line.next() == '>') {
            line.pass(1);
            line.passSpace(1);
            return QUOTE;
        }
        int label = footnoteLabel(text, start, line.end());
        if (label > 0) {
            line.pass(label);
            return FOOTNOTE;
        }
        int marker = Leaf.isRule(text, start, line.end()) ? 0 : marker(text, start, line.end());
        boolean isItem = marker > 0 && !(isInterrupting && isWeak(text, start, marker, line.end()));
        return isItem ? item(line, marker) : -1;
    }

    private static int item(LineCursor line, int marker) {
        int before = line.indent();
        line.pass(marker);
        int space = line.isBlank() || line.indent() > 4 ? 1 : line.indent();
        line.passSpace(space);
        return before + marker + space;
    }

    /** Length of a bullet or number that white space follows; 0 when there is none. */
    private static int marker(String text, int start, int end) {
        int i = start;
        while (i < end && i - start < MAX_DIGITS && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        String signs = i > start ? ".)" : "-+*";
        if (i >= end || signs.indexOf(text.charAt(i)) < 0) {
            return 0;
        }
        i++;
        boolean isApart = i == end || text.charAt(i) == ' ' || text.charAt(i) == '\t';
        return isApart ? i - start : 0;
    }

    /** An item that has no words, or a number other than 1, is no reason to end a paragraph (section 5.2). */
    private static boolean isWeak(String text, int start, int marker, int end) {
        boolean isEmpty = text.substring(start + marker, end).isBlank();
        boolean isOtherNumber = Character.isDigit(text.charAt(start))
                && Integer.parseInt(text.substring(start, start + marker - 1)) != 1;
        return isEmpty || isOtherNumber;
    }

    /** Length of {@code [^label]:}; 0 when there is none. */
    private static int footnoteLabel(String text, int start, int end) {
        if (!text.startsWith("[^", start)) {
            return 0;
        }
        int close = text.indexOf(']', start + 2, Math.min(end, start + MAX_LABEL));
        boolean isLabel = close > 0 && text.startsWith("]:", close);
        return isLabel ? close + 2 - start : 0;
    }
}
