package garden.page;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.NotePath;
import garden.note.Slug;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trees/Quince | /trees/Quince",
                "trees/ | /trees/",
                "a+b;c,d=e@f:g!h$i*j~k | /a+b;c,d=e@f:g!h$i*j~k",
                "Rock(s) | /Rock(s)",
                "50%-off? | /50%25-off%3F",
                "back\\slash | /back%5Cslash",
                "Größe | /Gr%C3%B6%C3%9Fe",
            })
    void printsNoMoreEscapesThanThePathNeeds(String slug, String printed) {
        assertThat(new Address.Content(new Slug(slug)).print()).isEqualTo(printed);
        assertThat(Address.parse(printed, "")).isEqualTo(new Address.Content(new Slug(slug)));
    }

    @Test
    void quotesStayReadable() {
        assertThat(new Address.Content(new Slug("it's")).print()).isEqualTo("/it's");
        assertThat(new Address.Content(new Slug("it’s")).print()).isEqualTo("/it%E2%80%99s");
    }

    @Test
    void whatWasPrintedIsParsedBack() {
        List<Address> addresses = List.of(
                Address.Content.HOME,
                new Address.NoteSource(new Slug("trees/Quince")),
                new Address.Search("a+b & c=d #é \"", 1),
                new Address.Search("quince", 3),
                new Address.SearchApi("100% \\ sure", 8),
                new Address.NoteApi("trees/Quince"),
                new Address.Live("/trees/It's%20one?page=2"),
                new Address.More(new Address.Content(new Slug("trees/")), 2),
                new Address.More(Address.Fixed.RECENT, 7),
                Address.Fixed.PROBLEMS,
                Address.Fixed.STATUS,
                Address.Fixed.STATUS_API,
                Address.Fixed.LINKS_API,
                Address.Fixed.GRAPH_API);
        assertThat(addresses)
                .allSatisfy(address -> assertThat(parse(address.print())).isEqualTo(address));
    }

    @Test
    void everyPathHasAnAddressThatIsParsedBack() {
        Random random = new Random(20240312);
        for (int round = 0; round < 5_000; round++) {
            String path = randomPath(random);
            if (NotePath.isPath(path)) {
                Address address = new Address.Content(Slug.of(new NotePath(path)));
                assertThat(parse(address.print())).as(path).isEqualTo(address);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/a%2", "/a%zz", "/%00", "/a%00b", "/%ff", "/%C3", "/%ED%A0%80", "a", ""})
    void aMalformedPathIsNoAddress(String rawPath) {
        assertThat(Address.parse(rawPath, "")).isInstanceOf(Address.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%", "q=%ff&page=x", "page=-1", "page=99999999999999", "&&==&q", "page=0"})
    void aMalformedQueryIsTheFirstPageOfNothing(String rawQuery) {
        assertThat(Address.parse("/-/search", rawQuery)).isEqualTo(new Address.Search("", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/%2F%2Fevil.example", "/../secret", "/a/%2e%2e/b", "/%5Cevil.example"})
    void noAddressPrintsAsAnotherHostOrLeavesItsFolder(String rawPath) {
        assertThat(Address.parse(rawPath, "").print())
                .doesNotMatch("^/[/\\\\].*")
                .doesNotContain("..");
    }

    @Test
    void theBasePathStandsBeforeEveryAddress() {
        Site site = new Site("An Orchard", "", "en", "https://example.org", "/garden");
        assertThat(site.href(new Address.Content(new Slug("trees/")))).isEqualTo("/garden/trees/");
        assertThat(site.url(Address.Content.HOME)).isEqualTo("https://example.org/garden/");
        assertThat(site.below("/garden/trees/")).contains("/trees/");
        assertThat(site.below("/gardens/trees/")).isEmpty();
        assertThat(site.below("/other")).isEmpty();
    }

    private static Address parse(String printed) {
        int mark = printed.indexOf('?');
        return mark < 0
                ? Address.parse(printed, "")
                : Address.parse(printed.substring(0, mark), printed.substring(mark + 1));
    }

    private static String randomPath(Random random) {
        String alphabet = "aZ09 /.-_~!$&'()*+,;=:@%?#\"<>\\^`{|}é’林😀\u202E\u00A0\t";
        int[] points = alphabet.codePoints().toArray();
        return random.ints(1 + random.nextInt(24), 0, points.length)
                .map(i -> points[i])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
