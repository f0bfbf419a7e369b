package garden.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;

/**
 * Orders the best notes of a search once more, by what would be dear to know of every note: how much of a name the query is, whether its
 * words stand together, how linked the note is. Owned by the thread of one search.
 */
final class Ranking {

    /** So many notes are ordered once more; those after them stay as they are. */
    static final int MAX = 200;

    private static final int SLOP = 8;
    private static final double MIN_LIKENESS = 0.8;

    /** Spaces count in lengths and not in likeness. */
    private static final int MAX_SPACES = 10;

    private final LiveSearcher searcher;
    private final CompiledQuery query;
    private final List<String> typed;
    private final boolean isLoose;

    private Ranking(LiveSearcher searcher, CompiledQuery query, boolean isLoose) {
        this.searcher = searcher;
        this.query = query;
        this.typed = List.of(query.name().split(" "));
        this.isLoose = isLoose;
    }

    /** Of notes that have all that is wanted. */
    static Ranking strict(LiveSearcher searcher, CompiledQuery query) {
        return new Ranking(searcher, query, false);
    }

    /** Of notes that have some of it. */
    static Ranking loose(LiveSearcher searcher, CompiledQuery query) {
        return new Ranking(searcher, query, true);
    }

    /** The same notes, best first. */
    List<Integer> order(TopNotes found) throws IOException {
        List<TopNotes.Found> first =
                found.found().subList(0, Math.min(MAX, found.found().size()));
        Map<Integer, Float> together = together(first);
        List<TopNotes.Found> ordered = new ArrayList<>();
        for (TopNotes.Found note : first) {
            float score = note.score() + together.getOrDefault(note.document(), 0f) + ofNote(note.document());
            ordered.add(new TopNotes.Found(note.document(), score));
        }
        ordered.sort(Comparator.comparingDouble((TopNotes.Found note) -> note.score())
                .reversed());
        return Stream.concat(ordered.stream(), found.found().stream().skip(first.size()))
                .map(TopNotes.Found::document)
                .toList();
    }

    private Map<Integer, Float> together(List<TopNotes.Found> notes) throws IOException {
        List<Words.Word> inOrder = query.inOrder();
        Map<Integer, Float> scores = new HashMap<>();
        if (inOrder.size() < 2) {
            return scores;
        }
        Query near = WordQueries.best(List.of(
                WordQueries.boost(RankingWeights.PHRASE, WordQueries.phrase(inOrder)),
                WordQueries.boost(RankingWeights.NEAR, WordQueries.phrase(TextField.BODY.key(), inOrder, SLOP))));
        ScoreDoc[] documents =
                notes.stream().map(note -> new ScoreDoc(note.document(), 0)).toArray(ScoreDoc[]::new);
        TopDocs top = new TopDocs(new TotalHits(documents.length, TotalHits.Relation.EQUAL_TO), documents);
        for (ScoreDoc hit : QueryRescorer.rescore(searcher, top, near, 1, documents.length).scoreDocs) {
            scores.put(hit.doc, hit.score);
        }
        return scores;
    }

    private float ofNote(int document) throws IOException {
        NoteNames names = NoteNames.read(searcher.getIndexReader(), document);
        float best = 0;
        for (NoteNames.Name name : names.names().subList(0, 2)) {
            best = Math.max(best, ofName(name.key()));
        }
        for (NoteNames.Name alias : names.aliases()) {
            best = Math.max(best, RankingWeights.OF_ALIAS * ofName(alias.key()));
        }
        return best + RankingWeights.PER_DOUBLED_LINKS * doubledLinks(document);
    }

    private float ofName(String name) {
        float nearness = RankingWeights.NEARNESS * query.name().length() / Math.max(1, name.length());
        if (name.startsWith(query.name())) {
            return nearness;
        }
        if (beginWordsInOrder(name)) {
            return RankingWeights.IN_TITLE + nearness;
        }
        int lengths = Math.abs(name.length() - query.name().length());
        if (!isLoose || lengths > (1 - MIN_LIKENESS) * (name.length() + MAX_SPACES)) {
            return 0;
        }
        double likeness = Likeness.spelling(query.name(), name);
        return likeness < MIN_LIKENESS ? 0 : RankingWeights.LIKE_NAME * (float) likeness;
    }

    private boolean beginWordsInOrder(String name) {
        List<String> words = List.of(name.split(" "));
        int next = 0;
        for (String word : typed) {
            while (next < words.size() && !words.get(next).startsWith(word)) {
                next++;
            }
            if (next == words.size()) {
                return false;
            }
            next++;
        }
        return true;
    }

    private long doubledLinks(int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        NumericDocValues values = leaf.reader().getNumericDocValues(IndexKeys.DOUBLED_LINKS);
        return values != null && values.advanceExact(document - leaf.docBase) ? values.longValue() : 0;
    }
}
