package garden.markdown;

import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Locale;

/** Raw HTML from {@code <textarea>} to the line that closes it. */
final class TextAreaParser extends RawBlockParser {

    private static final String END = "</textarea>";

    TextAreaParser() {
        super(new HtmlBlock());
    }

    @Override
    boolean isLast(BasedSequence line, int before) {
        return line.toString().toLowerCase(Locale.ROOT).contains(END);
    }
}
