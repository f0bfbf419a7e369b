package garden.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * Scores by BM25 as if the index had been built at once from the notes it holds.
 *
 * <p>Lucene counts replaced and deleted documents in its statistics until it merges them away, so that two indexes of the same
 * notes with different histories would order them differently. Here a word is counted in the live documents, once per search
 * and only where a segment has deletions, and the usual length of a field is a constant ({@link TextField#usualLength}).
 * What is left, the number of a word in a note and the note's length, is the note's own.
 *
 * <p>Owned by the thread of one search.
 */
final class LiveSearcher extends IndexSearcher {

    /** The weights of words have their lengths in them; phrases are scored as usual. */
    private static final Similarity SIMILARITY = new PerFieldSimilarityWrapper() {

        private final Similarity words = new BM25Similarity(RankingWeights.SATURATION * WordWeights.ONCE, 0);
        private final Similarity phrases = new BM25Similarity();

        @Override
        public Similarity get(String field) {
            return field.equals(IndexKeys.WORDS) ? words : phrases;
        }
    };

    private final Set<Stemming> languages = new LinkedHashSet<>();
    private final Map<Term, Integer> counts = new HashMap<>();

    LiveSearcher(IndexReader reader) {
        super(reader);
        setQueryCache(null);
        setSimilarity(SIMILARITY);
    }

    @Override
    public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq) throws IOException {
        // Lucene expects at least one; a word that only deleted documents have scores nothing.
        int live = Math.max(1, liveDocuments(term));
        return new TermStatistics(term.bytes(), live, live);
    }

    @Override
    public CollectionStatistics collectionStatistics(String field) {
        long live = Math.max(1, getIndexReader().numDocs());
        return new CollectionStatistics(field, live, live, live * usualLength(field), live);
    }

    /** How much it says that a note has the word: from near 0 when all have it, growing with the logarithm of the garden. */
    float rarity(String word) throws IOException {
        int notes = liveDocuments(new Term(IndexKeys.WORDS, word));
        return (float) StrictMath.log1p((getIndexReader().numDocs() - notes + 0.5) / (notes + 0.5));
    }

    /** The languages that notes are in. */
    Set<Stemming> languages() throws IOException {
        if (languages.isEmpty()) {
            for (LeafReaderContext leaf : getIndexReader().leaves()) {
                Terms codes = leaf.reader().terms(IndexKeys.LANGUAGE);
                TermsEnum code = codes == null ? TermsEnum.EMPTY : codes.iterator();
                for (BytesRef next = code.next(); next != null; next = code.next()) {
                    languages.add(new Stemming(next.utf8ToString()));
                }
            }
        }
        return languages;
    }

    /** Number of notes that have the term. */
    int liveDocuments(Term term) throws IOException {
        Integer known = counts.get(term);
        if (known != null) {
            return known;
        }
        int live = 0;
        for (LeafReaderContext leaf : getIndexReader().leaves()) {
            live += liveDocuments(leaf.reader(), term);
        }
        counts.put(term, live);
        return live;
    }

    private static int liveDocuments(LeafReader reader, Term term) throws IOException {
        Terms terms = reader.terms(term.field());
        if (terms == null) {
            return 0;
        }
        TermsEnum position = terms.iterator();
        if (!position.seekExact(term.bytes())) {
            return 0;
        }
        Bits liveDocs = reader.getLiveDocs();
        return liveDocs == null
                ? position.docFreq()
                : liveDocuments(position.postings(null, PostingsEnum.NONE), liveDocs);
    }

    private static int liveDocuments(PostingsEnum postings, Bits liveDocs) throws IOException {
        int live = 0;
        for (int id = postings.nextDoc(); id != DocIdSetIterator.NO_MORE_DOCS; id = postings.nextDoc()) {
            if (liveDocs.get(id)) {
                live++;
            }
        }
        return live;
    }

    private static int usualLength(String field) {
        for (TextField text : TextField.values()) {
            if (text.key().equals(field)) {
                return text.usualLength;
            }
        }
        return 20;
    }
}
