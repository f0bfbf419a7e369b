package garden.search;

import org.apache.lucene.analysis.icu.ICUFoldingFilter;

/** Characters as {@link Words} fold them, one for one, from a table: enough to see where a word may begin. */
final class FoldedSigns {

    /** What becomes none, several, or one with its neighbours; also the signs of {@code C++} and {@code C#}. */
    static final char UNCLEAR = 0;

    private static final char[] FOLDED = new char[Character.MAX_VALUE + 1];

    static {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            FOLDED[c] = c < 0x80 ? ascii((char) c) : folded((char) c);
        }
    }

    private FoldedSigns() {}

    static char of(char c) {
        return FOLDED[c];
    }

    private static char ascii(char c) {
        return c == '+' || c == '#' ? UNCLEAR : Character.toLowerCase(c);
    }

    private static char folded(char c) {
        if (Character.isSurrogate(c) || !ICUFoldingFilter.NORMALIZER.hasBoundaryBefore(c)) {
            return UNCLEAR;
        }
        String folded = ICUFoldingFilter.NORMALIZER.normalize(String.valueOf(c));
        return folded.length() == 1 ? folded.charAt(0) : UNCLEAR;
    }
}
