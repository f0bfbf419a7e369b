package garden.search;

import garden.note.NameKey;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Cuts text into words and folds them, the same way for notes and for queries.
 *
 * <p>Words are cut by Unicode's rules (UAX 29, Thai and its like by dictionary) and folded by ICU: case, accents, width. Chinese,
 * Japanese and Korean are kept as single characters and pairs: a dictionary cuts a query otherwise than the text around it,
 * pairs never do. {@code C++} and {@code C#} stay apart from {@code C}.
 */
final class Words {

    private static final Map<Stemming, Analyzer> FOR_INDEX = new ConcurrentHashMap<>();

    private static final Analyzer FOR_QUERY = new WordAnalyzer(words -> words, words -> words);

    /** Keeps phrases from running over from one heading or alias into the next. */
    private static final int GAP = 100;

    /** The sign for a long vowel in Japanese, which belongs to no script. */
    private static final int PROLONGED = 'ー';

    private static final int MAX_WORD = 100;
    private static final int ALL_CJK =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;

    private Words() {}

    /** For the text of notes in a language: each word followed by its {@link WordForms}. */
    static Analyzer forIndex(Stemming language) {
        return FOR_INDEX.computeIfAbsent(
                language, known -> new WordAnalyzer(CasePartsFilter::new, words -> new WordFormsFilter(words, known)));
    }

    /** A folded word at its place in a text, counted in words from 0. */
    record Word(String term, int position) {}

    /** The words of a short text, in order; of the forms at one position the longest. */
    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        try (TokenStream tokens = FOR_QUERY.tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            int position = -1;
            while (tokens.incrementToken()) {
                position += increment.getPositionIncrement();
                add(words, new Word(term.toString(), position));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot fail to be read", e);
        }
        return words;
    }

    /** Chinese, Japanese and Korean words that follow each other without a gap are one run; every other word is one of its own. */
    static List<List<Word>> runs(List<Word> words) {
        List<List<Word>> runs = new ArrayList<>();
        for (Word word : words) {
            List<Word> last = runs.isEmpty() ? List.of() : runs.getLast();
            if (!last.isEmpty()
                    && isCjk(word)
                    && isCjk(last.getLast())
                    && word.position() == last.getLast().position() + 1) {
                last.add(word);
            } else {
                runs.add(new ArrayList<>(List.of(word)));
            }
        }
        return runs;
    }

    private static boolean isCjk(Word word) {
        return switch (Character.UnicodeScript.of(word.term().codePointAt(0))) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> word.term().codePointAt(0) == PROLONGED;
        };
    }

    private static void add(List<Word> words, Word word) {
        if (!words.isEmpty() && words.getLast().position() == word.position()) {
            Word other = words.removeLast();
            words.add(other.term().length() > word.term().length() ? other : word);
        } else {
            words.add(word);
        }
    }

    /** What all spellings of a name share that have the same words; never empty for a name that is not blank. */
    static String key(String name) {
        String key = of(name).stream().map(Word::term).collect(Collectors.joining(" "));
        return key.isEmpty() ? new NameKey(name).value() : key;
    }

    /** A step of the analysis. */
    private interface Step {
        TokenStream after(TokenStream words);
    }

    private static final class WordAnalyzer extends Analyzer {

        private final Step first;
        private final Step last;

        WordAnalyzer(Step first, Step last) {
            this.first = first;
            this.last = last;
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return new SignFilter(reader);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
            TokenStream words = new ICUFoldingFilter(first.after(new CJKBigramFilter(tokenizer, ALL_CJK, true)));
            words = TruncateTokenFilter.truncateAfterCodePoints(new EnglishPossessiveFilter(words), MAX_WORD);
            return new TokenStreamComponents(tokenizer, last.after(new LengthFilter(words, 1, Integer.MAX_VALUE)));
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return GAP;
        }
    }
}
