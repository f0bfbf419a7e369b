package garden.markdown.syntax;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import garden.markdown.text.MathSyntax;
import org.jspecify.annotations.Nullable;

/**
 * Lines from {@code $$} to {@code $$}. Starts only where the text has an end for it, so that a stray {@code $$} swallows nothing; when
 * a list or quotation ends before that, the lines are a paragraph after all. Words behind the end, on its line, are a paragraph of their own.
 */
final class MathBlockParser extends RawBlockParser {

    private final int end;
    private BasedSequence behind = BasedSequence.NULL;

    private MathBlockParser(int end) {
        super(new MathBlock());
        this.end = end;
    }

    @Override
    boolean isLast(BasedSequence line) {
        return line.getEndOffset() >= end;
    }

    @Override
    BasedSequence taken(BasedSequence line) {
        int length = end - line.getStartOffset();
        if (line.getEndOffset() <= end || length < 0) {
            return line;
        }
        behind = line.subSequence(length).trim();
        return line.subSequence(0, length);
    }

    @Override
    public void parseInlines(InlineParser inlineParser) {
        if (!isEnded()) {
            inlineParser.parse(getBlock().getContentChars().trim(), getBlock());
        } else if (!behind.isBlank()) {
            Paragraph words = new Paragraph(behind);
            getBlock().insertAfter(words);
            inlineParser.parse(behind, words);
        }
    }

    /** Starts math in one text. */
    static final class Start extends BlockSyntax {

        private final String text;

        Start(String text) {
            this.text = text;
        }

        @Override
        @Nullable
        BlockStart start(ParserState state, MatchedBlockParser matched) {
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
