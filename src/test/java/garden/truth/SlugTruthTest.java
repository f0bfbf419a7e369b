package garden.truth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of the 473 cases, 256 are about addresses and 41 about anchors and tags. The other 176 are about how Quartz writes the
 * hrefs of links and where aliases were published: links are resolved by a table of rules here, and aliases are asked
 * for over HTTP.
 */
class SlugTruthTest {

    @ParameterizedTest
    @ValueSource(strings = {"v4", "v5"})
    void everyPathIsSpelledAsQuartzSpellsItOrForAReason(String generation) {
        Verdict verdict = SlugTruth.addresses(generation);
        assertThat(verdict.asked()).isEqualTo(256);
        assertThat(verdict.wrong().values()).noneMatch(reason -> reason.startsWith(Verdict.UNEXPLAINED));
        assertThat(verdict.right()).isGreaterThanOrEqualTo(244);
    }

    @Test
    void anchorsAndTagsAreThoseOfQuartz() {
        Verdict verdict = SlugTruth.anchorsAndTags();
        assertThat(verdict.asked()).isEqualTo(41);
        assertThat(verdict.wrong().values()).noneMatch(reason -> reason.startsWith(Verdict.UNEXPLAINED));
        assertThat(verdict.right()).isGreaterThanOrEqualTo(40);
    }
}
