package garden.markdown.syntax;

import com.vladsch.flexmark.util.ast.DoNotDecorate;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import garden.markdown.text.MathSyntax;

/** {@code $x$} or {@code $$x$$} inside a paragraph. A leaf: what stands in it is TeX. */
public final class MathNode extends Node implements DoNotDecorate {

    MathNode(BasedSequence chars) {
        super(chars);
    }

    /** Whether it stands between {@code $$}. */
    public boolean isDisplay() {
        return getChars().startsWith(MathSyntax.DISPLAY);
    }

    /** The TeX, without dollars and space around it. */
    public String tex() {
        String written = PlainText.inCell(this, PlainText.normalized(getChars()));
        int dollars = isDisplay() ? 2 : 1;
        return written.substring(dollars, written.length() - dollars).strip();
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }
}
