package garden.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Failure rate ($\\lambda$)|failure-rate-lambda",
                "What's new?|whats-new",
                "C++ & C#|c--c",
                "🌱 Seeds|-seeds",
                "Überblick|überblick",
                "日本語|日本語",
                "dash - dash|dash---dash",
                "under_score|under_score",
            })
    void followsGithubSlugger(String heading, String anchor) {
        assertThat(Anchors.anchor(heading)).isEqualTo(anchor);
    }

    @Test
    void repeatsAreNumberedAndNeverCollide() {
        Anchors anchors = new Anchors();
        assertThat(Stream.of("Overview", "Overview", "overview", "Overview-1", "Overview")
                        .map(anchors::next))
                .containsExactly("overview", "overview-1", "overview-2", "overview-1-1", "overview-3");
    }
}
