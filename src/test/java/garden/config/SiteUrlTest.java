package garden.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SiteUrlTest {

    @Test
    void splitsIntoOriginAndBasePath() {
        checkUrl("https://example.org/garden", "https://example.org", "/garden");
        checkUrl("HTTPS://Example.ORG:443/A/b/", "https://example.org", "/A/b");
        checkUrl("http://localhost:8080/", "http://localhost:8080", "");
        checkUrl("http://localhost", "http://localhost", "");
        checkUrl("http://[::1]:80/g%C3%A4rten", "http://[::1]", "/g%C3%A4rten");
    }

    @Test
    void hasASlashAtItsEnd() {
        assertThat(new SiteUrl("https://example.org", "/garden")).hasToString("https://example.org/garden/");
        assertThat(new SiteUrl("https://example.org", "")).hasToString("https://example.org/");
    }

    @Test
    void refusesWhatIsNoAddressOfASite() {
        String[] texts = {
            "",
            "example.org",
            "ftp://example.org",
            "https://",
            "https:example.org",
            "https:///garden",
            "https://me@example.org/",
            "https://example.org/?q",
            "https://example.org/#a",
            "https://example.org//",
            "https://example.org/a/../b",
            "https://example.org/..",
            "https://example.org:99999",
            "https://exam ple.org",
            "https://example.org/\"><script>"
        };
        for (String text : texts) {
            assertThat(SiteUrl.parse(text)).as(text).isEmpty();
        }
    }

    private static void checkUrl(String text, String origin, String basePath) {
        assertThat(SiteUrl.parse(text)).contains(new SiteUrl(origin, basePath));
    }
}
