package garden.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** The words of the notes that begin with a word that is not finished yet. */
final class LongerWords {

    /** Where more words begin so, how often each stands where says little. */
    static final int MAX = 64;

    private static final int MIN_LETTERS = 3;

    private LongerWords() {}

    /** All of them, the word itself included when a note has it, by the alphabet; none when there are more than {@link #MAX}. */
    static List<String> of(String word, LiveSearcher searcher) throws IOException {
        if (word.length() < MIN_LETTERS) {
            return List.of();
        }
        SortedSet<String> longer = new TreeSet<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Terms dictionary = leaf.reader().terms(IndexKeys.WORDS);
            if (dictionary != null && !addAll(new BytesRef(word), dictionary.iterator(), longer, searcher)) {
                return List.of();
            }
        }
        return new ArrayList<>(longer);
    }

    /** False when there are too many. Words that only deleted documents have do not count. */
    private static boolean addAll(BytesRef word, TermsEnum terms, SortedSet<String> longer, LiveSearcher searcher)
            throws IOException {
        if (terms.seekCeil(word) == TermsEnum.SeekStatus.END) {
            return true;
        }
        for (BytesRef term = terms.term(); term != null && StringHelper.startsWith(term, word); term = terms.next()) {
            String text = term.utf8ToString();
            if (!longer.contains(text) && searcher.liveDocuments(new Term(IndexKeys.WORDS, text)) > 0) {
                longer.add(text);
                if (longer.size() > MAX) {
                    return false;
                }
            }
        }
        return true;
    }
}
