package garden.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {

    @Test
    void eachPhaseOfAPublicationIsCounted(@TempDir Path own) {
        try (TestServer server = TestServer.with(own, Map.of("server.metrics", "true"), "--- oak.md\nOak.\n")) {
            for (String phase : new String[] {"read", "history", "graph", "index", "show"}) {
                assertThat(server.get("/metrics").body())
                        .contains("garden_publish_phase_seconds_count{phase=\"" + phase + "\"} 1");
            }
            server.push("--- secret.md\n---\npublish: false\n---\nNot told.\n");
            assertThat(server.get("/metrics").body())
                    .as("what readers do not see is not counted")
                    .contains("garden_publish_phase_seconds_count{phase=\"graph\"} 1");
        }
    }
}
