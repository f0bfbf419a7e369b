package garden.note;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A name as links compare names: NFC, lower case by the root locale, trimmed. Two spellings of one name have one key.
 */
public record NameKey(String value) implements Comparable<NameKey> {

    public NameKey {
        value = fold(value);
    }

    private static String fold(String name) {
        return lowered(name.strip());
    }

    /** {@code text} in NFC and lower case. */
    static String lowered(String text) {
        // Most names are ASCII, and there are many of them: they have no other form.
        return isAscii(text)
                ? text.toLowerCase(Locale.ROOT)
                : Normalizer.normalize(
                        Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(NameKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
