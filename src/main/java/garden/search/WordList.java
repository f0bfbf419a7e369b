package garden.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The words of a text and their {@link WordForms}, cut once and read as often as the index wants.
 *
 * @param tokens in order
 * @param length number of words, forms of one word counted once
 */
record WordList(List<Token> tokens, int length) {

    /** A word or one of its forms, and how many words it stands after the token before. */
    record Token(String term, int increment) {

        boolean isForm() {
            return term.charAt(0) == WordForms.MARK;
        }
    }

    static WordList of(String text, Stemming language) {
        List<Token> tokens = new ArrayList<>();
        int length = 0;
        try (TokenStream words = Words.forIndex(language).tokenStream("", text)) {
            CharTermAttribute term = words.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute increment = words.addAttribute(PositionIncrementAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                tokens.add(new Token(term.toString(), increment.getPositionIncrement()));
                length += increment.getPositionIncrement() > 0 ? 1 : 0;
            }
            words.end();
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot fail to be read", e);
        }
        return new WordList(tokens, length);
    }

    /** The words as they are written, each at its place, without other forms: what phrases are made of. */
    TokenStream written() {
        return new Written(tokens);
    }

    private static final class Written extends TokenStream {

        private final List<Token> tokens;
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private int next = 0;

        Written(List<Token> tokens) {
            this.tokens = tokens;
        }

        @Override
        public boolean incrementToken() {
            while (next < tokens.size()) {
                Token token = tokens.get(next++);
                if (!token.isForm()) {
                    clearAttributes();
                    term.append(token.term());
                    increment.setPositionIncrement(token.increment());
                    return true;
                }
            }
            return false;
        }
    }
}
