package garden.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/**
 * The words of the notes that are spelled much like a word: one edit away from four letters on, two from eight when no word is one away.
 *
 * <p>Lucene's own fuzzy query picks among all words of the dictionary, those of deleted documents included; this one does not.
 * Owned by the thread of one search.
 */
final class FuzzyTerms {

    private static final int MAX_TERMS = 20;
    private static final int LETTERS_FOR_ONE_EDIT = 4;
    private static final int LETTERS_FOR_TWO_EDITS = 8;
    private static final int MAX_LENGTH = 40;

    private final LiveSearcher searcher;
    private final Map<String, List<String>> found = new HashMap<>();

    FuzzyTerms(LiveSearcher searcher) {
        this.searcher = searcher;
    }

    /** By the alphabet; without the word itself. Looked up once for each word. */
    List<String> near(String word) throws IOException {
        List<String> known = found.get(word);
        if (known != null) {
            return known;
        }
        List<String> near = lookUp(word);
        found.put(word, near);
        return near;
    }

    /** Whether a note has the word, just so. */
    boolean isKnown(String term) throws IOException {
        return searcher.liveDocuments(new Term(IndexKeys.WORDS, term)) > 0;
    }

    private List<String> lookUp(String word) throws IOException {
        for (int edits = 1; edits <= maxEdits(word); edits++) {
            List<String> near = lookUp(word, edits);
            if (!near.isEmpty()) {
                return near;
            }
        }
        return List.of();
    }

    private List<String> lookUp(String word, int maxEdits) throws IOException {
        SortedSet<String> terms = new TreeSet<>();
        CompiledAutomaton automaton = FuzzyQuery.getFuzzyAutomaton(word, maxEdits, 0, true);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Terms dictionary = leaf.reader().terms(IndexKeys.WORDS);
            if (dictionary != null) {
                addAll(automaton.getTermsEnum(dictionary), terms);
            }
        }
        terms.remove(word);
        return firstLive(terms);
    }

    private static void addAll(TermsEnum found, SortedSet<String> terms) throws IOException {
        for (BytesRef term = found.next(); term != null; term = found.next()) {
            String text = term.utf8ToString();
            if (text.charAt(0) != WordForms.MARK) {
                terms.add(text);
            }
        }
    }

    private List<String> firstLive(SortedSet<String> terms) throws IOException {
        List<String> live = new ArrayList<>();
        for (String term : terms) {
            if (live.size() == MAX_TERMS) {
                break;
            }
            if (isKnown(term)) {
                live.add(term);
            }
        }
        return live;
    }

    private static int maxEdits(String word) {
        long letters = word.codePoints().filter(Character::isLetter).count();
        if (letters < LETTERS_FOR_ONE_EDIT || word.length() > MAX_LENGTH) {
            return 0;
        }
        return letters < LETTERS_FOR_TWO_EDITS ? 1 : 2;
    }
}
