package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.Link;
import garden.note.Note;
import garden.note.Property;
import garden.note.PropertyLink;
import garden.note.PropertyValue;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PropertyTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "x: words => text words",
                "x: 'true' => text true",
                "x: true => checkbox true",
                "x: No => text No",
                "x: 1957 => number 1957",
                "x: -1.5e3 => number -1.5e3",
                "x: '7' => text 7",
                "x: 2023-09-12 => day 2023-09-12",
                "x: '2023-09-12' => day 2023-09-12",
                "x: 2023-13-12 => text 2023-13-12",
                "x: 2023-09-12T10:30 => moment 2023-09-12T10:30",
                "x: 2023-09-12 10:30:05+02:00 => moment 2023-09-12T10:30:05+02:00",
                "x: [a, 7, [b, c], {d: e}] => list text a; text 7; text [b, c]; text {d: e}",
                "x: {a: {b: [1, true]}} => text {a: {b: [1, true]}}",
                "x: '[[elm]]' => text <[[elm]] elm>",
                "x: see [[a/elm#top|the elm]], or not => text see <[[a/elm#top]] the elm>, or not",
                "x: '![[leaf.png|200]]' => text <[[leaf.png]] leaf.png>",
                "x: '[the elm](trees/elm.md)' => text <(trees/elm.md) the elm>",
                "x: '[web](https://e.org/a)' => text <https://e.org/a web>",
                "x: at https://e.org/a_(b). => text at <https://e.org/a_(b) https://e.org/a_(b)>.",
                "x: https://e.org/a, b => text <https://e.org/a https://e.org/a>, b",
                "x: '[x](javascript:alert(1))' => text [x](javascript:alert(1))",
                "x: '[[elm' => text [[elm",
                "x: https:// => text https://",
                "x: ['[[a]]', '[[b]]'] => list text <[[a]] a>; text <[[b]] b>",
            })
    void valuesHaveTheTypesOfObsidian(String yaml, String expected) {
        Note note = Fixture.note("---\n" + yaml + "\n---\n");
        assertThat(note.problems()).isEmpty();
        assertThat(note.frontMatter().properties()).extracting(Property::name).containsExactly("x");
        assertThat(shown(note.frontMatter().properties().getFirst().value())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x:", "x: ''", "x: []", "x: {}", "x: null", "x: ~", "x: ['', null]", "? [a]\n: b"})
    void whatHasNoValueIsNoProperty(String yaml) {
        assertThat(Fixture.note("---\n" + yaml + "\n---\n").frontMatter().properties())
                .isEmpty();
    }

    @Test
    void propertiesStandInTheOrderWritten() {
        Note note = Fixture.note("---\nb: 1\ntitle: x\na: 2\nPublish: true\nC d: 3\n---\n");
        assertThat(note.frontMatter().properties()).extracting(Property::name).containsExactly("b", "a", "C d");
    }

    @Test
    void linksKnowTheirPropertyLineAndSurroundings() {
        Note note = Fixture.note("---\nup:\n  - '[[a]]'\n  - 'see [[b|B]] too'\ncover: c.png\n---\n[[d]]\n");
        assertThat(note.frontMatter().links())
                .extracting(PropertyTest::shown)
                .containsExactly("up: [[a]] on 3, <a>", "up: [[b]] on 4, see <B> too", "cover: (c.png) on 5, <>");
        assertThat(note.links()).hasSize(1);
    }

    @Test
    void linksOfALongValueAreFoundInTime() {
        String value = "[[a]] [b](c) h [[ ![[ ".repeat(1_500).replace("[[ ", "");
        Note note = Fixture.note("---\nx: \"" + value + "\"\n---\n");
        assertThat(note.frontMatter().links()).hasSize(3_000);
    }

    private static String shown(PropertyLink found) {
        Link.Local link = found.link();
        var excerpt = link.place().excerpt();
        return found.property() + ": " + written(link) + " on " + link.span().line() + ", " + excerpt.before() + "<"
                + excerpt.words() + ">" + excerpt.after();
    }

    private static String shown(PropertyValue value) {
        return switch (value) {
            case PropertyValue.Text text ->
                "text " + text.pieces().stream().map(PropertyTest::shown).collect(Collectors.joining());
            case PropertyValue.Items(List<PropertyValue.Text> items) ->
                "list " + items.stream().map(PropertyTest::shown).collect(Collectors.joining("; "));
            case PropertyValue.Numeral numeral -> "number " + numeral.plain();
            case PropertyValue.Checkbox checkbox -> "checkbox " + checkbox.plain();
            case PropertyValue.Day day -> "day " + day.plain();
            case PropertyValue.Moment moment -> "moment " + moment.plain();
        };
    }

    private static String shown(PropertyValue.Piece piece) {
        return switch (piece) {
            case PropertyValue.Words(String text) -> text;
            case PropertyValue.Linked(String text, Link link) -> "<" + written(link) + " " + text + ">";
        };
    }

    private static String written(Link link) {
        return switch (link) {
            case Link.WikiLink wiki -> "[[" + whole(wiki) + "]]";
            case Link.PathLink path -> "(" + whole(path) + ")";
            case Link.ExternalLink(String url, var span) -> url;
        };
    }

    private static String whole(Link.Local link) {
        return link.fragment().isEmpty() ? link.target() : link.target() + "#" + link.fragment();
    }
}
