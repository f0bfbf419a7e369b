package garden.markdown;

import com.vladsch.flexmark.ast.DelimitedNodeImpl;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** {@code ==words==} in the tree. */
final class Highlight extends DelimitedNodeImpl {

    Highlight(BasedSequence opening, BasedSequence closing) {
        super(opening, BasedSequence.NULL, closing);
    }
}
