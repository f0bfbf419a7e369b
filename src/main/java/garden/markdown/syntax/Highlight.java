package garden.markdown.syntax;

import com.vladsch.flexmark.ast.DelimitedNodeImpl;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** {@code ==words==} in the tree. */
public final class Highlight extends DelimitedNodeImpl {

    Highlight(BasedSequence opening, BasedSequence closing) {
        super(opening, BasedSequence.NULL, closing);
    }
}
