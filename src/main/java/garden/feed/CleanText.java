package garden.feed;

/** Text for formats that cannot say every character. */
final class CleanText {

    private static final int REPLACEMENT = 0xFFFD;

    private CleanText() {}

    /** {@code text} with U+FFFD for every character that XML 1.0 forbids, halves of surrogate pairs among them; line ends are {@code \n}. */
    static String clean(String text) {
        boolean isClean = text.chars().allMatch(c -> c < 0xD800 && isAllowed(c));
        return isClean
                ? text
                : text.replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .codePoints()
                        .map(c -> isAllowed(c) ? c : REPLACEMENT)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isAllowed(int c) {
        boolean isSurrogate = c >= 0xD800 && c <= 0xDFFF;
        boolean isControl = c < ' ' && c != '\n' && c != '\t';
        return !isSurrogate && !isControl && c != 0xFFFE && c != 0xFFFF;
    }
}
