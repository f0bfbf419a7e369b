package garden.markdown.text;

import garden.text.PercentCode;
import java.util.Locale;
import java.util.Set;

/** The address of a Markdown link or of raw HTML, by where it may lead. */
public sealed interface LinkAddress {

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
    record Local(String target, String fragment) implements LinkAddress {}

    /** Outside: has one of {@link #SCHEMES} or begins with {@code //}; percent-encoded where needed. */
    record External(String url) implements LinkAddress {

        /** Whether a browser can load it as a picture. */
        public boolean isWeb() {
            return url.startsWith("//") || url.regionMatches(true, 0, "http", 0, "http".length());
        }
    }

    /** Leads nowhere, since its scheme is not one of {@link #SCHEMES}. */
    record Dead() implements LinkAddress {}

    /** Reads an address whose escapes and entities are already undone. Browsers ignore control characters, so they are dropped. */
    static LinkAddress of(String written) {
        String url = withoutControls(written).strip();
        if (url.startsWith("//")) {
            return new External(PercentCode.encodeUrl(url));
        }
        int colon = schemeEnd(url);
        if (colon < 0) {
            int hash = url.indexOf('#');
            return hash < 0
                    ? new Local(PercentCode.decodeLoosely(url).strip(), "")
                    : new Local(
                            PercentCode.decodeLoosely(url.substring(0, hash)).strip(),
                            PercentCode.decodeLoosely(url.substring(hash + 1)).strip());
        }
        return SCHEMES.contains(url.substring(0, colon).toLowerCase(Locale.ROOT))
                ? new External(PercentCode.encodeUrl(url))
                : new Dead();
    }

    private static String withoutControls(String text) {
        return text.chars().anyMatch(c -> !isKept(c))
                ? text.codePoints()
                        .filter(LinkAddress::isKept)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }

    private static boolean isKept(int c) {
        return c >= ' ' && !RemarkMask.isMask(c);
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
}
