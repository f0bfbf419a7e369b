package garden.search;

import garden.note.NameKey;
import garden.search.Query.Clause;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;

/**
 * A query in Lucene's words, strict and loose.
 *
 * @param words folded, in the order typed
 * @param beginning the last of the words, when it was typed last and so may be unfinished
 * @param phrases of two words or more, or of one that is to be exact
 * @param name what a title must be to be the very thing asked for; empty when no words were typed
 * @param filter what a note must have or not have besides
 */
record CompiledQuery(
        List<String> words,
        Optional<String> beginning,
        List<List<Words.Word>> phrases,
        String name,
        BooleanQuery filter) {

    private static final int MAX_WORDS = 32;

    /** Unlisted notes have no titles in the index. */
    private static final org.apache.lucene.search.Query EVERY_LISTED_NOTE =
            new FieldExistsQuery(IndexKeys.TITLE_LENGTH);

    static {
        // 32 words, each with up to twenty near spellings or sixty-four longer words, counted twice.
        IndexSearcher.setMaxClauseCount(16_384);
    }

    static CompiledQuery of(Query query) {
        List<String> words = new ArrayList<>();
        List<List<Words.Word>> phrases = new ArrayList<>();
        boolean endsInWord = false;
        for (Clause clause : query.wanted()) {
            if (clause instanceof Query.Word(String text)) {
                for (List<Words.Word> run : Words.runs(Words.of(text))) {
                    endsInWord = run.size() == 1;
                    if (endsInWord) {
                        words.add(run.getFirst().term());
                    } else {
                        phrases.add(limited(run));
                    }
                }
            } else if (clause instanceof Query.Phrase(String text)) {
                phrases.add(limited(Words.of(text)));
            }
        }
        phrases.removeIf(List::isEmpty);
        boolean isUnfinished = endsInWord && query.wanted().getLast() instanceof Query.Word;
        List<String> sought = limited(words);
        return new CompiledQuery(
                isUnfinished ? sought.subList(0, sought.size() - 1) : sought,
                isUnfinished ? Optional.of(sought.getLast()) : Optional.empty(),
                phrases,
                name(query),
                filter(query));
    }

    /** Whether nothing is left of the query: all of it was signs that are in no word. */
    boolean asksNothing() {
        return !hasWords() && filter.clauses().size() == 1;
    }

    /** Whether words are wanted, not only tags and paths. */
    boolean hasWords() {
        return soughtWords().findAny().isPresent();
    }

    /** Notes that have all that is wanted, or are called so. */
    org.apache.lucene.search.Query strict(LiveSearcher searcher) throws IOException {
        BooleanQuery.Builder strict = new BooleanQuery.Builder().add(filter, Occur.FILTER);
        if (!hasWords()) {
            return strict.build();
        }
        BooleanQuery.Builder everyWord = new BooleanQuery.Builder();
        for (String word : words) {
            everyWord.add(word(word, searcher), Occur.MUST);
        }
        if (beginning.isPresent()) {
            everyWord.add(beginning(beginning.get(), searcher), Occur.MUST);
        }
        for (List<Words.Word> phrase : phrases) {
            for (Words.Word word : phrase) {
                everyWord.add(word(word.term(), searcher), Occur.MUST);
            }
            everyWord.add(WordQueries.phrase(phrase), Occur.FILTER);
        }
        return strict.add(everyWord.build(), Occur.SHOULD)
                .add(isCalled(), Occur.SHOULD)
                .setMinimumNumberShouldMatch(1)
                .build();
    }

    private static org.apache.lucene.search.Query beginning(String word, LiveSearcher searcher) throws IOException {
        return WordQueries.beginning(word, word(word, searcher), LongerWords.of(word, searcher));
    }

    private static org.apache.lucene.search.Query word(String word, LiveSearcher searcher) throws IOException {
        return WordQueries.word(word, searcher.languages());
    }

    /** Notes with at least one of the words, or one spelled much like it; those with most words, rare ones above all, first. */
    org.apache.lucene.search.Query loose(FuzzyTerms fuzzy, LiveSearcher searcher) throws IOException {
        BooleanQuery.Builder loose = new BooleanQuery.Builder().add(filter, Occur.FILTER);
        for (String word : soughtWords().distinct().toList()) {
            org.apache.lucene.search.Query asTyped =
                    beginning.filter(word::equals).isPresent() ? beginning(word, searcher) : word(word, searcher);
            List<String> near = fuzzy.isKnown(word) ? List.of() : fuzzy.near(word);
            float weight = RankingWeights.PER_WORD * searcher.rarity(word);
            loose.add(asTyped, Occur.SHOULD);
            loose.add(
                    WordQueries.best(List.of(
                            WordQueries.constant(weight, asTyped),
                            WordQueries.constant(weight * RankingWeights.NEAR_SPELLING, WordQueries.any(near)))),
                    Occur.SHOULD);
            loose.add(WordQueries.boost(RankingWeights.FUZZY, WordQueries.any(near)), Occur.SHOULD);
        }
        return loose.setMinimumNumberShouldMatch(1).build();
    }

    /** Finds in texts what the query asks for. */
    Highlighter highlighter(LiveSearcher searcher) throws IOException {
        return highlighter(searcher, word -> List.of());
    }

    /** The same, and words spelled much like those that no note has. */
    Highlighter highlighter(LiveSearcher searcher, FuzzyTerms fuzzy) throws IOException {
        Map<String, List<String>> near = new HashMap<>();
        for (String word : soughtWords().distinct().toList()) {
            near.put(word, fuzzy.isKnown(word) ? List.of() : fuzzy.near(word));
        }
        return highlighter(searcher, word -> near.getOrDefault(word, List.of()));
    }

    private Highlighter highlighter(LiveSearcher searcher, Function<String, List<String>> near) throws IOException {
        WordMatcher matcher = new WordMatcher(searcher.languages());
        words.forEach(word -> matcher.add(word, near.apply(word)));
        for (List<Words.Word> phrase : phrases) {
            // The single character at the end of a run of pairs is in the last pair.
            phrase.stream()
                    .map(Words.Word::term)
                    .filter(term -> phrase.size() == 1 || !WordQueries.isOneSign(term))
                    .forEach(term -> matcher.add(term, near.apply(term)));
        }
        beginning.ifPresent(word -> {
            if (near.apply(word).isEmpty()) {
                matcher.addBeginning(word);
            } else {
                matcher.add(word, near.apply(word));
            }
        });
        return new Highlighter(matcher);
    }

    /** All words looked for, those of phrases included, in the order of a strict query. */
    Stream<String> soughtWords() {
        return Stream.of(
                        words.stream(),
                        beginning.stream(),
                        phrases.stream().flatMap(List::stream).map(Words.Word::term))
                .flatMap(sought -> sought)
                .limit(MAX_WORDS);
    }

    /** All words as if they had been typed one after the other. */
    List<Words.Word> inOrder() {
        List<String> terms = Stream.concat(words.stream(), beginning.stream()).toList();
        List<Words.Word> inOrder = new ArrayList<>();
        terms.forEach(term -> inOrder.add(new Words.Word(term, inOrder.size())));
        return inOrder;
    }

    /** The best of the ways in which the query may be what the note is called. */
    private org.apache.lucene.search.Query isCalled() {
        String key = IndexKeys.of(name);
        List<org.apache.lucene.search.Query> ways = new ArrayList<>(List.of(
                called(RankingWeights.IS_TITLE, new TermQuery(new Term(IndexKeys.NAME, key))),
                called(RankingWeights.IS_FILE_NAME, new TermQuery(new Term(IndexKeys.FILE_NAME, key))),
                called(RankingWeights.IS_LABEL, new TermQuery(new Term(IndexKeys.LABEL, key)))));
        if (beginning.isPresent()) {
            ways.add(called(RankingWeights.BEGINS_TITLE, new PrefixQuery(new Term(IndexKeys.TITLE_NAME, name))));
            ways.add(called(RankingWeights.BEGINS_ALIAS, new PrefixQuery(new Term(IndexKeys.NAME, name))));
            ways.add(called(RankingWeights.BEGINS_FILE_NAME, new PrefixQuery(new Term(IndexKeys.FILE_NAME, name))));
            ways.add(called(RankingWeights.IN_TITLE, inTitle(beginning.get())));
        }
        return WordQueries.best(ways);
    }

    private org.apache.lucene.search.Query inTitle(String last) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        String title = TextField.TITLE.key();
        words.forEach(word -> all.add(new TermQuery(new Term(title, word)), Occur.MUST));
        phrases.forEach(phrase -> all.add(WordQueries.phrase(title, phrase, 0), Occur.MUST));
        return all.add(new PrefixQuery(new Term(title, last)), Occur.MUST).build();
    }

    private static org.apache.lucene.search.Query called(float score, org.apache.lucene.search.Query query) {
        return WordQueries.constant(score, query);
    }

    private static String name(Query query) {
        String text = query.wanted().stream()
                .flatMap(clause -> switch (clause) {
                    case Query.Word(String word) -> Stream.of(word);
                    case Query.Phrase(String words) -> Stream.of(words);
                    case Query.Tagged ignored -> Stream.<String>empty();
                    case Query.Under ignored -> Stream.<String>empty();
                })
                .collect(Collectors.joining(" "));
        return text.isEmpty() ? "" : Words.key(text);
    }

    private static BooleanQuery filter(Query query) {
        BooleanQuery.Builder filter = new BooleanQuery.Builder().add(EVERY_LISTED_NOTE, Occur.FILTER);
        query.wanted().stream().flatMap(CompiledQuery::wanted).forEach(clause -> filter.add(clause, Occur.FILTER));
        query.unwanted().stream()
                .flatMap(CompiledQuery::unwanted)
                .forEach(clause -> filter.add(clause, Occur.MUST_NOT));
        return filter.build();
    }

    private static Stream<org.apache.lucene.search.Query> wanted(Clause clause) {
        return switch (clause) {
            case Query.Word ignored -> Stream.empty();
            case Query.Phrase ignored -> Stream.empty();
            case Query.Tagged tagged -> Stream.of(tagged(tagged));
            case Query.Under under -> Stream.of(under(under));
        };
    }

    private static Stream<org.apache.lucene.search.Query> unwanted(Clause clause) {
        return switch (clause) {
            case Query.Word(String text) -> unwanted(text);
            case Query.Phrase(String text) -> unwanted(text);
            case Query.Tagged tagged -> Stream.of(tagged(tagged));
            case Query.Under under -> Stream.of(under(under));
        };
    }

    private static Stream<org.apache.lucene.search.Query> unwanted(String text) {
        List<Words.Word> words = limited(Words.of(text));
        return words.isEmpty() ? Stream.empty() : Stream.of(WordQueries.phrase(words));
    }

    private static org.apache.lucene.search.Query tagged(Query.Tagged clause) {
        return new TermQuery(
                new Term(IndexKeys.TAG, IndexKeys.of(clause.tag().key().value())));
    }

    private static org.apache.lucene.search.Query under(Query.Under clause) {
        return new PrefixQuery(new Term(IndexKeys.FOLDED_PATH, new NameKey(clause.prefix()).value()));
    }

    private static <T> List<T> limited(List<T> words) {
        return words.size() > MAX_WORDS ? List.copyOf(words.subList(0, MAX_WORDS)) : words;
    }
}
