package garden.markdown;

import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import org.jspecify.annotations.Nullable;

/**
 * A comment over several lines: begins with a line that starts with {@code %%} and has no second one, ends with the line that has
 * it. One that is never closed hides the rest, as in Obsidian: better too little shown than a private remark.
 */
final class CommentBlockParser extends RawBlockParser {

    static final String MARK = "%%";

    private CommentBlockParser() {
        super(new CommentBlock());
    }

    @Override
    boolean isLast(BasedSequence line, int before) {
        return before > 0 && line.indexOf(MARK) >= 0;
    }

    /** Starts comments. */
    static final class Start extends BlockSyntax {

        @Override
        @Nullable
        BlockStart start(ParserState state, MatchedBlockParser matched) {
            BasedSequence line = state.getLine();
            int start = state.getNextNonSpaceIndex();
            boolean isStart = state.getIndent() < 4
                    && line.matchChars(MARK, start)
                    && line.indexOf(MARK, start + MARK.length()) < 0;
            return isStart ? BlockStart.of(new CommentBlockParser()).atIndex(start) : BlockStart.none();
        }
    }
}
