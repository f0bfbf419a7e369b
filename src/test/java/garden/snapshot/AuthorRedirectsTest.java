package garden.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import garden.graph.PageNames;
import garden.note.NotePath;
import garden.note.Slug;
import garden.note.UrlCase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class AuthorRedirectsTest {

    private static final AddressRules RULES =
            new AddressRules(UrlCase.PRESERVE, Set.of("example.org"), PageNames.AS_WRITTEN);

    private static final String NOTES = "--- trees/Oak.md\nalias: quercus\n--- trees/elm.md\n--- blog/2024/may.md\n";

    private static Garden garden(String redirects) {
        return SampleGardens.of(NOTES)
                .with(AuthorRedirects.NONE.plus(AuthorRedirects.NETLIFY, RedirectParser.netlify(redirects, RULES)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/old /trees/Oak|old|sent trees/Oak 301",
                "/old /trees/Oak|OLD/|sent trees/Oak 301",
                "/old%20name /trees/Oak 302|old name|sent trees/Oak 302",
                "/old /trees/oak.html#bark|old|sent trees/Oak#bark 301",
                "/old /quercus 308 # its alias|old|sent trees/Oak 308",
                "/trees/elm /trees/Oak|trees/elm|note trees/elm.md",
                "/trees/elm /trees/Oak 301!|trees/elm|sent trees/Oak 301",
                "/gone /x 410|gone|closed 410",
                "/trees/elm / 404!|trees/elm|closed 404",
                "/news/* /blog/:splat|news/2024/may|sent blog/2024/may 301",
                "/news/:y/:m /blog/:y/:m|news/2024/may|sent blog/2024/may 301",
                "/news/:y/:m /blog/:m/:y|news/2024/may|nowhere",
                "/find /-/search?q=oak|find|sent -/search?q=oak 301",
                "/away https://example.org/x?y=1#z|away|away https://example.org/x?y=1#z 301",
                "/away/* https://example.org/a/:splat|away/b c/d|away https://example.org/a/b%20c/d 301",
                "/old /nowhere|old|nowhere",
                "/* /trees/Oak|whatever/it is|sent trees/Oak 301",
                "/trees/elm /Trees/ELM 301!|trees/elm|note trees/elm.md",
                "/trees/Oak /quercus 301!|trees/Oak|note trees/Oak.md",
                "/-/x /-/x|-/x|nowhere",
            })
    void leadsWhereTheRuleSays(String rule, String asked, String expected) {
        assertThat(print(garden(rule).find(asked))).isEqualTo(expected);
    }

    @Test
    void firstLineWinsAndChainsAreOneStep() {
        Garden garden = garden("/a /b 302\n/a /trees/elm\n/b /c\n/c /trees/Oak\n/c/* /trees/elm\n");
        assertThat(print(garden.find("a"))).isEqualTo("sent trees/Oak 302");
        assertThat(print(garden.find("c/d"))).isEqualTo("sent trees/elm 301");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a /a", "/a /b\n/b /a", "/* /x/:splat", "/a/* /a/b/:splat 301!", "/a /b 301!\n/b /a 301!"})
    void loopsEnd(String rules) {
        assertThat(garden(rules).find("a")).isIn(new Place.Nowhere());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/a //evil.example|expected a path of parts joined by /",
                "/a /\\\\evil.example|expected a path of parts joined by /",
                "/a /%5Cevil.example|expected a path of parts joined by /",
                "/a /%2F/evil.example|expected a path of parts joined by /",
                "/a javascript:alert(1)|expected a path of this site or an http address",
                "/a https://evil.example/|expected a host listed in urls.redirectHosts",
                "/a https://example.org@evil.example/|expected a host listed in urls.redirectHosts",
                "/a https://example.org.evil.example/|expected a host listed in urls.redirectHosts",
                "/a https://example.org:99/|expected a host listed in urls.redirectHosts",
                "/a https://:splat/|expected a host listed in urls.redirectHosts",
                "/a /x%0d%0aSet-Cookie:y|expected a path of parts joined by /",
                "/a /x#<b>|expected percent-encoded ASCII",
                "/a /../x|expected a path of parts joined by /",
                "/a /%zz|expected complete percent escapes",
                "/a|found 1 words",
                "/a /b 200|expected 301, 302, 307, 308, 404 or 410",
                "/a id=:id /b 301|found 4 words",
                "a /b|expected a path of this site that begins with /",
                "/a*b /c|expected * only as the last part",
            })
    void badLineIsAProblem(String rule, String message) {
        Garden garden = garden("# first\n\n" + rule + "\n/old /trees/Oak\n");
        assertThat(garden.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("_redirects:3: redirect: ")
                        .contains(message));
        assertThat(print(garden.find("old"))).isEqualTo("sent trees/Oak 301");
    }

    /** What a reader asks for never makes another host of the answer. */
    @ParameterizedTest
    @ValueSource(strings = {"go//evil.example", "go/\\\\evil.example", "go/../x", "go/%2F/x"})
    void placeholdersStayInTheGarden(String asked) {
        assertThat(garden("/go/* /:splat\n").find(asked)).isEqualTo(new Place.Nowhere());
        assertThat(print(garden("/go/* https://example.org/:splat\n").find(asked)))
                .startsWith("away https://example.org/");
    }

    @Test
    void gollumPagesLeadToPages() {
        RedirectFile file = RedirectParser.gollum(
                List.of(
                        new RedirectParser.Pair("Old Oak.md", "trees/Oak.md", 2),
                        new RedirectParser.Pair("/x/y.md", "../z.md", 3)),
                List.of());
        Garden garden = SampleGardens.of(NOTES).with(AuthorRedirects.NONE.plus(AuthorRedirects.GOLLUM, file));
        assertThat(print(garden.find("Old-Oak"))).isEqualTo("sent trees/Oak 301");
        assertThat(garden.problems())
                .extracting(Object::toString)
                .containsExactly(
                        ".redirects.gollum:3: redirect: expected a path of parts joined by /, found \"../z.md\"");
    }

    @Test
    void manyRulesAreBounded() {
        String rules = "/x/:a/* /y\n".repeat(600) + "/r /trees/Oak\n".repeat(20_000);
        RedirectFile file = RedirectParser.netlify(rules, RULES);
        assertThat(file.patterns()).hasSize(500);
        assertThat(file.problems()).hasSize(101);
        assertThat(AuthorRedirects.isRedirectFile(new NotePath("_redirects"))).isTrue();
        assertThat(AuthorRedirects.isRedirectFile(new NotePath("a/_redirects"))).isFalse();
    }

    private static String print(Place place) {
        return switch (place) {
            case Place.AuthorRedirect(Slug to, String suffix, int status) -> "sent " + to + suffix + " " + status;
            case Place.ExternalRedirect(String url, int status) -> "away " + url + " " + status;
            case Place.Closed(int status) -> "closed " + status;
            case Place.NotePlace(var note) -> "note " + note.path();
            case Place.Nowhere nowhere -> "nowhere";
            default -> place.toString();
        };
    }
}
