package garden.markdown.text;

import java.util.function.IntPredicate;

/**
 * Where math begins and ends, by Pandoc's rule (extension {@code tex_math_dollars}): an opening dollar has no space after it, its closing
 * one no space before and no digit after. So "$5 and $6" is money. The next dollar decides, whatever it is, which keeps scans linear.
 */
public final class MathSyntax {

    /** What a formula on lines of its own stands between. */
    public static final String DISPLAY = "$$";

    /** How far back an address is looked for. */
    private static final int MAX_ADDRESS = 500;

    private MathSyntax() {}

    /** How much of a paragraph is math from the dollar at {@code start}; 0 when none is. */
    public static int length(CharSequence text, int start) {
        boolean isDisplay = startsWith(text, start, DISPLAY);
        int open = start + (isDisplay ? 2 : 1);
        int end = find(text, open, text.length(), isDisplay ? DISPLAY : "$");
        boolean isMath = end > open && (isDisplay ? !isBlank(text, open, end) : isInline(text, start, end));
        return isMath && !isInAddress(text, start) ? end + open - 2 * start : 0;
    }

    private static boolean isInline(CharSequence text, int start, int end) {
        boolean isHalf = start > 0 && text.charAt(start - 1) == '$' && !(start > 1 && text.charAt(start - 2) == '\\');
        boolean isSpaced = isSpace(text, start + 1) || isSpace(text, end - 1);
        boolean isAmount = end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
        return !isHalf && !isSpaced && !isAmount && !isInAddress(text, end) && !hasCode(text, start, end);
    }

    /** A code span that begins before the second dollar holds it. */
    private static boolean hasCode(CharSequence text, int start, int end) {
        return text.subSequence(start, end).chars().anyMatch(c -> c == '`');
    }

    /** Whether what stands before {@code index}, up to the last space, is an address such as {@code https://example.org/}. */
    private static boolean isInAddress(CharSequence text, int index) {
        int from = index;
        while (from > 0 && index - from < MAX_ADDRESS && !isSpace(text, from - 1)) {
            from--;
        }
        String before = text.subSequence(from, index).toString();
        return before.contains("://") || before.contains("www.");
    }

    /**
     * The end of the block that begins with the {@code $$} at {@code start}, past its closing {@code $$}; -1 when there is none. On the line
     * where it begins nothing may follow the end. Blank lines may stand inside when nothing follows the opening {@code $$}; code fences never do.
     */
    public static int blockEnd(String text, int start) {
        int quotes = quotesBefore(text, start);
        int lineEnd = lineEnd(text, start);
        int from = start + DISPLAY.length();
        boolean isFence = isBlank(text, from, lineEnd);
        int close = find(text, from, lineEnd, DISPLAY);
        while (close < 0 && lineEnd < text.length()) {
            from = afterQuotes(text, lineEnd + 1, quotes);
            lineEnd = lineEnd(text, Math.max(from, lineEnd + 1));
            if (from < 0 || isCodeFence(text, from) || (!isFence && isBlank(text, from, lineEnd))) {
                return -1;
            }
            close = find(text, from, lineEnd, DISPLAY);
        }
        boolean isAlone = close > lineEnd(text, start) || (close >= 0 && isBlank(text, close + 2, lineEnd));
        boolean isWhole = close >= 0 && isAlone && !isBlank(text, start + 2, close);
        return isWhole ? close + DISPLAY.length() : -1;
    }

    private static int quotesBefore(String text, int start) {
        int quotes = 0;
        for (int i = start - 1; i >= 0 && text.charAt(i) != '\n' && text.charAt(i) != '\r'; i--) {
            quotes += text.charAt(i) == '>' ? 1 : 0;
        }
        return quotes;
    }

    /** Where a line goes on after the marks of {@code quotes} quotations and space; -1 when it has fewer. */
    private static int afterQuotes(String text, int lineStart, int quotes) {
        int left = quotes;
        int i = lineStart;
        while (i < text.length() && (isBlank(text.charAt(i)) || (left > 0 && text.charAt(i) == '>'))) {
            left -= text.charAt(i) == '>' ? 1 : 0;
            i++;
        }
        return left == 0 ? i : -1;
    }

    private static boolean isCodeFence(String text, int index) {
        return text.startsWith("```", index) || text.startsWith("~~~", index);
    }

    /** CR LF counts as a line and an empty one after it, which {@link #afterQuotes} would take for the end of a quotation. */
    private static int lineEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n') {
            end++;
        }
        return end;
    }

    /** The next {@code mark} before {@code end} that no backslash stands before; -1 when there is none. */
    private static int find(CharSequence text, int start, int end, String mark) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (startsWith(text, i, mark)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsWith(CharSequence text, int index, String mark) {
        if (index + mark.length() > text.length()) {
            return false;
        }
        IntPredicate isSame = i -> text.charAt(index + i) == mark.charAt(i);
        return isSame.test(0) && (mark.length() == 1 || isSame.test(1));
    }

    private static boolean isSpace(CharSequence text, int index) {
        return Character.isWhitespace(text.charAt(index));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    private static boolean isBlank(CharSequence text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
