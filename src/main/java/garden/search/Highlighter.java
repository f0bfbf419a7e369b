package garden.search;

import garden.note.Heading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Marks the words of one query in texts, and picks the places that show most of them. Only what has the first letters of a word is cut into
 * words, as the index did it. Looks at the first {@value #MAX_TEXT} UTF-16 units of a text, so that a monstrous note costs no more than a
 * long one.
 *
 * <p>Owned by the thread of one search.
 */
final class Highlighter {

    static final int MAX_TEXT = 200_000;

    private static final int MAX_SNIPPETS = 2;
    private static final int LENGTH = 160;

    /** So much of a passage stands before its first match. */
    private static final int BEFORE = 48;

    /** So much further a passage goes to end between words. */
    private static final int TO_WORD = 20;

    private final WordMatcher matcher;

    Highlighter(WordMatcher matcher) {
        this.matcher = matcher;
    }

    /** A stretch of a text with matches in it, in order, none over another. */
    private record Passage(int start, int end, List<WordMatcher.Match> matches) {

        /** One for each word of the query that is in it, and a little for each further match. */
        double score() {
            Map<Integer, Double> best = new HashMap<>();
            matches.forEach(match -> best.merge(match.word(), match.isExact() ? 1 : 0.5, Math::max));
            return best.values().stream().mapToDouble(one -> one).sum() + Math.min(0.4, matches.size() * 0.02);
        }
    }

    /** The whole text, matches marked. */
    List<Fragment> mark(String text) {
        return fragments(new Passage(0, text.length(), matcher.matches(text)), text);
    }

    /** The best places of the text, in its order; none when nothing matches. */
    List<Snippet> snippets(String text, List<Heading> headings) {
        String looked = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        List<Passage> best = passages(matcher.matches(looked), text).stream()
                .sorted(Comparator.comparingDouble(Passage::score).reversed())
                .limit(MAX_SNIPPETS)
                .sorted(Comparator.comparingInt(Passage::start))
                .toList();
        if (best.isEmpty()) {
            return List.of();
        }
        HeadingPlaces places = HeadingPlaces.of(looked, headings);
        List<Snippet> snippets = new ArrayList<>();
        for (Passage passage : best) {
            int first = passage.matches().getFirst().start();
            snippets.add(new Snippet(fragments(passage, text), places.before(first)));
        }
        return snippets;
    }

    private static List<Passage> passages(List<WordMatcher.Match> matches, String text) {
        List<Passage> passages = new ArrayList<>();
        int next = 0;
        int after = 0;
        while (next < matches.size()) {
            int start = wordStart(text, Math.max(after, matches.get(next).start() - BEFORE), after);
            int end = wordEnd(text, Math.min(text.length(), start + LENGTH));
            List<WordMatcher.Match> inside = new ArrayList<>();
            while (next < matches.size() && matches.get(next).start() < end) {
                inside.add(matches.get(next++));
            }
            passages.add(new Passage(start, end, inside));
            after = end;
        }
        return passages;
    }

    private static int wordStart(String text, int index, int min) {
        for (int i = index; i >= Math.max(min, index - TO_WORD); i--) {
            if (i == 0 || Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return whole(text, index);
    }

    private static int wordEnd(String text, int index) {
        for (int i = index; i <= Math.min(text.length(), index + TO_WORD); i++) {
            if (i == text.length() || Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return whole(text, index);
    }

    /** Not between the halves of a surrogate pair. */
    private static int whole(String text, int index) {
        boolean isInside = index > 0
                && index < text.length()
                && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
        return isInside ? index - 1 : index;
    }

    private static List<Fragment> fragments(Passage passage, String text) {
        FragmentsBuilder fragments = new FragmentsBuilder();
        if (passage.start() > 0) {
            fragments.add("…", false);
        }
        int position = passage.start();
        for (WordMatcher.Match match : passage.matches()) {
            int start = Math.max(position, match.start());
            int end = whole(text, Math.min(passage.end(), match.end()));
            if (start < end) {
                fragments.add(text.substring(position, start), false);
                fragments.add(text.substring(start, end), true);
                position = end;
            }
        }
        fragments.add(text.substring(position, passage.end()), false);
        if (passage.end() < text.length()) {
            fragments.add("…", false);
        }
        return fragments.build();
    }
}
