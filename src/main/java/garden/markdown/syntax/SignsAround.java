package garden.markdown.syntax;

import com.vladsch.flexmark.parser.core.delimiter.EmphasisDelimiterProcessor;

/** Signs before and behind words, by one rule for both sides. */
abstract class SignsAround extends EmphasisDelimiterProcessor {

    SignsAround(char sign) {
        super(sign, false);
    }

    /**
     * Where signs stand, seen from the words that they would be around.
     *
     * @param isFlanking as CommonMark says in section 6.2: left-flanking before the words, right-flanking behind them
     * @param inside the character on the side of the words, line ends at the edges of the text
     * @param isSpaceInside whether that is white space
     * @param outside the character on the other side
     * @param isApart whether that is white space or punctuation
     */
    record Side(boolean isFlanking, String inside, boolean isSpaceInside, String outside, boolean isApart) {}

    /** Whether signs that stand so can be around words. */
    abstract boolean canStand(Side side);

    @Override
    public final boolean canBeOpener(
            String before,
            String after,
            boolean leftFlanking,
            boolean rightFlanking,
            boolean beforeIsPunctuation,
            boolean afterIsPunctuation,
            boolean beforeIsWhitespace,
            boolean afterIsWhiteSpace) {
        boolean isApart = beforeIsWhitespace || beforeIsPunctuation;
        return canStand(new Side(leftFlanking, after, afterIsWhiteSpace, before, isApart));
    }

    @Override
    public final boolean canBeCloser(
            String before,
            String after,
            boolean leftFlanking,
            boolean rightFlanking,
            boolean beforeIsPunctuation,
            boolean afterIsPunctuation,
            boolean beforeIsWhitespace,
            boolean afterIsWhiteSpace) {
        boolean isApart = afterIsWhiteSpace || afterIsPunctuation;
        return canStand(new Side(rightFlanking, before, beforeIsWhitespace, after, isApart));
    }
}
