package garden.markdown.syntax;

import com.vladsch.flexmark.parser.delimiter.DelimiterRun;

/** Stars, with the rule of three as it is now: two runs that are both multiples of three do match (CommonMark 0.31, section 6.2, rule 9). */
final class Asterisks extends SignsAround {

    Asterisks() {
        super('*');
    }

    @Override
    public int getDelimiterUse(DelimiterRun opener, DelimiterRun closer) {
        boolean areBothThree = opener.length() % 3 == 0 && closer.length() % 3 == 0;
        return areBothThree ? 2 : super.getDelimiterUse(opener, closer);
    }

    /** Symbols count as punctuation since 0.31. */
    @Override
    boolean canStand(Side side) {
        return side.isFlanking() && (!isSymbol(side.inside()) || side.isApart() || isSymbol(side.outside()));
    }

    private static boolean isSymbol(String text) {
        return switch (Character.getType(text.codePointAt(0))) {
            case Character.CURRENCY_SYMBOL, Character.MATH_SYMBOL, Character.MODIFIER_SYMBOL, Character.OTHER_SYMBOL ->
                true;
            default -> false;
        };
    }
}
