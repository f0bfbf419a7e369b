package garden.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the values of a key are written and read.
 *
 * @param expected completes "expected …"
 * @param schema what the JSON Schema says of such a value; empty for a secret, which has no place in a file
 * @param reader the value; empty when it is not of this form
 */
record Form<T>(String expected, Map<String, Object> schema, Reader<T> reader) {

    /** Reads a value; a relative path starts at {@code base}. */
    interface Reader<T> {
        Optional<T> read(Raw raw, Path base);
    }

    /** A form of one scalar that is no path. */
    static <T> Form<T> scalar(String expected, Map<String, Object> schema, Function<String, Optional<T>> reader) {
        return new Form<>(expected, schema, (raw, base) -> raw.scalar().flatMap(reader));
    }

    /** This form, or {@code word}, which is read as an empty value. */
    Form<Optional<T>> orWord(String word) {
        return new Form<>(expected, schema, (raw, base) -> {
            Optional<T> value = isWord(raw, word) ? Optional.empty() : reader.read(raw, base);
            return value.isPresent() || isWord(raw, word) ? Optional.of(value) : Optional.empty();
        });
    }

    private static boolean isWord(Raw raw, String word) {
        return raw.scalar().filter(word::equals).isPresent();
    }

    Optional<T> read(Entry entry) {
        return reader.read(entry.raw(), entry.base());
    }

    boolean isSecret() {
        return schema.isEmpty();
    }
}
