package garden.markdown;

import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.BlockContent;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lines from {@code $$} to {@code $$}. Starts only where the text has an end for it, so that a stray {@code $$} swallows nothing; when
 * a list or quotation ends before that, the lines are a paragraph after all.
 */
final class MathBlockParser extends AbstractBlockParser {

    private final MathBlock block = new MathBlock();
    private final BlockContent content = new BlockContent();
    private final int end;
    private boolean isClosed;

    private MathBlockParser(int end) {
        this.end = end;
    }

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
        isClosed = line.getEndOffset() >= end;
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

    @Override
    public void parseInlines(InlineParser inlineParser) {
        if (!isClosed) {
            inlineParser.parse(block.getContentChars().trim(), block);
        }
    }

    /** Starts math in one text, before any other block can. */
    static final class Factory implements CustomBlockParserFactory {

        private final String text;

        Factory(String text) {
            this.text = text;
        }

        @Override
        public @Nullable Set<Class<?>> getAfterDependents() {
            return null;
        }

        @Override
        public @Nullable Set<Class<?>> getBeforeDependents() {
            return null;
        }

        @Override
        public boolean affectsGlobalScope() {
            return false;
        }

        @Override
        public BlockParserFactory apply(DataHolder options) {
            return new Start(options, text);
        }
    }

    private static final class Start extends AbstractBlockParserFactory {

        private final String text;

        Start(DataHolder options, String text) {
            super(options);
            this.text = text;
        }

        @Override
        public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            BasedSequence line = state.getLine();
            int start = state.getNextNonSpaceIndex();
            if (state.getIndent() >= 4 || !line.matchChars(MathSyntax.DISPLAY, start)) {
                return BlockStart.none();
            }
            int end =
                    MathSyntax.blockEnd(text, line.subSequence(start, start + 1).getStartOffset());
            return end < 0
                    ? BlockStart.none()
                    : BlockStart.of(new MathBlockParser(end)).atIndex(start);
        }
    }
}
