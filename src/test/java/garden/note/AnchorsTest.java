package garden.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** The headings of a garden published with Quartz: page, anchor and text as the page shows it. */
    @Test
    void agreesWithAPublishedGarden() throws IOException {
        Map<String, Anchors> pages = new HashMap<>();
        List<String> others = new ArrayList<>();
        List<String> lines = facts();
        for (String line : lines) {
            String[] fact = line.split("\t", -1);
            String anchor =
                    pages.computeIfAbsent(fact[0], page -> new Anchors()).next(fact[2]);
            if (!anchor.equals(fact[1])) {
                others.add(fact[0] + ": " + fact[1] + " and not " + anchor);
            }
        }
        assertThat(lines).hasSize(199);
        // Quartz makes the anchor from the source of the formula, "$\\lambda$", which the fact does not hold.
        assertThat(others).containsExactly("/mtbf: failure-rate-lambda and not failure-rate-λ");
    }

    private static List<String> facts() throws IOException {
        try (InputStream stream = AnchorsTest.class.getResourceAsStream("anchors.tsv")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Test
    void repeatsAreNumberedAndNeverCollide() {
        Anchors anchors = new Anchors();
        assertThat(Stream.of("Overview", "Overview", "overview", "Overview-1", "Overview")
                        .map(anchors::next))
                .containsExactly("overview", "overview-1", "overview-2", "overview-1-1", "overview-3");
    }
}
