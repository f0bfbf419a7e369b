package garden.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Finds notes by what they are called. Owned by the thread of one search. */
final class NameSearch {

    private static final int MAX_NAME = 80;

    /** So many are picked by the index, then compared exactly. */
    private static final int CANDIDATES = 200;

    private static final double MIN_LIKENESS = 0.55;
    private static final float SURELY = 1_000;
    private static final Comparator<NoteNames.Name> SHORTEST_FIRST =
            Comparator.comparingInt(name -> name.key().length());

    /**
     * So many notes are looked at for one name, however many share a pair of letters with it. In a garden of some ten thousand notes that is
     * nearly all that share any; beyond, the commonest pairs, which say least, are left out.
     */
    static final int MAX_LOOKED_AT = 20_000;

    private final LiveSearcher searcher;
    private final int maxLookedAt;

    NameSearch(LiveSearcher searcher) {
        this(searcher, MAX_LOOKED_AT);
    }

    NameSearch(LiveSearcher searcher, int maxLookedAt) {
        this.searcher = searcher;
        this.maxLookedAt = maxLookedAt;
    }

    /** The names most like one that no note has; of each note its best. */
    List<Suggestion> similar(String name, int limit) throws IOException {
        String key = key(name.substring(name.lastIndexOf('/') + 1));
        List<Rated> rated = new ArrayList<>();
        for (int document :
                TopNotes.byScore(searcher, candidates(key), CANDIDATES).documents()) {
            Rated best = best(document, key);
            if (best.likeness() >= MIN_LIKENESS) {
                rated.add(best);
            }
        }
        return rated.stream()
                .sorted(Rated.BEST_FIRST)
                .limit(limit)
                .map(Rated::suggestion)
                .toList();
    }

    /** Finds at most {@link #MAX_LOOKED_AT} notes: by what surely tells a name first, then by the rarest of its pairs. */
    Query candidates(String key) throws IOException {
        BooleanQuery.Builder candidates = new BooleanQuery.Builder();
        int left = maxLookedAt;
        for (Counted deletion : counted(IndexKeys.DELETION, Likeness.deletions(key))) {
            if (deletion.notes() <= left) {
                candidates.add(WordQueries.constant(SURELY, new TermQuery(deletion.term())), Occur.SHOULD);
                left -= deletion.notes();
            }
        }
        for (Counted gram : counted(IndexKeys.GRAM, new LinkedHashSet<>(Likeness.grams(key)))) {
            if (gram.notes() <= left) {
                candidates.add(new TermQuery(gram.term()), Occur.SHOULD);
                left -= gram.notes();
            }
        }
        return candidates.build();
    }

    /** A term, and how many notes have it. */
    private record Counted(Term term, int notes) {}

    /** The rarest first. */
    private List<Counted> counted(String field, Set<String> words) throws IOException {
        List<Counted> counted = new ArrayList<>();
        for (String word : words) {
            Term term = new Term(field, word);
            counted.add(new Counted(term, searcher.liveDocuments(term)));
        }
        counted.sort(Comparator.comparingInt(Counted::notes).thenComparing(Counted::term));
        return counted;
    }

    /** The names in which every word typed begins a word: those that are or begin with what was typed first, then the shorter. */
    List<Suggestion> beginningWith(String prefix, int limit) throws IOException {
        String key = key(prefix);
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        words(key).forEach(word -> words.add(beginsWord(word), Occur.MUST));
        Query found = new DisjunctionMaxQuery(
                List.of(
                        new ConstantScoreQuery(words.build()),
                        WordQueries.constant(2, new PrefixQuery(new Term(IndexKeys.FILE_NAME, key))),
                        WordQueries.constant(2, new PrefixQuery(new Term(IndexKeys.NAME, key))),
                        WordQueries.constant(3, new TermQuery(new Term(IndexKeys.NAME, key)))),
                0);
        List<Suggestion> suggestions = new ArrayList<>();
        for (int document : TopNotes.byScoreAndLength(searcher, found, limit).documents()) {
            suggestions.add(matching(document, key));
        }
        return List.copyOf(suggestions);
    }

    private record Rated(double likeness, Suggestion suggestion) {

        static final Comparator<Rated> BEST_FIRST = Comparator.comparingDouble(Rated::likeness)
                .reversed()
                .thenComparingInt(rated -> rated.suggestion().name().length())
                .thenComparing(rated -> rated.suggestion().path());
    }

    private static String key(String name) {
        String key = Words.key(name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name);
        return key.length() > MAX_NAME ? key.substring(0, MAX_NAME) : key;
    }

    private static Query beginsWord(String word) {
        return new DisjunctionMaxQuery(
                Stream.of(TextField.TITLE, TextField.ALIASES)
                        .<Query>map(field -> new PrefixQuery(new Term(field.key(), word)))
                        .toList(),
                0);
    }

    private Rated best(int document, String key) throws IOException {
        NoteNames names = NoteNames.read(searcher.getIndexReader(), document);
        return names.names().stream()
                .map(name -> new Rated(Likeness.of(key, name.key()), suggestion(names, name.text())))
                .min(Rated.BEST_FIRST)
                .orElseThrow();
    }

    /** The shortest name that begins so, else the first in which every word begins a word, else the title. */
    private Suggestion matching(int document, String key) throws IOException {
        NoteNames names = NoteNames.read(searcher.getIndexReader(), document);
        String name = Stream.concat(
                        names.names().stream()
                                .filter(each -> each.key().startsWith(key))
                                .sorted(SHORTEST_FIRST),
                        names.names().stream().filter(each -> beginWords(key, each)))
                .map(NoteNames.Name::text)
                .findFirst()
                .orElse(names.title());
        return suggestion(names, name);
    }

    private static Suggestion suggestion(NoteNames names, String name) {
        return new Suggestion(names.path(), names.title(), name);
    }

    private static boolean beginWords(String key, NoteNames.Name name) {
        return words(key).allMatch(typed -> words(name.key()).anyMatch(word -> word.startsWith(typed)));
    }

    private static Stream<String> words(String key) {
        return Stream.of(key.split(" ")).filter(word -> !word.isEmpty());
    }
}
