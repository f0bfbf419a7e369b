package garden.markdown.syntax;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a quotation when it begins with a {@link Callout} mark. A block of one line, like a heading, so that neither
 * emphasis nor a paragraph goes on from the title to the text below.
 */
final class CalloutTitleParser extends AbstractBlockParser {

    private static final int MAX_LEVEL = 6;

    private final CalloutTitle block;
    private final BasedSequence title;

    private CalloutTitleParser(BasedSequence line, int markLength) {
        this.block = new CalloutTitle(
                line, Callout.of(line.subSequence(0, markLength).toString()));
        this.title = withoutHeading(line.subSequence(markLength).trim());
    }

    /** A title is one already, so the signs of a heading before it show nothing. */
    private static BasedSequence withoutHeading(BasedSequence title) {
        int signs = title.countLeading(c -> c == '#');
        boolean isHeading = signs > 0 && signs <= MAX_LEVEL && signs < title.length() && isSpace(title.charAt(signs));
        return isHeading ? title.subSequence(signs).trimStart() : title;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public @Nullable BlockContinue tryContinue(ParserState state) {
        return BlockContinue.none();
    }

    @Override
    public void parseInlines(InlineParser inlineParser) {
        inlineParser.parse(title, block);
    }

    @Override
    public void closeBlock(ParserState state) {}

    /** Starts titles. */
    static final class Start extends BlockSyntax {

        @Override
        @Nullable
        BlockStart start(ParserState state, MatchedBlockParser matched) {
            Block around = matched.getBlockParser().getBlock();
            if (!(around instanceof BlockQuote) || around.hasChildren() || state.getIndent() >= 4) {
                return BlockStart.none();
            }
            BasedSequence line = state.getLine();
            int start = state.getNextNonSpaceIndex();
            int length = Callout.length(line, start);
            return length == 0
                    ? BlockStart.none()
                    : BlockStart.of(new CalloutTitleParser(line.subSequence(start), length))
                            .atIndex(line.length());
        }
    }
}
