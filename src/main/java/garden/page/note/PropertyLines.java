package garden.page.note;

import garden.graph.ResolvedLink;
import garden.markdown.model.LinkTarget;
import garden.note.Link;
import garden.note.Note;
import garden.note.Property;
import garden.note.PropertyValue;
import garden.page.layout.Addresses;
import garden.page.view.PropertyLine;
import garden.page.view.PropertyLine.Chips;
import garden.page.view.PropertyLine.Shown;
import garden.page.view.PropertyLine.Time;
import garden.page.view.PropertyLine.Word;
import garden.page.view.PropertyLine.Words;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes the panel of properties of one note. */
public final class PropertyLines {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    private final Note note;
    private final Map<Link.Local, LinkTarget> targets = new HashMap<>();

    private PropertyLines(Note note, Addresses addresses) {
        this.note = note;
        for (ResolvedLink resolved : addresses.garden().graph().propertyLinks(note.path())) {
            targets.put(resolved.link(), NoteBodies.target(resolved, addresses));
        }
    }

    /** The properties of {@code note}, in the order written. */
    public static List<PropertyLine> of(Note note, Addresses addresses) {
        if (note.frontMatter().properties().isEmpty()) {
            return List.of();
        }
        return new PropertyLines(note, addresses).lines();
    }

    private List<PropertyLine> lines() {
        return note.frontMatter().properties().stream().map(this::line).toList();
    }

    private PropertyLine line(Property property) {
        return new PropertyLine(property.name(), shown(property.value()));
    }

    private Shown shown(PropertyValue value) {
        return switch (value) {
            case PropertyValue.Text text -> words(text);
            case PropertyValue.Items list ->
                new Chips(list.items().stream().map(this::words).toList());
            case PropertyValue.Numeral(String written) -> new Words(List.of(plain(written)));
            case PropertyValue.Checkbox(boolean isChecked) -> new PropertyLine.Checkbox(isChecked);
            case PropertyValue.Day(var date) -> new Time(date.toString(), DAY.format(date));
            case PropertyValue.Moment moment ->
                new Time(
                        moment.at().truncatedTo(ChronoUnit.SECONDS) + moment.offset(),
                        MOMENT.format(moment.at()) + zone(moment.offset()));
        };
    }

    private static String zone(String offset) {
        return offset.equals("Z") ? " UTC" : offset.isEmpty() ? "" : " " + offset;
    }

    private Words words(PropertyValue.Text text) {
        return new Words(text.pieces().stream().map(this::word).toList());
    }

    private Word word(PropertyValue.Piece piece) {
        return switch (piece) {
            case PropertyValue.Words(String text) -> plain(text);
            case PropertyValue.Linked(String text, Link.ExternalLink(String url, var span)) ->
                new Word(text, "external", Optional.of(url), Optional.empty());
            case PropertyValue.Linked(String text, Link.Local link) -> word(text, target(link));
        };
    }

    private LinkTarget target(Link.Local link) {
        return Objects.requireNonNull(targets.get(link));
    }

    private static Word plain(String text) {
        return new Word(text, "", Optional.empty(), Optional.empty());
    }

    private static Word word(String text, LinkTarget target) {
        return switch (target) {
            case LinkTarget.Live live ->
                new Word(
                        text,
                        "internal",
                        Optional.of(live.href()),
                        Optional.of(live.title()).filter(title -> !title.isEmpty() && !title.equals(text)));
            case LinkTarget.Passage passage -> word(text, new LinkTarget.Live(passage.href(), passage.title()));
            case LinkTarget.Attachment attachment ->
                new Word(text, "internal file", Optional.of(attachment.href()), Optional.empty());
            case LinkTarget.Ambiguous several ->
                new Word(
                        text,
                        "internal ambiguous",
                        several.href(),
                        Optional.of("ambiguous: " + String.join(", ", several.candidates())));
            case LinkTarget.Missing missing ->
                new Word(text, "internal broken", missing.href(), Optional.of(missing.reason()));
        };
    }
}
