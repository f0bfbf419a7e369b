package garden.search;

import java.text.Normalizer;

/** Characters without case, accents and width, one for one, from a table: enough to see where a word may begin. */
final class FoldedSigns {

    private static final char[] FOLDED = new char[Character.MAX_VALUE + 1];

    static {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            FOLDED[c] =
                    c < 0x80 || Character.isSurrogate((char) c) ? Character.toLowerCase((char) c) : folded((char) c);
        }
    }

    private FoldedSigns() {}

    static char of(char c) {
        return FOLDED[c];
    }

    private static char folded(char c) {
        String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
        return Character.toLowerCase(plain.charAt(0));
    }
}
