package garden.markdown.reading;

import garden.markdown.frontmatter.FrontMatterReader;
import garden.markdown.text.Source;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Tells a file that is not text, though it is named as a note: a picture, an archive, text in another encoding. */
public final class NotText {

    /** What is said of a file that holds no text. */
    public static final String MESSAGE = "not text: expected UTF-8, found bytes that are none";

    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    private static final int LOOKED_AT_BYTES = 8_192;

    /** A stray byte or two make nothing unreadable. */
    private static final int MIN_DAMAGED = 16;

    /** One character in so many. */
    private static final int DAMAGED_SHARE = 10;

    /** Enough to see the longest front matter that is read. */
    private static final int DECODED_BYTES = 4 * FrontMatterReader.MAX_CHARS;

    private NotText() {}

    /** Whether a file is in another encoding, or too much of its start is zero or no UTF-8. */
    public static boolean is(byte[] content) {
        if (!charset(content).equals(StandardCharsets.UTF_8)) {
            return true;
        }
        String start = new String(content, 0, Math.min(content.length, LOOKED_AT_BYTES), StandardCharsets.UTF_8);
        long damaged = start.chars().filter(c -> c == 0 || c == '\uFFFD').count();
        return damaged >= MIN_DAMAGED && damaged * DAMAGED_SHARE > start.length();
    }

    /** The start of such a file in the encoding that its first bytes tell: a draft that was saved as UTF-16 is a draft. */
    public static Source decoded(byte[] content) {
        return Source.of(new String(content, 0, Math.min(content.length, DECODED_BYTES), charset(content)));
    }

    /** UTF-8, or what a byte order mark says, or the zeros around the marks of front matter. */
    private static Charset charset(byte[] content) {
        int[] start = new int[4];
        for (int i = 0; i < Math.min(start.length, content.length); i++) {
            start[i] = content[i] & 0xFF;
        }
        if (start[0] == 0xFF && start[1] == 0xFE) {
            return start[2] == 0 && start[3] == 0 && content.length > 2 ? UTF_32LE : StandardCharsets.UTF_16LE;
        }
        if (start[0] == 0xFE && start[1] == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (start[0] == 0 && start[1] == 0) {
            return (start[2] == 0xFE && start[3] == 0xFF) || isMark(start[3]) ? UTF_32BE : StandardCharsets.UTF_8;
        }
        if (start[0] == 0 && start[2] == 0 && isMark(start[1]) && isMark(start[3])) {
            return StandardCharsets.UTF_16BE;
        }
        if (start[1] == 0 && isMark(start[0])) {
            boolean isWide = start[2] == 0 && start[3] == 0;
            return isWide ? UTF_32LE : StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }

    private static boolean isMark(int c) {
        return c == '-' || c == '+';
    }
}
