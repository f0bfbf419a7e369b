package garden.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * The looser forms under which a folded word is found too: its English stem (Porter 2), and the parts of {@code node.js} and {@code hbm3e}.
 *
 * <p>The index keeps them at the position of the word, marked, so that an exact match can be told from a loose one.
 */
final class WordForms {

    /** Begins every loose form; the tokenizer never leaves it in a word. */
    static final char MARK = '=';

    private static final int MIN_STEMMED = 3;
    private static final int MIN_LETTERS = 3;

    private WordForms() {}

    /** The stem; the word itself where it is not of English letters. */
    static String stem(String word) {
        if (word.length() < MIN_STEMMED || !isEnglish(word)) {
            return word;
        }
        EnglishStemmer stemmer = new EnglishStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    /** What is between dots and apostrophes next to letters, three or more letters parted from a number after them; one part when whole. */
    static List<String> parts(String word) {
        if (isLetters(word)) {
            return List.of(word);
        }
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < word.length(); i++) {
            if (isSeparator(word, i)) {
                parts.add(word.substring(start, i));
                start = i + 1;
            } else if (i - start >= MIN_LETTERS
                    && Character.isDigit(word.charAt(i))
                    && isLetters(word.substring(start, i))) {
                parts.add(word.substring(start, i));
                start = i;
            }
        }
        parts.add(word.substring(start));
        parts.removeIf(String::isEmpty);
        return parts;
    }

    /** What the index keeps beside the word itself, marked, without repeats. */
    static Set<String> marked(String word) {
        Set<String> forms = new LinkedHashSet<>();
        String stem = stem(word);
        if (!stem.equals(word)) {
            forms.add(MARK + stem);
        }
        List<String> parts = parts(word);
        if (parts.size() > 1) {
            parts.forEach(part -> forms.add(MARK + stem(part)));
        }
        return forms;
    }

    /** The terms under which the index has every word with the stem of this one. */
    static List<String> loose(String word) {
        String stem = stem(word);
        return List.of(stem, MARK + stem);
    }

    private static boolean isSeparator(String word, int index) {
        char c = word.charAt(index);
        return (c == '.' || c == '\'' || c == '’' || c == ':')
                && (Character.isLetter(word.charAt(index - 1))
                        || (index + 1 < word.length() && Character.isLetter(word.charAt(index + 1))));
    }

    private static boolean isEnglish(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetters(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isLetter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
