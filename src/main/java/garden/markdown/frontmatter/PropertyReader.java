package garden.markdown.frontmatter;

import garden.markdown.frontmatter.FrontValue.Entries;
import garden.markdown.frontmatter.FrontValue.Items;
import garden.markdown.frontmatter.FrontValue.Scalar;
import garden.markdown.text.Source;
import garden.note.PropertyValue;
import garden.note.PropertyValue.Checkbox;
import garden.note.PropertyValue.Day;
import garden.note.PropertyValue.Moment;
import garden.note.PropertyValue.Numeral;
import garden.note.PropertyValue.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the type of a property's value, as Obsidian does. */
record PropertyReader(Source source) {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][-+]?[0-9]{1,3})?");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MOMENT = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]"
            + "([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?) ?(Z|[-+][0-9]{2}:[0-9]{2}|)");

    /** The value; empty when there is nothing to show. */
    Optional<PropertyValue> value(FrontValue value) {
        return switch (value) {
            case Scalar scalar when scalar.text().isEmpty() -> Optional.empty();
            case Scalar scalar -> Optional.of(single(scalar));
            case Items list ->
                Optional.of(texts(list)).filter(texts -> !texts.isEmpty()).map(PropertyValue.Items::new);
            case Entries mapping when mapping.entries().isEmpty() -> Optional.empty();
            case Entries mapping -> Optional.of(text(mapping));
        };
    }

    private PropertyValue single(Scalar scalar) {
        String text = scalar.text();
        if (scalar.isPlain() && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"))) {
            return new Checkbox(text.equalsIgnoreCase("true"));
        }
        if (scalar.isPlain() && NUMBER.matcher(text).matches()) {
            return new Numeral(text);
        }
        Matcher moment = MOMENT.matcher(text);
        if (moment.matches()) {
            return date(() -> new Moment(LocalDateTime.parse(moment.group(1) + "T" + moment.group(2)), moment.group(3)))
                    .orElseGet(() -> text(scalar));
        }
        return DAY.matcher(text).matches()
                ? date(() -> new Day(LocalDate.parse(text))).orElseGet(() -> text(scalar))
                : text(scalar);
    }

    private static Optional<PropertyValue> date(Supplier<PropertyValue> date) {
        try {
            return Optional.of(date.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private List<Text> texts(Items list) {
        return list.items().stream()
                .map(this::text)
                .filter(text -> !text.pieces().isEmpty())
                .toList();
    }

    private Text text(FrontValue value) {
        return new Text(new PropertyText(source, new Scalar(value.compact(), false, value.line())).pieces());
    }
}
