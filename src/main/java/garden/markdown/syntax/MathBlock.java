package garden.markdown.syntax;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** Lines from {@code $$} to {@code $$}: TeX. Has children only when its container ended first; then it is a paragraph like any other. */
public final class MathBlock extends Block {

    /** Whether the closing {@code $$} is there. */
    public boolean isMath() {
        return !hasChildren();
    }

    /** The TeX, without dollars and space around it. */
    public String tex() {
        String written = PlainText.normalized(getContentChars()).strip();
        return written.substring(2, written.length() - 2).strip();
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }
}
