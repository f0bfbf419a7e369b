package garden.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Finds the words of one query in texts. What stands between white space is cut into words only when it has the first two characters of a word
 * that is looked for, at any place in it, or a character of which that is not clear: a few pieces of a note and not all of it. Owned by the
 * thread of one search.
 */
final class WordMatcher {

    private static final int MAX_PIECE = 400;
    private static final int MAX_MATCHES = 1_000;

    private final Collection<Stemming> languages;
    private final Map<String, Integer> words = new HashMap<>();
    private final Map<String, Integer> beginnings = new HashMap<>();
    private final Set<String> written = new HashSet<>();
    private final Set<Integer> starts = new HashSet<>();
    private int count = 0;

    /** @param languages that the texts may be in */
    WordMatcher(Collection<Stemming> languages) {
        this.languages = languages;
    }

    /**
     * Where a word was found.
     *
     * @param start UTF-16 offset into the text
     * @param end exclusive
     * @param word which of the words that were asked for, from 0
     * @param isExact whether it stands there as it was asked for
     */
    record Match(int start, int end, int word, boolean isExact) {}

    /** Looks for the word and its forms, and for other spellings of it. */
    void add(String word, Collection<String> spellings) {
        written.add(word);
        Set<String> forms = new HashSet<>(WordForms.loose(word, languages));
        WordForms.parts(word).forEach(part -> forms.addAll(WordForms.loose(part, languages)));
        forms.add(word);
        forms.addAll(spellings);
        forms.forEach(form -> words.putIfAbsent(form, count));
        forms.forEach(this::addStart);
        count++;
    }

    /** Looks for what begins so, too. */
    void addBeginning(String word) {
        beginnings.put(word, count);
        add(word, List.of());
    }

    private void addStart(String form) {
        String plain = form.charAt(0) == WordForms.MARK ? form.substring(1) : form;
        if (plain.length() == 1) {
            starts.add((int) FoldedSigns.of(plain.charAt(0)));
        } else if (!plain.isEmpty()) {
            starts.add(pair(FoldedSigns.of(plain.charAt(0)), FoldedSigns.of(plain.charAt(1))));
        }
    }

    private static int pair(char first, char second) {
        return (first << Character.SIZE) | second;
    }

    /** All matches, by place, none over another; the first {@value #MAX_MATCHES}. */
    List<Match> matches(String text) {
        List<Match> matches = new ArrayList<>();
        int start = 0;
        while (start < text.length() && matches.size() < MAX_MATCHES) {
            int end = start;
            boolean isLooked = false;
            while (end < text.length() && end - start < MAX_PIECE && !Character.isWhitespace(text.charAt(end))) {
                isLooked |= isStart(text, end);
                end++;
            }
            if (isLooked) {
                addMatches(text.substring(start, end), start, matches);
            }
            start = Math.max(end, start + 1);
        }
        return apart(matches);
    }

    private boolean isStart(String text, int index) {
        char first = FoldedSigns.of(text.charAt(index));
        if (first == FoldedSigns.UNCLEAR || starts.contains((int) first)) {
            return true;
        }
        return index + 1 < text.length() && starts.contains(pair(first, FoldedSigns.of(text.charAt(index + 1))));
    }

    private void addMatches(String piece, int offset, List<Match> matches) {
        for (Stemming language : languages) {
            try (TokenStream tokens = Words.forIndex(language).tokenStream("", piece)) {
                CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
                OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
                tokens.reset();
                while (tokens.incrementToken()) {
                    String found = term.toString();
                    int word = words.getOrDefault(found, begun(found));
                    if (word >= 0) {
                        matches.add(new Match(
                                offset + place.startOffset(),
                                offset + place.endOffset(),
                                word,
                                written.contains(found)));
                    }
                }
                tokens.end();
            } catch (IOException e) {
                throw new UncheckedIOException("text in memory cannot fail to be read", e);
            }
        }
    }

    /** Which of the words begins so; -1 when none. */
    private int begun(String found) {
        for (Map.Entry<String, Integer> beginning : beginnings.entrySet()) {
            if (found.startsWith(beginning.getKey())) {
                return beginning.getValue();
            }
        }
        return -1;
    }

    private static List<Match> apart(List<Match> matches) {
        matches.sort(Comparator.comparingInt(Match::start)
                .thenComparing(Match::isExact, Comparator.reverseOrder())
                .thenComparing(Match::end, Comparator.reverseOrder()));
        List<Match> apart = new ArrayList<>();
        for (Match match : matches) {
            Match last = apart.isEmpty() ? new Match(0, 0, 0, false) : apart.getLast();
            if (match.start() >= last.end()) {
                apart.add(match);
            } else if (match.end() > last.end()) {
                apart.add(new Match(last.end(), match.end(), match.word(), match.isExact()));
            }
        }
        return apart;
    }
}
