package garden.search;

import garden.note.Heading;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.jspecify.annotations.Nullable;

/**
 * Marks the words of one query in texts. Looks at the first {@value #MAX_TEXT} UTF-16 units of a text, so that a monstrous note
 * costs no more than a long one; the words are cut again as the index did it, which keeps offsets out of the index.
 *
 * <p>Owned by the thread of one search.
 */
final class Highlighter {

    static final int MAX_TEXT = 200_000;

    private static final String FIELD = "text";
    private static final int MAX_SNIPPETS = 2;
    private static final int SNIPPET_LENGTH = 160;
    private static final float MATCH_AT = 0.3f;

    private final Query words;
    private final UnifiedHighlighter wholeText = highlighter(WholeBreakIterator::new);
    private final UnifiedHighlighter passages = highlighter(() -> LengthGoalBreakIterator.createMinLength(
            BreakIterator.getWordInstance(Locale.ROOT), SNIPPET_LENGTH, MATCH_AT));

    private Highlighter(Query words) {
        this.words = words;
    }

    /** Marks what the query asks for. */
    static Highlighter of(CompiledQuery query) {
        return new Highlighter(marked(query).build());
    }

    /** Marks what the query asks for, and words spelled much like those that no note has. */
    static Highlighter of(CompiledQuery query, FuzzyTerms fuzzy) throws IOException {
        BooleanQuery.Builder marked = marked(query);
        for (String word : query.soughtWords().distinct().toList()) {
            markForms(marked, word);
            if (!fuzzy.isKnown(word)) {
                fuzzy.near(word).forEach(term -> mark(marked, new TermQuery(new Term(FIELD, term))));
            }
        }
        return new Highlighter(marked.build());
    }

    /** The whole text, matches marked. */
    List<Fragment> mark(String text) throws IOException {
        List<Snippet> marked = highlight(wholeText, text, List.of());
        if (marked.isEmpty()) {
            return text.isEmpty() ? List.of() : List.of(new Fragment(text, false));
        }
        return marked.getFirst().fragments();
    }

    /** The best places of the text, in its order; none when nothing matches. */
    List<Snippet> snippets(String text, List<Heading> headings) throws IOException {
        return highlight(passages, text, headings);
    }

    private List<Snippet> highlight(UnifiedHighlighter highlighter, String text, List<Heading> headings)
            throws IOException {
        @Nullable Object found = highlighter.highlightWithoutSearcher(FIELD, words, text, MAX_SNIPPETS);
        if (!(found instanceof PassageSnippets.Found snippets)) {
            return List.of();
        }
        return snippets.under(headings);
    }

    private static UnifiedHighlighter highlighter(Supplier<BreakIterator> breaks) {
        return UnifiedHighlighter.builderWithoutSearcher(Words.FOR_INDEX)
                .withBreakIterator(breaks)
                .withFormatter(new PassageSnippets())
                .withMaxLength(MAX_TEXT)
                .withMaxNoHighlightPassages(0)
                .withWeightMatches(false)
                .build();
    }

    private static BooleanQuery.Builder marked(CompiledQuery query) {
        BooleanQuery.Builder marked = new BooleanQuery.Builder();
        query.words().forEach(word -> markForms(marked, word));
        query.beginning().ifPresent(word -> {
            markForms(marked, word);
            mark(marked, new PrefixQuery(new Term(FIELD, word)));
        });
        query.phrases().forEach(phrase -> mark(marked, WordQueries.phrase(FIELD, phrase, 0)));
        return marked;
    }

    private static void markForms(BooleanQuery.Builder marked, String word) {
        List<String> forms = new ArrayList<>(WordForms.loose(word));
        forms.add(word);
        WordForms.parts(word).forEach(part -> forms.addAll(WordForms.loose(part)));
        forms.stream().distinct().forEach(form -> mark(marked, new TermQuery(new Term(FIELD, form))));
    }

    private static void mark(BooleanQuery.Builder marked, Query query) {
        marked.add(query, Occur.SHOULD);
    }
}
