package garden.search;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/** Puts the {@link WordForms} of each word after it, at its position. Owned by the thread that indexes a note. */
final class WordFormsFilter extends TokenFilter {

    private static final int MAX_KNOWN = 10_000;

    private final Map<String, Set<String>> known = new HashMap<>();
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final PositionLengthAttribute length = addAttribute(PositionLengthAttribute.class);
    private final Queue<String> pending = new ArrayDeque<>();
    private AttributeSource.@Nullable State word = null;

    private final Stemming language;

    WordFormsFilter(TokenStream input, Stemming language) {
        super(input);
        this.language = language;
    }

    @Override
    public boolean incrementToken() throws IOException {
        String form = pending.poll();
        if (form != null) {
            restoreState(word);
            term.setEmpty().append(form);
            increment.setPositionIncrement(0);
            length.setPositionLength(1);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        Set<String> forms = forms(term.toString());
        if (term.charAt(0) == WordForms.MARK) {
            term.setEmpty().append(forms.iterator().next());
            return true;
        }
        pending.addAll(forms);
        word = pending.isEmpty() ? null : captureState();
        return true;
    }

    /** Few words make up most of any text. */
    private Set<String> forms(String term) {
        if (known.size() >= MAX_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(term, each -> WordForms.marked(each, language));
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        pending.clear();
        word = null;
    }
}
