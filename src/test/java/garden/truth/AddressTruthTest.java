package garden.truth;

import static org.assertj.core.api.Assertions.assertThat;

import garden.web.TestServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No address that a Quartz site had dies. */
@Timeout(120)
class AddressTruthTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"preserve", "lower"})
    void everyAddressOfBothGenerationsAnswersOrIsExplained(String urlCase) {
        try (TestServer server = TestServer.with(folder, Map.of("urls.case", urlCase), TruthGarden.text())) {
            for (String list : new String[] {"urls.json", "urls-v4case.json"}) {
                Verdict verdict = AddressTruth.addresses(server, list);
                assertThat(verdict.asked()).isEqualTo(309);
                assertThat(verdict.wrong()).doesNotContainValue(Verdict.UNEXPLAINED);
                assertThat(verdict.right()).isGreaterThanOrEqualTo(309 - 16);
            }
            Verdict anchors = AddressTruth.anchors(server);
            assertThat(anchors.wrong()).isEmpty();
            assertThat(anchors.right()).isEqualTo(199);
        }
    }
}
