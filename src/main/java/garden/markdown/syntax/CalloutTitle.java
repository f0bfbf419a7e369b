package garden.markdown.syntax;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Optional;

/** The first line of a callout: a block without children when the callout has only its type. The quotation around it is the callout. */
public final class CalloutTitle extends Block {

    private final Callout callout;

    CalloutTitle(BasedSequence chars, Callout callout) {
        super(chars);
        this.callout = callout;
    }

    /** The title of a quotation that is a callout. */
    public static Optional<CalloutTitle> of(BlockQuote quote) {
        return quote.getFirstChild() instanceof CalloutTitle title ? Optional.of(title) : Optional.empty();
    }

    /** What the title is of. */
    public Callout callout() {
        return callout;
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }
}
