package garden.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import garden.concurrent.Failing;
import garden.concurrent.Failure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Records that many rooms share are in the API too, whose fields keep their names: notes/guide/api.md. */
class ServerStatusTest {

    private static final Instant SINCE = Instant.parse("2026-01-02T03:04:05.678Z");

    private static String json(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }

    @Test
    void upstreamThatIsBehindSaysHowLongAndWhy() {
        Failing failing = new Failing(SINCE, SINCE.plusSeconds(60), "connection refused", 2, SINCE.plusSeconds(120));
        assertThat(json(new ServerStatus.Upstream(
                        "https://example.org/g.git", Optional.of(SINCE), Optional.of(failing))))
                .isEqualTo("{\"address\":\"https://example.org/g.git\",\"inStep\":\"2026-01-02T03:04:05Z\",\"behind\":{"
                        + "\"since\":\"2026-01-02T03:04:05Z\",\"tried\":\"2026-01-02T03:05:05Z\","
                        + "\"reason\":\"connection refused\",\"failures\":2,\"nextTry\":\"2026-01-02T03:06:05Z\"}}");
    }

    @Test
    void failureSaysWhenAndWhat() {
        assertThat(json(new Failure(SINCE, "the disk is full")))
                .isEqualTo("{\"at\":\"2026-01-02T03:04:05Z\",\"message\":\"the disk is full\"}");
    }
}
