package garden.config;

import java.util.List;
import java.util.Optional;

/** A value as it was written, before its key's form has read it. {@code toString} is how a problem says what was found. */
sealed interface Raw {

    /** A scalar, or the value of a variable or flag. */
    record Text(String text) implements Raw {

        private static final int MAX_SHOWN = 80;

        @Override
        public String toString() {
            String shown = text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text;
            return '"' + shown.replaceAll("\\p{Cntrl}", "�") + '"';
        }
    }

    /** A list of scalars. */
    record Items(List<String> items) implements Raw {

        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return items.toString();
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
}
