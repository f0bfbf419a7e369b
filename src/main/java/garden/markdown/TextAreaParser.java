package garden.markdown;

import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.BlockContent;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Raw HTML from {@code <textarea>} to the line that closes it. */
final class TextAreaParser extends AbstractBlockParser {

    private static final String END = "</textarea>";

    private final HtmlBlock block = new HtmlBlock();
    private final BlockContent content = new BlockContent();
    private boolean isClosed;

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public @Nullable BlockContinue tryContinue(ParserState state) {
        return isClosed ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(ParserState state, BasedSequence line) {
        isClosed = line.toString().toLowerCase(Locale.ROOT).contains(END);
        content.add(line, state.getIndent());
    }

    @Override
    public boolean isRawText() {
        return true;
    }

    @Override
    public void closeBlock(ParserState state) {
        block.setContent(content);
        block.setCharsFromContent();
    }
}
