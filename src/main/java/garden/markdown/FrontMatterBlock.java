package garden.markdown;

import java.util.Optional;

/**
 * Where the front matter of a file is: between a first line {@code ---} and the next line {@code ---} or {@code ...}.
 *
 * @param start offset of the YAML
 * @param end offset after the YAML, line end included
 * @param bodyStart offset of the first line after the closing marks
 */
record FrontMatterBlock(int start, int end, int bodyStart) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static Optional<FrontMatterBlock> find(String text) {
        int lineStart = bodyStart(text);
        int lineEnd = lineEnd(text, lineStart);
        if (!isMark(text, lineStart, lineEnd, "---")) {
            return Optional.empty();
        }
        int start = nextLine(text, lineEnd);
        lineStart = start;
        while (lineStart < text.length()) {
            lineEnd = lineEnd(text, lineStart);
            if (isMark(text, lineStart, lineEnd, "---") || isMark(text, lineStart, lineEnd, "...")) {
                return Optional.of(new FrontMatterBlock(start, lineStart, nextLine(text, lineEnd)));
            }
            lineStart = nextLine(text, lineEnd);
        }
        return Optional.empty();
    }

    /** Where the text of a file without front matter begins: after a byte order mark. */
    static int bodyStart(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    }

    private static boolean isMark(String text, int start, int end, String mark) {
        return text.startsWith(mark, start)
                && text.substring(start + mark.length(), Math.max(end, start + mark.length()))
                        .isBlank();
    }

    private static int lineEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static int nextLine(String text, int lineEnd) {
        int next = text.startsWith("\r\n", lineEnd) ? lineEnd + 2 : lineEnd + 1;
        return Math.min(next, text.length());
    }
}
