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
        return Normalizer.normalize(
                Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
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
