package garden.note;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An address as far as all programs that ever published it would agree: two spellings of one address have one key, and so
 * may, now and then, two addresses.
 *
 * <p>In each part Unicode form and case do not count; white space, {@code -} and {@code _} in any number are one {@code -},
 * and none at the ends; {@code &} and {@code %} are written out; quotes, commas, colons, brackets and the like are dropped,
 * since GitHub, Gollum, Quartz 4 and Quartz 5 differ in which of them they keep. A trailing {@code /} counts.
 */
public record SpellingKey(String value) implements Comparable<SpellingKey> {

    private static final String DROPPED = "?#\"'`,;:*|<>!()[]{}\u2018\u2019\u201C\u201D\u2026";

    public SpellingKey {
        value = Stream.of(value.split("/", -1)).map(SpellingKey::fold).collect(Collectors.joining("/"));
    }

    private static String fold(String part) {
        StringBuilder folded = new StringBuilder(part.length());
        String lower = NameKey.lowered(part);
        lower.codePoints().forEach(c -> append(folded, c));
        int end = folded.length();
        while (end > 0 && folded.charAt(end - 1) == '-') {
            end--;
        }
        return end == 0 ? lower : folded.substring(0, end);
    }

    private static void append(StringBuilder folded, int c) {
        if (c == '&') {
            "-and-".codePoints().forEach(letter -> append(folded, letter));
        } else if (c == '%') {
            "-percent".codePoints().forEach(letter -> append(folded, letter));
        } else if (c == '-' || c == '_' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != '-') {
                folded.append('-');
            }
        } else if (DROPPED.indexOf(c) < 0) {
            folded.appendCodePoint(c);
        }
    }

    @Override
    public int compareTo(SpellingKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
