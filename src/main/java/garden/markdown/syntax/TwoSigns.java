package garden.markdown.syntax;

import com.vladsch.flexmark.parser.core.delimiter.Delimiter;
import com.vladsch.flexmark.parser.delimiter.DelimiterRun;
import com.vladsch.flexmark.util.ast.DelimitedNode;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.function.BiFunction;

/**
 * Words between two signs and two signs: {@code ==words==}, {@code ~~words~~}. No more and no fewer, since a row of them is a rule that
 * somebody drew.
 */
final class TwoSigns extends SignsAround {

    private static final int SIGNS = 2;

    private final BiFunction<BasedSequence, BasedSequence, DelimitedNode> node;

    /** {@code node} makes the node from the opening and the closing signs. */
    TwoSigns(char sign, BiFunction<BasedSequence, BasedSequence, DelimitedNode> node) {
        super(sign);
        this.node = node;
    }

    @Override
    public int getMinLength() {
        return SIGNS;
    }

    /** No white space just inside, and nothing else: unlike emphasis, since Chinese and the like have no spaces around words. */
    @Override
    boolean canStand(Side side) {
        return !side.isSpaceInside();
    }

    @Override
    public int getDelimiterUse(DelimiterRun opener, DelimiterRun closer) {
        return opener.length() == SIGNS && closer.length() == SIGNS ? SIGNS : 0;
    }

    @Override
    public void process(Delimiter opener, Delimiter closer, int delimitersUsed) {
        DelimitedNode marked = node.apply(opener.getTailChars(delimitersUsed), closer.getLeadChars(delimitersUsed));
        opener.moveNodesBetweenDelimitersTo(marked, closer);
    }
}
