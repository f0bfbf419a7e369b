package garden.markdown.text;

import garden.note.Span;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text of a file and its lines. Immutable.
 *
 * <p>A byte order mark stays in the text, so that offsets are those of the decoded file; bytes that are not UTF-8 and the
 * zero character become U+FFFD, as CommonMark asks (section 2.3), and so do the signs that stand for {@link HiddenText}.
 */
public final class Source {

    private static final char REPLACEMENT = '\uFFFD';

    private final String text;
    private final int[] lineStarts;

    private Source(String text) {
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    /** A text that is decoded. */
    public static Source of(String text) {
        return new Source(text.replace('\0', REPLACEMENT)
                .replace(RemarkMask.REMARK, REPLACEMENT)
                .replace(RemarkMask.REMARK_BLOCK, REPLACEMENT));
    }

    /** The first {@code maxBytes} of the file, cut between characters. */
    public static Source of(byte[] content, int maxBytes) {
        int length = Math.min(content.length, maxBytes);
        while (length > 0 && length < content.length && (content[length] & 0xC0) == 0x80) {
            length--;
        }
        return of(new String(content, 0, length, StandardCharsets.UTF_8));
    }

    /** All of it; see above what is replaced in it. */
    public String text() {
        return text;
    }

    /** Line of an offset, from 1. */
    public int line(int offset) {
        int index = Arrays.binarySearch(lineStarts, offset);
        return index >= 0 ? index + 1 : -index - 1;
    }

    /** The span from {@code start} to {@code end}, exclusive, with its line. */
    public Span span(int start, int end) {
        return new Span(start, end, line(start));
    }

    /** All of a line, from 1, without its end; the last line for one beyond it. */
    public Span wholeLine(int line) {
        int index = Math.min(line, lineStarts.length) - 1;
        int end = index + 1 < lineStarts.length ? lineStarts[index + 1] : text.length();
        while (end > lineStarts[index] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return span(lineStarts[index], end);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, lines * 2);
                }
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }
}
