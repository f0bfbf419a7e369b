package garden.markdown.syntax;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.FencedCodeBlockParser;
import com.vladsch.flexmark.parser.core.HeadingParser;
import com.vladsch.flexmark.parser.core.ParagraphParser;
import com.vladsch.flexmark.util.ast.BlockContent;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import org.jspecify.annotations.Nullable;

/** Blocks of CommonMark 0.31 that flexmark begins differently. */
final class SpecBlocks extends BlockSyntax {

    private static final int MIN_FENCE = 3;

    @Override
    @Nullable
    BlockStart start(ParserState state, MatchedBlockParser matched) {
        if (state.getIndent() >= 4 || state.isBlank()) {
            return BlockStart.none();
        }
        return switch (state.getLine().charAt(state.getNextNonSpaceIndex())) {
            case '~' -> tildes(state);
            case '=' -> underline(state, matched);
            default -> BlockStart.none();
        };
    }

    /** Behind a fence of tildes may stand what tildes and backticks it likes (section 4.5). */
    private static @Nullable BlockStart tildes(ParserState state) {
        BasedSequence line = state.getLine();
        int start = state.getNextNonSpaceIndex();
        int length = line.subSequence(start).countLeading(c -> c == '~');
        if (length < MIN_FENCE) {
            return BlockStart.none();
        }
        FencedCodeBlockParser parser =
                new FencedCodeBlockParser(state.getProperties(), '~', length, state.getIndent(), start);
        ((FencedCodeBlock) parser.getBlock()).setOpeningMarker(line.subSequence(start, start + length));
        return BlockStart.of(parser).atIndex(start + length);
    }

    /** Definitions above {@code ===} are no part of the heading; when nothing else is there, the signs are text (section 4.7). */
    private static @Nullable BlockStart underline(ParserState state, MatchedBlockParser matched) {
        BasedSequence line = state.getLine().subSequence(state.getNextNonSpaceIndex());
        boolean isUnderline =
                line.trim().countLeading(c -> c == '=') == line.trim().length();
        if (!isUnderline
                || !(matched.getBlockParser().getBlock() instanceof Paragraph paragraph)
                || !(paragraph.getParent() instanceof Document)
                || !(state.getInlineParser() instanceof SpecInlineParser inlines)) {
            return BlockStart.none();
        }
        BlockContent content = new BlockContent();
        content.addAll(matched.getParagraphLines(), matched.getParagraphEolLengths());
        BasedSequence text = content.getContents();
        if (!text.trimStart().startsWith("[")) {
            return BlockStart.none();
        }
        paragraph.setChars(text);
        BasedSequence rest = text.subSequence(inlines.preProcessBlock(paragraph, state));
        return rest.isBlank() ? words(state) : rest.equals(text) ? BlockStart.none() : heading(state, rest.trim());
    }

    private static BlockStart words(ParserState state) {
        return BlockStart.of(new ParagraphParser()).atIndex(state.getIndex()).replaceActiveBlockParser();
    }

    private static BlockStart heading(ParserState state, BasedSequence words) {
        HeadingParser parser = new HeadingParser(1);
        Heading heading = (Heading) parser.getBlock();
        heading.setText(words);
        heading.setClosingMarker(state.getLine().trim());
        heading.setCharsFromContent();
        return BlockStart.of(parser).atIndex(state.getLine().length()).replaceActiveBlockParser();
    }
}
