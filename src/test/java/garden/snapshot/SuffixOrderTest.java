package garden.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import garden.graph.Resolution;
import garden.graph.ResolvedLink;
import garden.graph.Target;
import garden.note.NotePath;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of notes that differ only in their suffix, a link without one and the address mean the same. */
class SuffixOrderTest {

    private static final List<String> ORDER = List.of(".md", ".markdown", ".mdown", ".mkd");

    private static Stream<Arguments> pairs() {
        return IntStream.range(0, ORDER.size())
                .boxed()
                .flatMap(first -> IntStream.range(first + 1, ORDER.size())
                        .mapToObj(second -> Arguments.of(ORDER.get(first), ORDER.get(second))));
    }

    private static String linked(Garden garden, int link) {
        List<ResolvedLink> links = garden.graph().links(new NotePath("home.md"));
        return links.get(link).resolution() instanceof Resolution.Resolved to
                        && to.target() instanceof Target.File(NotePath path)
                ? path.value()
                : links.get(link).resolution().toString();
    }

    private static String at(Garden garden, String address) {
        Place place = garden.find(address);
        Place found = place instanceof Place.CanonicalRedirect moved
                ? garden.find(moved.to().value())
                : place;
        return found instanceof Place.NotePlace(var note) ? note.path().value() : found.toString();
    }

    @Test
    void theOrderIsThatOfTheManual() {
        assertThat(NotePath.NOTE_SUFFIXES).isEqualTo(ORDER);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aLinkWithoutSuffixAndTheAddressMeanTheFirst(String first, String second) {
        for (String name : List.of("a", "a b", "Ä", "f/a", "f g/a-b")) {
            String text = "--- home.md\n[[%1$s]] [[%2$s]] [[%1$s%3$s]] [[%1$s%4$s]]\n--- %1$s%4$s\n--- %1$s%3$s\n"
                    .formatted(name, name.toUpperCase(Locale.ROOT), first, second);
            Garden garden = SampleGardens.of(text);
            assertThat(linked(garden, 0)).as(name).isEqualTo(name + first);
            assertThat(linked(garden, 1)).as("%s in upper case", name).isEqualTo(name + first);
            assertThat(linked(garden, 2)).isEqualTo(name + first);
            assertThat(linked(garden, 3)).isEqualTo(name + second);
            assertThat(at(garden, name)).as("address of %s", name).isEqualTo(name + first);
            assertThat(at(garden, name.replace(' ', '-')))
                    .as("address of %s", name)
                    .isEqualTo(name + first);
            assertThat(garden.slug(new NotePath(name + first)).value()).isEqualTo(name.replace(' ', '-'));
        }
    }

    /** The name that is spelled as in the link, or in the address, wins before the suffix. */
    @ParameterizedTest
    @MethodSource("pairs")
    void theSpellingOfTheNameComesFirst(String first, String second) {
        Garden garden =
                SampleGardens.of("--- home.md\n[[A b]] [[a B]]\n--- A b%s\n--- a B%s\n".formatted(second, first));
        assertThat(linked(garden, 0)).isEqualTo("A b" + second);
        assertThat(linked(garden, 1)).isEqualTo("a B" + first);
        assertThat(at(garden, "A-b")).isEqualTo("A b" + second);
        assertThat(at(garden, "a-B")).isEqualTo("a B" + first);
    }
}
