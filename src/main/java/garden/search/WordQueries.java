package garden.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

/** Lucene queries for one word, in all fields at once ({@link WordWeights}), or for one phrase, in whichever {@link TextField} it is. */
final class WordQueries {

    private WordQueries() {}

    /** The word as typed, or with another ending in one of the languages, or the parts of it. */
    static Query word(String word, Collection<Stemming> languages) {
        List<Query> ways = new ArrayList<>();
        ways.add(new TermQuery(new Term(IndexKeys.WORDS, word)));
        ways.add(boost(RankingWeights.STEM, any(WordForms.loose(word, languages))));
        List<String> parts = WordForms.parts(word);
        if (parts.size() > 1) {
            ways.add(boost(
                    RankingWeights.PARTS, all(parts.stream().map(part -> any(WordForms.loose(part, languages))))));
        }
        return best(ways);
    }

    /** The {@code whole} word, or one that begins with it: {@code longer} are those, where they are few enough to be named. */
    static Query beginning(String word, Query whole, List<String> longer) {
        List<Query> ways = new ArrayList<>();
        ways.add(whole);
        if (isOneSign(word)) {
            ways.add(constant(RankingWeights.PREFIX, new TermQuery(new Term(IndexKeys.INITIAL, word))));
        } else if (longer.isEmpty()) {
            ways.add(constant(RankingWeights.PREFIX, new PrefixQuery(new Term(IndexKeys.WORDS, word))));
        } else {
            ways.add(boost(RankingWeights.PREFIX, any(longer)));
        }
        return best(ways);
    }

    /** One letter begins a word in every note; it is looked for in names alone. */
    static boolean isOneSign(String word) {
        return word.codePointCount(0, word.length()) == 1;
    }

    /** The words next to each other, in one field. */
    static Query phrase(List<Words.Word> words) {
        return best(Stream.of(TextField.values())
                .map(field -> phrase(field.key(), words, 0))
                .toList());
    }

    /** The words next to each other in the field, or, with a {@code slop}, so many places further apart. */
    static Query phrase(String field, List<Words.Word> words, int slop) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(slop);
        words.forEach(word -> phrase.add(new Term(field, word.term()), word.position()));
        return phrase.build();
    }

    /** Every clause, scores added. */
    static Query all(Stream<Query> clauses) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        clauses.forEach(clause -> all.add(clause, Occur.MUST));
        return all.build();
    }

    /** The best of several, scores not added. */
    static Query best(List<Query> queries) {
        return new DisjunctionMaxQuery(queries, 0);
    }

    /** Any of the terms, as if they were one. */
    static Query any(Collection<String> terms) {
        SynonymQuery.Builder any = new SynonymQuery.Builder(IndexKeys.WORDS);
        terms.forEach(term -> any.addTerm(new Term(IndexKeys.WORDS, term)));
        return any.build();
    }

    static Query boost(float boost, Query query) {
        return new BoostQuery(query, boost);
    }

    static Query constant(float score, Query query) {
        return boost(score, new ConstantScoreQuery(query));
    }
}
