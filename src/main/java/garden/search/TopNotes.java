package garden.search;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;

/**
 * The best notes for a query, by score and then by path, every match counted and scored: Lucene's shortcuts would let the count
 * depend on how the index came to be.
 */
record TopNotes(int total, List<Found> found) {

    /** A document; its score is none where it was not asked for. */
    record Found(int document, float score) {}

    private static final SortField BY_PATH = new SortField(IndexKeys.ID, SortField.Type.STRING);
    private static final SortField SHORT_TITLES_FIRST = new SortField(IndexKeys.TITLE_LENGTH, SortField.Type.LONG);

    static TopNotes byScore(IndexSearcher searcher, Query query, int count) throws IOException {
        return search(searcher, query, count, new Sort(SortField.FIELD_SCORE, BY_PATH));
    }

    static TopNotes byScoreAndLength(IndexSearcher searcher, Query query, int count) throws IOException {
        return search(searcher, query, count, new Sort(SortField.FIELD_SCORE, SHORT_TITLES_FIRST, BY_PATH));
    }

    static TopNotes byPath(IndexSearcher searcher, Query query, int count) throws IOException {
        return search(searcher, query, count, new Sort(BY_PATH));
    }

    private static TopNotes search(IndexSearcher searcher, Query query, int count, Sort sort) throws IOException {
        TopFieldDocs top = searcher.search(query, new TopFieldCollectorManager(sort, count, null, Integer.MAX_VALUE));
        List<Found> found = Stream.of(top.scoreDocs).map(TopNotes::found).toList();
        return new TopNotes(Math.toIntExact(top.totalHits.value()), found);
    }

    private static Found found(ScoreDoc hit) {
        boolean isScored = hit instanceof FieldDoc fields && fields.fields[0] instanceof Float;
        return new Found(hit.doc, isScored ? (Float) ((FieldDoc) hit).fields[0] : Float.NaN);
    }

    /** The documents, in order. */
    List<Integer> documents() {
        return found.stream().map(Found::document).toList();
    }
}
