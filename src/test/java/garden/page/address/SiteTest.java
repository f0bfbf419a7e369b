package garden.page.address;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.Slug;
import org.junit.jupiter.api.Test;

class SiteTest {

    private static final Site BELOW = new Site("An Orchard", "", "en", "https://example.org", "/garden");
    private static final Site ROOT = new Site("An Orchard", "", "en", "http://localhost:8080", "");
    private static final Address TREES = new Address.Content(new Slug("trees/"));

    @Test
    void theBasePathStandsBeforeEveryAddress() {
        assertThat(BELOW.href(TREES)).isEqualTo("/garden/trees/");
        assertThat(BELOW.url(Address.Content.HOME)).isEqualTo("https://example.org/garden/");
        assertThat(BELOW.href(new Address.More(TREES, 2))).isEqualTo("/garden/trees/?page=2");
    }

    @Test
    void whatIsNotBelowTheBasePathIsOfAnotherSite() {
        assertThat(BELOW.below("/garden/trees/")).contains("/trees/");
        assertThat(BELOW.below("/garden/")).contains("/");
        assertThat(BELOW.below("/garden")).isEmpty();
        assertThat(BELOW.below("/gardens/trees/")).isEmpty();
        assertThat(BELOW.below("/Garden/trees/")).isEmpty();
        assertThat(BELOW.below("/other")).isEmpty();
    }

    @Test
    void aSiteAtTheRootHasEverything() {
        assertThat(ROOT.href(TREES)).isEqualTo("/trees/");
        assertThat(ROOT.url(Address.Content.HOME)).isEqualTo("http://localhost:8080/");
        assertThat(ROOT.below("/garden/trees/")).contains("/garden/trees/");
        assertThat(ROOT.below("*")).isEmpty();
    }
}
