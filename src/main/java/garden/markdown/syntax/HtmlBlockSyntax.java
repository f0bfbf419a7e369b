package garden.markdown.syntax;

import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import garden.markdown.text.HtmlKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Blocks of raw HTML. In the place of flexmark's, which lets a single tag interrupt the paragraph of a list item. */
final class HtmlBlockSyntax extends BlockSyntax {

    @Override
    @Nullable
    BlockStart start(ParserState state, MatchedBlockParser matched) {
        if (state.getIndent() >= 4 || state.isBlank()) {
            return BlockStart.none();
        }
        boolean isInParagraph = state.getActiveBlockParser().isParagraphParser();
        Optional<HtmlKind> kind = HtmlKind.at(state.getLine(), state.getNextNonSpaceIndex());
        return kind.filter(found -> !(isInParagraph && found.isAfterParagraphs()))
                .map(found -> BlockStart.of(new Lines(found)).atIndex(state.getIndex()))
                .orElseGet(BlockStart::none);
    }

    /** The lines of one such block. */
    private static final class Lines extends RawBlockParser {

        private final HtmlKind kind;

        Lines(HtmlKind kind) {
            super(kind == HtmlKind.COMMENT ? new HtmlCommentBlock() : new HtmlBlock());
            this.kind = kind;
        }

        @Override
        boolean isContinued(ParserState state) {
            return !(kind.endsAtBlank() && state.isBlank());
        }

        @Override
        boolean isLast(BasedSequence line) {
            return kind.isLast(line);
        }
    }
}
