package garden.markdown;

import java.nio.charset.StandardCharsets;

/** Tells a file that is not text, though it is named as a note: a picture, an archive, text in another encoding. */
final class NotText {

    static final String MESSAGE = "not text: expected UTF-8, found bytes that are none";

    private static final int LOOKED_AT_BYTES = 8_192;

    /** A stray byte or two make nothing unreadable. */
    private static final int MIN_DAMAGED = 16;

    /** One character in so many. */
    private static final int DAMAGED_SHARE = 10;

    private NotText() {}

    /** Whether too much of the start of a file is zero or no UTF-8. */
    static boolean is(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, LOOKED_AT_BYTES), StandardCharsets.UTF_8);
        long damaged = start.chars().filter(c -> c == 0 || c == '\uFFFD').count();
        return damaged >= MIN_DAMAGED && damaged * DAMAGED_SHARE > start.length();
    }
}
