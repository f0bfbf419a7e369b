package garden.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ConformanceTest {

    @Test
    void commonMarkIsRenderedAsTheSpecificationShowsBut() {
        ConformanceExamples commonMark = ConformanceExamples.commonMark();
        assertThat(commonMark.total()).isEqualTo(652);
        assertThat(commonMark.deviations().keySet()).containsExactly(312, 313);
        assertThat(commonMark.deviations()).doesNotContainValue("not explained");
    }

    @Test
    void gitHubsExtensionsAreRenderedAsGitHubDoesBut() {
        ConformanceExamples gitHub = ConformanceExamples.gitHub();
        assertThat(gitHub.total()).isEqualTo(61);
        assertThat(gitHub.deviations().keySet()).containsExactly(6, 14, 29, 31, 58);
        assertThat(gitHub.deviations()).doesNotContainValue("not explained");
    }
}
