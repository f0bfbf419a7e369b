package garden.search;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/**
 * Puts the parts of {@code camelCase} after it, at its position, marked as {@link WordForms} are; before folding, which forgets the case.
 * Owned by the thread that indexes a note.
 */
final class CasePartsFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Queue<String> pending = new ArrayDeque<>();
    private AttributeSource.@Nullable State word = null;

    CasePartsFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        String part = pending.poll();
        if (part != null) {
            restoreState(word);
            term.setEmpty().append(WordForms.MARK).append(part);
            increment.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        addParts();
        word = pending.isEmpty() ? null : captureState();
        return true;
    }

    /** A capital after a small letter begins a part. */
    private void addParts() {
        int start = 0;
        for (int i = 1; i < term.length(); i++) {
            if (Character.isUpperCase(term.charAt(i)) && Character.isLowerCase(term.charAt(i - 1))) {
                pending.add(new String(term.buffer(), start, i - start));
                start = i;
            }
        }
        if (start > 0) {
            pending.add(new String(term.buffer(), start, term.length() - start));
        }
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        pending.clear();
        word = null;
    }
}
