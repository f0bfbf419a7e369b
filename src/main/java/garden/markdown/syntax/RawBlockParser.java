package garden.markdown.syntax;

import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.BlockContent;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import org.jspecify.annotations.Nullable;

/** Takes lines as they are into one block, up to the line that ends it, this one included. */
abstract class RawBlockParser extends AbstractBlockParser {

    private final Block block;
    private final BlockContent content = new BlockContent();
    private boolean isEnded;

    RawBlockParser(Block block) {
        this.block = block;
    }

    /** Whether {@code line} ends the block, as its last line. */
    abstract boolean isLast(BasedSequence line);

    /** Whether the next line belongs to the block, unless it has ended. */
    boolean isContinued(ParserState state) {
        return true;
    }

    /** What of {@code line} belongs to the block. */
    BasedSequence taken(BasedSequence line) {
        return line;
    }

    /** Whether the line that ends the block has come. */
    final boolean isEnded() {
        return isEnded;
    }

    @Override
    public final Block getBlock() {
        return block;
    }

    @Override
    public final @Nullable BlockContinue tryContinue(ParserState state) {
        return isEnded || !isContinued(state) ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public final void addLine(ParserState state, BasedSequence line) {
        isEnded = isLast(line);
        content.add(taken(line), state.getIndent());
    }

    @Override
    public final boolean isRawText() {
        return true;
    }

    @Override
    public final void closeBlock(ParserState state) {
        block.setContent(content);
        block.setCharsFromContent();
    }
}
