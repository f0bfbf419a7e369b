package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes with names that are hard on addresses, and addresses that are hard on servers. */
@Timeout(60)
class NamesTest {

    private static final String LONG = "long ".repeat(49).strip();
    private static final String LONG_CJK = "木".repeat(80);

    @AutoClose
    private static TestServer server;

    /** Each note says its name, and a list links to all. */
    @BeforeAll
    static void start(@TempDir Path folder) {
        server = TestServer.empty(folder, Map.of());
        StringBuilder list = new StringBuilder();
        for (String name : new String[] {
            "a;b=c",
            "a+b",
            "it's",
            "it’s",
            "Q&A",
            "100%",
            "why?",
            "C#",
            "🌳 tree",
            "木",
            "שלום",
            "two  words",
            "v1..2",
            "a:b@c",
            "tilde~",
            "quote\"d",
            "back\\slash",
            "less<more>",
            "comma,dot.",
            "(paren)",
            "$x",
            "{y}",
            "^z",
            "`t`",
            "%41",
            "%2F",
            "-",
            "İstanbul",
            "ﬁn",
            LONG,
            LONG_CJK
        }) {
            server.notes().write("n/" + name + ".md", "This is it.\n");
            list.append("- [go](<n/").append(encoded(name)).append(".md>)\n");
        }
        server.notes().write("list.md", list.toString());
        server.push();
    }

    private static String encoded(String name) {
        return name.replace("\\", "%5C")
                .replace("%", "%25")
                .replace("%255C", "%5C")
                .replace("?", "%3F")
                .replace("#", "%23")
                .replace("<", "%3C")
                .replace(">", "%3E");
    }

    @Test
    void everyNoteIsLinkedListedAndAnswers() {
        assertThat(server.page("/list").select(".prose a.broken").eachAttr("title"))
                .isEmpty();
        assertThat(server.page("/list").select(".prose li a")).hasSize(31);
        assertThat(server.page("/n/").select(".lines .line-title")).hasSize(31);
        for (String page : new String[] {"/list", "/n/"}) {
            for (String href :
                    server.page(page).select(".prose li a, .lines .line-title").eachAttr("href")) {
                HttpResponse<String> answer = server.get(href);
                assertThat(answer.statusCode()).as(href).isEqualTo(200);
                assertThat(answer.body()).as(href).contains("This is it.", "Linked from");
                assertThat(server.get(href + ".md").body()).as(href).isEqualTo("This is it.\n");
                assertThat(URI.create(
                                server.json("/-/api/notes" + href).path("href").asText()))
                        .hasPath(URI.create(href).getPath());
                String source = Jsoup.parse(answer.body()).select(".foot a").stream()
                        .findFirst()
                        .orElseThrow()
                        .attr("href");
                assertThat(server.status(source)).as(source).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/n/a;b=c, 200",
        "/n/a%3Bb%3Dc, 200",
        "/n/a+b, 200",
        "/n/a%2Bb, 200",
        "/n/a%20b, 404",
        "/n/it's, 200",
        "/n/it%27s, 200",
        "/n/it%E2%80%99s, 200",
        "/n/Q-and-A, 200",
        "/n/Q&A, 301",
        "/n/Q%26A, 301",
        "/n/100-percent, 200",
        "/n/100%25, 301",
        "/n/why, 200",
        "/n/why%3F, 301",
        "/n/C, 200",
        "/n/C%23, 301",
        "/n/%F0%9F%8C%B3-tree, 200",
        "/n/%F0%9F%8C%B3%20tree, 301",
        "/n/%e6%9c%a8, 200",
        "/n/%D7%A9%D7%9C%D7%95%D7%9D, 200",
        "/n/two--words, 200",
        "/n/two%20%20words, 301",
        "/n/v1..2, 200",
        "/n%2Fv1..2, 200",
        "/n/-percent41, 200",
        "/n/%2541, 301"
    })
    void rawAndEncodedSpellings(String target, int status) {
        assertThat(server.rawStatus(target)).isEqualTo(status);
    }

    /** The web server itself refuses what is no address; what is one and names nothing is missing. Nothing breaks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%",
                "/%2",
                "/%zz",
                "/a%",
                "/%00",
                "/a%00.md",
                "/%ff",
                "/%c0%ae%c0%ae/",
                "/%ed%a0%80",
                "/../etc/passwd",
                "/n/../../etc/passwd",
                "/..%2f..%2fetc%2fpasswd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/%252e%252e/etc/passwd",
                "/n/..;/..;/etc/passwd",
                "/..\\..\\etc",
                "/-/assets/../config.yml",
                "/-/assets/%2e%2e%2fstyle.css",
                "/-/api/notes/../../x",
                "/-/api/notes/%2e%2e%2fx",
                "/.git/config",
                "/data/tokens",
                "/tokens",
                "/config.yml",
                "/%0d%0aX:%20y",
                "/a/./b",
                "/.",
                "/..",
                "/;",
                "/n/;x",
                "/nothing?page=99999999999",
                "/%F4%90%80%80"
            })
    void hostileAddressIsNowhere(String target) {
        assertThat(server.rawStatus(target)).isIn(400, 404);
    }
}
