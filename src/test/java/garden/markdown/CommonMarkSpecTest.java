package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.commonmark.testutil.TestResources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The 652 examples of the CommonMark specification 0.31, before sanitising and without Garden's additions. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CommonMarkSpecTest {

    @Test
    void everyExampleButTheseRendersAsTheSpecificationShows() {
        List<Example> examples = ExampleReader.readExamples(TestResources.getSpec());
        assertThat(examples).hasSize(652);
        for (Example e : examples) { if (!isRenderedAsShown(e)) System.out.println("### " + e.getExampleNumber() + "\n" + e.getSource() + "\n--- want\n" + e.getHtml() + "--- got\n" + html(e)); }
        assertThat(examples.stream().filter(example -> !isRenderedAsShown(example)).map(Example::getExampleNumber))
                .containsExactly();
    }

    private static boolean isRenderedAsShown(Example example) {
        return html(example).equals(example.getHtml());
    }

    private static String html(Example example) {
        try { return Markdown.commonMark(example.getSource()); } catch (RuntimeException e) { return e.toString(); }
    }
}
