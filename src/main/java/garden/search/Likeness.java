package garden.search;

import garden.text.EditDistance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much alike two names are, given their {@link Words#key keys}. */
final class Likeness {

    /** Names are compared up to here, in UTF-16 units. */
    private static final int MAX_LENGTH = 80;

    /** A pair that was asked for and is missing weighs more than one that nobody asked for: words are left out, rarely invented. */
    private static final double MISSING = 0.8;

    private static final double EXTRA = 0.2;

    private static final int MAX_SHORT = 12;
    private static final int MIN_INSIDE = 4;

    private Likeness() {}

    /**
     * From 0, nothing in common, to 1, the same: the best of shared pairs (Tversky's index), of few edits, and of words that
     * were written around the name.
     */
    static double of(String wanted, String name) {
        double spelling = Math.max(sharedGrams(grams(wanted), grams(name)), spelling(wanted, name));
        return Math.max(spelling, wordsAround(wanted, name));
    }

    /** The part of the longer name that no edit touches, spaces aside. */
    static double spelling(String wanted, String name) {
        return fewEdits(compact(wanted), compact(name));
    }

    /** The pairs of characters of a name, spaces aside, the first character marked as such; with repeats. */
    static List<String> grams(String key) {
        String text = "^" + compact(key);
        List<String> grams = new ArrayList<>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            grams.add(text.substring(i, i + 2));
        }
        return grams;
    }

    /**
     * A short name, and it with each one character left out: two names that are one edit or one swap apart share some of these.
     * None for a long name, whose pairs tell enough.
     */
    static Set<String> deletions(String key) {
        String text = compact(key);
        Set<String> deletions = new LinkedHashSet<>();
        if (text.length() <= MAX_SHORT) {
            deletions.add(text);
            for (int i = 0; i < text.length(); i++) {
                deletions.add(text.substring(0, i) + text.substring(i + 1));
            }
        }
        return deletions;
    }

    private static String compact(String key) {
        String text = key.replace(" ", "");
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    }

    private static double sharedGrams(List<String> wanted, List<String> name) {
        Map<String, Integer> counts = new HashMap<>();
        name.forEach(gram -> counts.merge(gram, 1, Integer::sum));
        int shared = 0;
        for (String gram : wanted) {
            if (counts.merge(gram, -1, Integer::sum) >= 0) {
                shared++;
            }
        }
        double missing = MISSING * (wanted.size() - shared);
        double extra = EXTRA * (name.size() - shared);
        return shared == 0 ? 0 : shared / (shared + missing + extra);
    }

    private static double wordsAround(String wanted, String name) {
        boolean isInside = name.length() >= MIN_INSIDE
                && name.length() < wanted.length()
                && new HashSet<>(List.of(wanted.split(" "))).containsAll(List.of(name.split(" ")));
        return isInside ? (1 + (double) name.length() / wanted.length()) / 2 : 0;
    }

    private static double fewEdits(String wanted, String name) {
        int longest = Math.max(wanted.length(), name.length());
        return longest == 0 ? 0 : 1 - (double) EditDistance.between(wanted, name) / longest;
    }
}
