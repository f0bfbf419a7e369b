package garden.note;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Gives the headings of one note their anchors, in order, as github-slugger does: lower case, everything but letters,
 * digits, marks, {@code _}, {@code -} and spaces dropped, each space a {@code -}, a repeat gets {@code -1}, {@code -2}.
 *
 * <p>Owned by the thread that parses the note.
 */
public final class Anchors {

    private final Map<String, Integer> seen = new HashMap<>();

    /** The anchor of the next heading, different from all before. */
    public String next(String headingText) {
        String wanted = anchor(headingText);
        String anchor = wanted;
        while (seen.containsKey(anchor)) {
            int repeat = seen.merge(wanted, 1, Integer::sum);
            anchor = wanted + "-" + repeat;
        }
        seen.put(anchor, 0);
        return anchor;
    }

    /** The anchor that the author chose for the next heading; empty when an earlier one has it. */
    public Optional<String> take(String chosen) {
        return seen.putIfAbsent(chosen, 0) == null ? Optional.of(chosen) : Optional.empty();
    }

    /** The anchor of a heading that is the first with its text; may be empty. */
    public static String anchor(String headingText) {
        StringBuilder anchor = new StringBuilder();
        headingText.strip().toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (c == ' ') {
                anchor.append('-');
            } else if (isKept(c)) {
                anchor.appendCodePoint(c);
            }
        });
        return anchor.toString();
    }

    private static boolean isKept(int c) {
        return c == '_'
                || c == '-'
                || Character.isLetterOrDigit(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.LETTER_NUMBER,
                            Character.CONNECTOR_PUNCTUATION -> true;
                    default -> false;
                };
    }
}
