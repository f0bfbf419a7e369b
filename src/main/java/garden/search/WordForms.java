package garden.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The looser forms under which a folded word is found too: its stem in the language of its note, the parts of {@code node.js} and
 * {@code hbm3e}, and how it is written plainly: {@code dont}, {@code 1.2.3} for {@code v1.2.3}.
 *
 * <p>The index keeps them at the position of the word, marked, so that an exact match can be told from a loose one.
 */
final class WordForms {

    /** Begins every loose form; the tokenizer never leaves it in a word. */
    static final char MARK = '=';

    private static final int MIN_LETTERS = 2;

    private WordForms() {}

    /** What is between dots and apostrophes next to letters, two or more letters parted from a number after them; one part when whole. */
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

    /** The word without apostrophes, and a version without the letter before it. */
    static String plain(String word) {
        String plain = word.replace("'", "");
        boolean isVersion = plain.length() > 1 && plain.charAt(0) == 'v' && Character.isDigit(plain.charAt(1));
        return isVersion ? plain.substring(1) : plain.isEmpty() ? word : plain;
    }

    /** What the index keeps beside the word itself, marked, without repeats. */
    static Set<String> marked(String word, Stemming language) {
        Set<String> forms = new LinkedHashSet<>();
        if (word.charAt(0) == MARK) {
            forms.add(MARK + language.stem(word.substring(1)));
            return forms;
        }
        add(forms, word, language.stem(word));
        add(forms, word, plain(word));
        List<String> parts = parts(word);
        if (parts.size() > 1) {
            parts.forEach(part -> forms.add(MARK + language.stem(part)));
        }
        return forms;
    }

    private static void add(Set<String> forms, String word, String form) {
        if (!form.equals(word)) {
            forms.add(MARK + form);
        }
    }

    /** The terms under which the index has every word with the stem of this one in one of the languages, or written as plainly. */
    static Set<String> loose(String word, Collection<Stemming> languages) {
        Set<String> forms = new LinkedHashSet<>(List.of(word, plain(word)));
        languages.forEach(language -> forms.add(language.stem(word)));
        Set<String> loose = new LinkedHashSet<>(forms);
        forms.forEach(form -> loose.add(MARK + form));
        return loose;
    }

    private static boolean isSeparator(String word, int index) {
        char c = word.charAt(index);
        return (c == '.' || c == '\'' || c == ':')
                && (Character.isLetter(word.charAt(index - 1))
                        || (index + 1 < word.length() && Character.isLetter(word.charAt(index + 1))));
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
