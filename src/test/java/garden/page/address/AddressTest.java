package garden.page.address;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.CommitId;
import garden.note.NotePath;
import garden.note.Slug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/-/pushes || PUSHES",
                "/-/pushes | page=2 | PUSHES",
                "/-/pushes/3f2a91c || PUSHES",
                "/- || PUSHES",
                "/-/updates | page=2 | OTHER",
                "/-/recent | page=2 | COMMIT",
                "/trees/ | page=2 | CONTENT",
                "/-/history/trees/Quince | page=2 | COMMIT_TEXTS",
                "/trees/Quince.md || COMMIT_TEXTS",
                "/trees/Quince || CONTENT",
                "/leaf.png | v=1 | OTHER",
            })
    void anAddressSaysWhatItsAnswerIsMadeOf(String path, String query, Basis basis) {
        assertThat(Address.parse(path, query == null ? "" : query).basis()).isEqualTo(basis);
    }

    @ParameterizedTest
    @EnumSource(Address.Fixed.class)
    void manualTellsOfEveryFixedAddress(Address.Fixed address) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("notes"))) {
            List<Path> telling = files.filter(file -> file.toString().matches("notes/(guide|operate)/[^/]+\\.md"))
                    .filter(file -> read(file)
                            .matches(
                                    "(?s).*[`/]" + Pattern.quote(address.print().substring(1)) + "(?![\\w/]).*"))
                    .toList();
            assertThat(telling).isNotEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
                new Address.More(new Address.NoteApi("trees/Quince"), 2),
                new Address.Live("/trees/It's%20one?page=2"),
                new Address.Live("/trees/", "0123456789abcdef"),
                new Address.More(new Address.Content(new Slug("trees/")), 2),
                new Address.More(Address.Fixed.RECENT, 7),
                new Address.Backlinks(new Slug("trees/Old oak")),
                new Address.More(new Address.Backlinks(new Slug("")), 3),
                new Address.History("trees/Old oak", new HistoryPart.Versions(1)),
                new Address.History("trees/Old oak", new HistoryPart.Versions(3)),
                new Address.History("index", new HistoryPart.Old(new CommitId("ab".repeat(20)))),
                new Address.History("a/diff", new HistoryPart.Old(new CommitId("ab".repeat(20)))),
                new Address.History("diff", new HistoryPart.Versions(1)),
                new Address.History("ab".repeat(20), new HistoryPart.Versions(1)),
                new Address.History("a", new HistoryPart.Changes(new CommitId("ab".repeat(20)), Optional.empty())),
                new Address.History(
                        "a",
                        new HistoryPart.Changes(
                                new CommitId("ab".repeat(20)), Optional.of(new CommitId("cd".repeat(20))))),
                new Address.History("50% of?", new HistoryPart.Lines()),
                new Address.History("a", new HistoryPart.Api(2)),
                new Address.More(Address.Fixed.COMMITS, 2),
                Address.Fixed.PROBLEMS,
                Address.Fixed.STATUS,
                Address.Fixed.STATUS_API,
                Address.Fixed.LINKS_API,
                Address.Fixed.GRAPH_API,
                Address.Fixed.CONTENT_INDEX,
                Address.Fixed.OPEN_SEARCH,
                new Address.Sitemap(0),
                new Address.Sitemap(3),
                new Address.Suggestions("a+b & c"),
                new Address.Feed(FeedForm.RSS, FeedScope.In.EVERYTHING),
                new Address.Feed(FeedForm.ATOM, FeedScope.In.EVERYTHING),
                new Address.Feed(FeedForm.JSON, FeedScope.In.EVERYTHING),
                new Address.Feed(FeedForm.RSS, new FeedScope.In(new Slug("trees & more/"))),
                new Address.Feed(FeedForm.ATOM, new FeedScope.To(new Slug("trees/Quince"))),
                new Address.Feed(FeedForm.JSON, new FeedScope.Found("tag:a/b \"c d\"")));
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
        assertThat(Address.parse(rawPath, "")).isInstanceOf(Address.Malformed.class);
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
    void aVersionIsWhatAsksForOne() {
        Address leaf = new Address.Version(new Slug("a b/leaf.png"), "3f2a91c0");
        assertThat(leaf.print()).isEqualTo("/a%20b/leaf.png?v=3f2a91c0");
        assertThat(Address.parse("/a%20b/leaf.png", "v=3f2a91c0")).isEqualTo(leaf);
        assertThat(Address.parse("/leaf.png", "v")).isEqualTo(new Address.Version(new Slug("leaf.png"), ""));
        assertThat(Address.parse("/leaf.png", "version=1")).isEqualTo(new Address.Content(new Slug("leaf.png")));
    }

    @ParameterizedTest
    @CsvSource({
        "'',1",
        "page=1,1",
        "page=2,2",
        "page=02,2",
        "page=999999,999999",
        "page=1000000,1",
        "page=0,1",
        "page=-2,1",
        "page=%32,2",
        "page=٣,1",
        "page=2.0,1",
        "page=+2,1",
        "page=2&page=3,2",
        "page=,1",
    })
    void aPageIsAPlainNumberFromOne(String rawQuery, int page) {
        assertThat(Address.parse("/-/search", rawQuery)).isEqualTo(new Address.Search("", page));
        Address trees = new Address.Content(new Slug("trees/"));
        assertThat(Address.parse("/trees/", rawQuery)).isEqualTo(page == 1 ? trees : new Address.More(trees, page));
    }

    @ParameterizedTest
    @CsvSource({"'',20", "limit=5,5", "limit=0,1", "limit=-1,20", "limit=999999,999999", "limit=1e9,20"})
    void aLimitIsAPlainNumberFromOne(String rawQuery, int limit) {
        assertThat(Address.parse("/-/api/search", rawQuery)).isEqualTo(new Address.SearchApi("", limit));
    }

    @Test
    void onlyListingsHavePages() {
        assertThat(Address.parse("/-/status", "page=2")).isEqualTo(Address.Fixed.STATUS);
        assertThat(Address.parse("/trees/Quince.md", "page=2"))
                .isEqualTo(new Address.NoteSource(new Slug("trees/Quince")));
        assertThat(Address.parse("/-/nothing", "page=2")).isEqualTo(new Address.Unknown());
    }

    @Test
    void feedsOfTheWholeGardenAreWhereReadersLook() {
        assertThat(new Address.Feed(FeedForm.RSS, FeedScope.In.EVERYTHING).print())
                .isEqualTo("/index.xml");
        assertThat(Address.parse("/rss.xml", "")).isEqualTo(Address.parse("/index.xml", ""));
        assertThat(Address.parse("/-/feed/atom", "")).isEqualTo(Address.parse("/atom.xml", ""));
        assertThat(Address.parse("/-/feed/json", "in=")).isEqualTo(Address.parse("/feed.json", ""));
        assertThat(new Address.Feed(FeedForm.ATOM, new FeedScope.In(new Slug("a b/"))).print())
                .isEqualTo("/-/feed/atom?in=a%20b%2F");
        assertThat(Address.parse("/-/feed/xml", "")).isEqualTo(new Address.Unknown());
    }

    @Test
    void aFormSendsSpacesAsPlus() {
        assertThat(Address.parse("/-/search", "q=a+b%2Bc")).isEqualTo(new Address.Search("a b+c", 1));
        assertThat(Address.parse("/a+b", "")).isEqualTo(new Address.Content(new Slug("a+b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/-/", "/-/nothing", "/-/search/", "/-/api", "/%2D/nothing", "/-%2Fnothing"})
    void whatIsReservedIsNeverANote(String rawPath) {
        assertThat(Address.parse(rawPath, "")).isEqualTo(new Address.Unknown());
        assertThat(Address.parse(rawPath, "v=1")).isEqualTo(new Address.Unknown());
    }

    /** A browser sends a password to all that is beside or below where it was asked for: here, to every page. */
    @Test
    void operatorsSignInBesideTheHomePage() {
        assertThat(Address.parse("/-", "")).isEqualTo(Address.Fixed.SIGN_IN);
        assertThat(Address.Fixed.SIGN_IN.print()).isEqualTo("/-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/-a", "/--/a", "/a/-/b", "/_-/a"})
    void onlyTheDashAloneIsReserved(String rawPath) {
        assertThat(Address.parse(rawPath, "")).isEqualTo(new Address.Content(new Slug(rawPath.substring(1))));
    }

    @Test
    void whateverComesIsSomeAddressAndPrintsInAscii() {
        Random random = new Random(20241124);
        for (int round = 0; round < 5_000; round++) {
            String path = "/" + randomRequest(random);
            String query = randomRequest(random);
            assertThat(Address.parse(path, query).print())
                    .as(path + "?" + query)
                    .matches("/[-A-Za-z0-9._~!$&'()*+,;=:@%/?]*");
        }
    }

    private static String randomRequest(Random random) {
        List<String> parts = List.of(
                "a",
                "%",
                "%2",
                "%25",
                "%2F",
                "%ff",
                "%C3%A9",
                "/",
                "-",
                "-/",
                "api/notes/",
                "search",
                "=",
                "&",
                "+",
                "v",
                "q",
                "page",
                "2",
                ".md",
                "\ud800",
                "林",
                "\u202e",
                "<",
                "\"",
                "'",
                "\r\n",
                "..",
                "?");
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(8), 0, parts.size()).forEach(i -> text.append(parts.get(i)));
        return text.toString();
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
