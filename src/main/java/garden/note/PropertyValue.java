package garden.note;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The value of a property, by the types that Obsidian knows. */
public sealed interface PropertyValue {

    /** Words, with the links in them; never empty. */
    record Text(List<Piece> pieces) implements PropertyValue {

        public Text {
            pieces = List.copyOf(pieces);
        }

        @Override
        public String plain() {
            return pieces.stream().map(Piece::text).collect(Collectors.joining());
        }
    }

    /** A list of texts, in the order written; never empty. */
    record Items(List<Text> items) implements PropertyValue {

        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String plain() {
            return items.stream().map(Text::plain).collect(Collectors.joining(", "));
        }
    }

    /** A number, as written. */
    record Numeral(String written) implements PropertyValue {

        @Override
        public String plain() {
            return written;
        }
    }

    /** True or false. */
    record Checkbox(boolean isChecked) implements PropertyValue {

        @Override
        public String plain() {
            return String.valueOf(isChecked);
        }
    }

    /** A day. */
    record Day(LocalDate date) implements PropertyValue {

        @Override
        public String plain() {
            return date.toString();
        }
    }

    /** A day and a time. {@code offset} from UTC as in ISO 8601, {@code Z} or {@code +02:00}; empty when it is not said. */
    record Moment(LocalDateTime at, String offset) implements PropertyValue {

        @Override
        public String plain() {
            return at + offset;
        }
    }

    /** A stretch of a text. */
    sealed interface Piece {

        /** What is read. */
        String text();
    }

    /** Words that are no link. */
    record Words(String text) implements Piece {}

    /** Words that lead somewhere. */
    record Linked(String text, Link link) implements Piece {}

    /** The value as text, without markup. */
    String plain();

    /** The links of the value, in the order written. */
    default List<Link> links() {
        return texts(this)
                .flatMap(text -> text.pieces().stream())
                .flatMap(piece -> piece instanceof Linked(String words, Link link) ? Stream.of(link) : Stream.empty())
                .toList();
    }

    private static Stream<Text> texts(PropertyValue value) {
        return switch (value) {
            case Text text -> Stream.of(text);
            case Items list -> list.items().stream();
            case Numeral number -> Stream.empty();
            case Checkbox checkbox -> Stream.empty();
            case Day day -> Stream.empty();
            case Moment moment -> Stream.empty();
        };
    }
}
