package garden.markdown.syntax;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/**
 * What a block of code in fences holds: each line without white space up to the column of its fence. flexmark takes off whole tabs only; here
 * a tab that reaches over that column leaves spaces (CommonMark 0.31, sections 2.2 and 4.5).
 */
public final class FencedText {

    private static final int TAB = 4;

    private FencedText() {}

    /** The lines, each with its end. */
    public static CharSequence of(FencedCodeBlock code) {
        BasedSequence content = code.getContentChars();
        if (content.indexOf('\t') < 0) {
            return content;
        }
        int fence = column(code.getOpeningMarker());
        StringBuilder text = new StringBuilder();
        for (BasedSequence line : code.getContentLines()) {
            append(text, line, fence);
        }
        return text;
    }

    private static void append(StringBuilder text, BasedSequence line, int fence) {
        int column = column(line);
        int i = 0;
        while (column < fence && i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
            column += line.charAt(i) == '\t' ? TAB - column % TAB : 1;
            i++;
        }
        text.append(" ".repeat(Math.max(0, i == 0 ? 0 : column - fence))).append(line.subSequence(i));
    }

    /** The column in which a piece of the text begins. */
    private static int column(BasedSequence piece) {
        BasedSequence text = piece.getBaseSequence();
        int start = piece.getStartOffset();
        int lineStart = start;
        while (lineStart > 0 && text.charAt(lineStart - 1) != '\n' && text.charAt(lineStart - 1) != '\r') {
            lineStart--;
        }
        int column = 0;
        for (int i = lineStart; i < start; i++) {
            column += text.charAt(i) == '\t' ? TAB - column % TAB : 1;
        }
        return column;
    }
}
