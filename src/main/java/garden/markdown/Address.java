package garden.markdown;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** The address of a Markdown link or of raw HTML, by where it may lead. */
sealed interface Address {

    /** Schemes that open something a reader expects. The rest ({@code javascript:}, {@code data:}, {@code file:}, …) leads nowhere. */
    Set<String> SCHEMES = Set.of(
            "http",
            "https",
            "mailto",
            "tel",
            "sms",
            "ftp",
            "ftps",
            "sftp",
            "git",
            "ssh",
            "irc",
            "ircs",
            "xmpp",
            "matrix",
            "geo",
            "news",
            "magnet",
            "obsidian",
            "zotero",
            "doi");

    /** Inside the garden: percent-decoded, split at the first {@code #}. */
    record Local(String target, String fragment) implements Address {}

    /** Outside: has one of {@link #SCHEMES} or begins with {@code //}; percent-encoded where needed. */
    record External(String url) implements Address {

        /** Whether a browser can load it as a picture. */
        boolean isWeb() {
            return url.startsWith("//") || url.regionMatches(true, 0, "http", 0, "http".length());
        }
    }

    /** Leads nowhere, since its scheme is not one of {@link #SCHEMES}. */
    record Dead() implements Address {}

    /** Reads an address whose escapes and entities are already undone. Browsers ignore control characters, so they are dropped. */
    static Address of(String written) {
        String url = withoutControls(written).strip();
        if (url.startsWith("//")) {
            return new External(Percent.encode(url));
        }
        int colon = schemeEnd(url);
        if (colon < 0) {
            int hash = url.indexOf('#');
            return hash < 0
                    ? new Local(Percent.decode(url).strip(), "")
                    : new Local(
                            Percent.decode(url.substring(0, hash)).strip(),
                            Percent.decode(url.substring(hash + 1)).strip());
        }
        return SCHEMES.contains(url.substring(0, colon).toLowerCase(Locale.ROOT))
                ? new External(Percent.encode(url))
                : new Dead();
    }

    private static String withoutControls(String text) {
        return text.chars().anyMatch(c -> !isKept(c))
                ? text.codePoints()
                        .filter(Address::isKept)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }

    private static boolean isKept(int c) {
        return c >= ' ' && !HiddenText.isMask(c);
    }

    /** Where the scheme's colon is (RFC 3986, section 3.1); -1 when there is no scheme. */
    private static int schemeEnd(String url) {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == ':') {
                return i == 0 ? -1 : i;
            }
            boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean isLater = i > 0 && ((c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-');
            if (!isLetter && !isLater) {
                return -1;
            }
        }
        return -1;
    }

    /** Percent-encoding as CommonMark's reference renderer does it. */
    final class Percent {

        private static final String KEPT = "-_.+!*'(),%#@?=;:/$~&";
        private static final char[] HEX = "0123456789ABCDEF".toCharArray();

        private Percent() {}

        /** Encodes what no URL may hold; leaves what is encoded already. */
        static String encode(String url) {
            StringBuilder encoded = new StringBuilder(url.length());
            for (byte b : url.getBytes(StandardCharsets.UTF_8)) {
                char c = (char) (b & 0xFF);
                if ((c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || KEPT.indexOf(c) >= 0) {
                    encoded.append(c);
                } else {
                    encoded.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
                }
            }
            return encoded.toString();
        }

        /** Decodes {@code %20} and the like; the text as it is when the result would not be UTF-8. */
        static String decode(String text) {
            if (text.indexOf('%') < 0) {
                return text;
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            ByteBuffer decoded = ByteBuffer.allocate(bytes.length);
            for (int i = 0; i < bytes.length; i++) {
                int value = bytes[i] == '%' && i + 2 < bytes.length ? hex(bytes[i + 1], bytes[i + 2]) : -1;
                decoded.put(value < 0 ? bytes[i] : (byte) value);
                i += value < 0 ? 0 : 2;
            }
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(decoded.flip())
                        .toString()
                        .replace('\0', '\uFFFD');
            } catch (CharacterCodingException e) {
                return text;
            }
        }

        private static int hex(byte high, byte low) {
            int h = Character.digit(high, 16);
            int l = Character.digit(low, 16);
            return h < 0 || l < 0 ? -1 : h * 16 + l;
        }
    }
}
