package garden.markdown.syntax;

import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.data.DataHolder;
import org.jspecify.annotations.Nullable;

/**
 * A block that begins before any of flexmark's own can. Each kind is a class of its own: flexmark takes no two factories of one
 * class.
 */
abstract class BlockSyntax implements CustomBlockParserFactory, OrderFree {

    /** Begins a block, or not; asked at each line that could begin one. */
    abstract @Nullable BlockStart start(ParserState state, MatchedBlockParser matched);

    @Override
    public final BlockParserFactory apply(DataHolder options) {
        return new AbstractBlockParserFactory(options) {
            @Override
            public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
                return start(state, matched);
            }
        };
    }
}
