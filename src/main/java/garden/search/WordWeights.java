package garden.search;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/**
 * How much each word and each form of a word means in one note, all its fields together: the frequencies of BM25F (Robertson, Zaragoza and
 * Taylor, 2004), each field's divided by its length beforehand. One posting for each word answers what one for each field would.
 * Owned by the thread that indexes the note.
 */
final class WordWeights {

    /** A word that stands once in a body of usual length. */
    static final int ONCE = 8;

    private final Map<String, Float> weights = new TreeMap<>();

    /** Adds what the note has in a field. */
    void add(TextField field, List<WordList> texts) {
        int length = texts.stream().mapToInt(WordList::length).sum();
        float relative = 1 - RankingWeights.LENGTH + RankingWeights.LENGTH * length / field.usualLength;
        Map<String, Integer> counts = new HashMap<>();
        texts.forEach(text -> text.tokens().forEach(token -> counts.merge(token.term(), 1, Integer::sum)));
        counts.forEach((term, count) -> weights.merge(term, field.weight * count / relative, Float::sum));
    }

    /** Each word once, as often as it weighs; by the word. */
    TokenStream stream() {
        return new Weighted(weights.entrySet().iterator());
    }

    private static final class Weighted extends TokenStream {

        private final Iterator<Map.Entry<String, Float>> weights;
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);

        Weighted(Iterator<Map.Entry<String, Float>> weights) {
            this.weights = weights;
        }

        @Override
        public boolean incrementToken() {
            if (!weights.hasNext()) {
                return false;
            }
            Map.Entry<String, Float> next = weights.next();
            clearAttributes();
            term.append(next.getKey());
            frequency.setTermFrequency(Math.max(1, Math.round(ONCE * next.getValue())));
            return true;
        }
    }
}
