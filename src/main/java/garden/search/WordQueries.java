package garden.search;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/** Lucene queries for one word or one phrase, in whichever {@link TextField} it is: the best field counts, the others add a little. */
final class WordQueries {

    private static final int MIN_PREFIX = 2;

    private WordQueries() {}

    /** The word as typed, or with another English ending. */
    static Query word(String word) {
        Query forms = inFields(field ->
                either(exact(field, word), boost(RankingWeights.STEM, any(field, WordForms.loose(word)))));
        List<String> parts = WordForms.parts(word);
        return parts.size() == 1
                ? forms
                : either(forms, boost(RankingWeights.PARTS, all(parts.stream().map(WordQueries::loose))));
    }

    /** The word, or one that begins with it. */
    static Query beginning(String word) {
        return word.length() < MIN_PREFIX ? word(word) : either(word(word), inFields(field -> prefix(field, word)));
    }

    /** Any of the terms, for what is not spelled as typed. */
    static Query fuzzy(List<String> terms) {
        return inFields(field -> boost(RankingWeights.FUZZY, any(field, terms)));
    }

    /** The words next to each other. */
    static Query phrase(List<Words.Word> words) {
        return inFields(field -> phrase(field.key(), words));
    }

    /** The words next to each other in the field. */
    static Query phrase(String field, List<Words.Word> words) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        words.forEach(word -> phrase.add(new Term(field, word.term()), word.position()));
        return phrase.build();
    }

    /** Every clause, scores added. */
    static Query all(Stream<Query> clauses) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        clauses.forEach(clause -> all.add(clause, Occur.MUST));
        return all.build();
    }

    /** The best of two, scores not added. */
    static Query either(Query one, Query other) {
        return new DisjunctionMaxQuery(List.of(one, other), 0);
    }

    static Query boost(float boost, Query query) {
        return new BoostQuery(query, boost);
    }

    private static Query inFields(Function<TextField, Query> inField) {
        List<Query> fields = Stream.of(TextField.values())
                .map(field -> boost(field.weight, inField.apply(field)))
                .toList();
        return new DisjunctionMaxQuery(fields, RankingWeights.OTHER_FIELDS);
    }

    private static Query loose(String word) {
        return inFields(field -> any(field, WordForms.loose(word)));
    }

    private static Query exact(TextField field, String word) {
        return new TermQuery(new Term(field.key(), word));
    }

    private static Query prefix(TextField field, String word) {
        return boost(RankingWeights.PREFIX, new ConstantScoreQuery(new PrefixQuery(new Term(field.key(), word))));
    }

    private static Query any(TextField field, Collection<String> terms) {
        SynonymQuery.Builder any = new SynonymQuery.Builder(field.key());
        terms.forEach(term -> any.addTerm(new Term(field.key(), term)));
        return any.build();
    }
}
