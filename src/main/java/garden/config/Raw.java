package garden.config;

import java.util.List;
import java.util.Optional;

/** A value as it was written, before its key's form has read it. {@code toString} is how a problem says what was found. */
sealed interface Raw {

    /** Characters of a value that a problem repeats. */
    int MAX_SHOWN = 80;

    /** A scalar, or the value of a variable or flag. */
    record Text(String text) implements Raw {

        @Override
        public String toString() {
            return '"' + shown(text) + '"';
        }
    }

    /** A list of scalars. */
    record Items(List<String> items) implements Raw {

        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return shown(items.toString());
        }
    }

    /** Something that no key takes; {@code what} names it: "a mapping". */
    record Other(String what) implements Raw {

        @Override
        public String toString() {
            return what;
        }
    }

    /** The text of a {@link Text}; empty for anything else. */
    default Optional<String> scalar() {
        return this instanceof Text text ? Optional.of(text.text()) : Optional.empty();
    }

    private static String shown(String written) {
        String harmless = withoutPassword(written);
        return harmless.length() > MAX_SHOWN ? harmless.substring(0, MAX_SHOWN) + "…" : harmless;
    }

    /** A URL may be wrong for another reason than the password in it. */
    private static String withoutPassword(String written) {
        return written.replaceAll("//[^/\\s]*@", "//…@");
    }
}
