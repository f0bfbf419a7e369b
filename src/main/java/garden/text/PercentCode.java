package garden.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding as in RFC 3986, of the UTF-8 bytes of a text. */
public final class PercentCode {

    private static final String UNRESERVED = "-._~";

    /** What may stand in a segment of a path besides letters and digits. */
    private static final String SEGMENT = UNRESERVED + "!$&'()*+,;=:@";

    /** What CommonMark's reference renderer leaves as it is. */
    private static final String URL = "-_.+!*'(),%#@?=;:/$~&";

    /** As {@link #URL}, without what means something there. */
    private static final String TARGET = UNRESERVED + "+!*',@=;:/$&";

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentCode() {}

    /** A path of segments, {@code /} kept. */
    public static String encodePath(String path) {
        return encode(path, SEGMENT + "/");
    }

    /** A value in a query, or a fragment with the additional characters of a query removed. */
    public static String encodeValue(String value) {
        return encode(value, UNRESERVED);
    }

    /** A whole URL as an author wrote it: what no URL may hold is encoded, and what is encoded already stays. */
    public static String encodeUrl(String url) {
        return encode(url, URL);
    }

    /** A target of a link as CommonMark's parser reads it back whole: what would end it or begin a fragment is encoded too. */
    public static String encodeTarget(String target) {
        return encode(target, TARGET);
    }

    private static String encode(String text, String kept) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isAlphanumeric(c) || (c < 0x80 && kept.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX[c >> 4]).append(HEX[c & 0xf]);
            }
        }
        return encoded.toString();
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** The text behind an encoded path; empty when an escape is cut off, the bytes are no UTF-8, or a NUL is among them. */
    public static Optional<String> decode(String encoded) {
        byte[] raw = encoded.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            int value = raw[i] == '%' ? escaped(raw, i) : raw[i];
            if (raw[i] == '%' && value < 0) {
                return Optional.empty();
            }
            bytes.put((byte) value);
            i += raw[i] == '%' ? 2 : 0;
        }
        return utf8(bytes.flip()).filter(text -> text.indexOf('\0') < 0);
    }

    /** As an author means it: a percent sign that begins no escape is itself, and so is all of what would be no UTF-8. A NUL is U+FFFD. */
    public static String decodeLoosely(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            int value = raw[i] == '%' ? escaped(raw, i) : -1;
            bytes.put(value < 0 ? raw[i] : (byte) value);
            i += value < 0 ? 0 : 2;
        }
        return utf8(bytes.flip())
                .map(decoded -> decoded.replace('\0', '\uFFFD'))
                .orElse(text);
    }

    /** The byte that the two digits behind {@code at} mean; negative when they are none. */
    private static int escaped(byte[] raw, int at) {
        if (at + 2 >= raw.length) {
            return -1;
        }
        int high = Character.digit(raw[at + 1], 16);
        int low = Character.digit(raw[at + 2], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static Optional<String> utf8(ByteBuffer bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
