package garden.markdown.syntax;

import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import garden.markdown.text.RemarkMask;
import org.jspecify.annotations.Nullable;

/** A remark on lines of its own, {@link RemarkMask#REMARK_BLOCK masked} to a part of one line: it ends what stood before. */
final class CommentBlockParser extends RawBlockParser {

    private CommentBlockParser() {
        super(new CommentBlock());
    }

    @Override
    boolean isLast(BasedSequence line) {
        return true;
    }

    /** Starts comments. */
    static final class Start extends BlockSyntax {

        @Override
        @Nullable
        BlockStart start(ParserState state, MatchedBlockParser matched) {
            BasedSequence line = state.getLine();
            int start = state.getNextNonSpaceIndex();
            boolean isStart = start < line.length() && line.charAt(start) == RemarkMask.REMARK_BLOCK;
            return isStart ? BlockStart.of(new CommentBlockParser()).atIndex(start) : BlockStart.none();
        }
    }
}
