package garden.web.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import garden.concurrent.Backoff;
import garden.git.GitRepo;
import garden.note.CommitId;
import garden.web.MirrorServer;
import garden.web.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Others learn of each publication, sooner or later, and nobody waits for them. */
@Timeout(60)
class OutgoingWebhooksTest {

    private static final String SECRET = "whsec_bWlycm9yLXRlc3Qta2V5LW9mLTMyLWJ5dGVzLWxvbmch";
    private static final Backoff SOON = every(Duration.ofMillis(10));

    @TempDir
    private Path folder;

    private final BlockingQueue<Got> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private HttpServer target;

    /** What arrived: the headers of Standard Webhooks, and the body. */
    private record Got(String id, String timestamp, String signature, String body) {}

    private static Backoff every(Duration pause) {
        return new Backoff(pause, pause);
    }

    @BeforeEach
    void listen() throws IOException {
        target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        target.createContext("/", this::receive);
        target.start();
    }

    @AfterEach
    void stop() {
        target.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            received.add(new Got(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    String.valueOf(headers.getFirst("webhook-signature")),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(Optional.ofNullable(answers.poll()).orElse(204), -1);
        }
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + target.getAddress().getPort() + "/rooms/secret-room");
    }

    private Got next() throws InterruptedException {
        Got got = received.poll(20, TimeUnit.SECONDS);
        assertThat(got).as("a delivery in time").isNotNull();
        return got;
    }

    private static WebhookPayload announcement(String commit) {
        return new WebhookPayload(
                "garden.published",
                "https://garden.example.org/",
                Optional.empty(),
                commit,
                Instant.EPOCH,
                List.of("https://garden.example.org/oak"),
                List.of(),
                true,
                new WebhookPayload.LinkChanges(1, 0, 2));
    }

    @Test
    void isSignedAsStandardWebhooksAre() throws Exception {
        try (OutgoingWebhooks outgoingWebhooks = new OutgoingWebhooks(List.of(url()), Optional.of(SECRET), SOON)) {
            outgoingWebhooks.announce(() -> announcement("abc"));
            Got got = next();
            assertThat(got.body())
                    .isEqualTo(
                            "{\"type\":\"garden.published\",\"garden\":\"https://garden.example.org/\",\"commit\":\"abc\","
                                + "\"committedAt\":\"1970-01-01T00:00:00Z\",\"changed\":[\"https://garden.example.org/oak\"],"
                                + "\"removed\":[],\"isComplete\":true,\"links\":{\"broken\":1,\"ambiguous\":0,\"fixed\":2}}");
            assertThat(got.id()).matches("msg_[0-9a-f]{32}");
            assertThat(got.signature())
                    .isEqualTo(HookSignature.standard(
                            SECRET, got.id(), got.timestamp(), got.body().getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** The example of the specification, so that the other end may be anybody's. */
    @Test
    void theSignatureIsThatOfTheSpecification() {
        assertThat(HookSignature.standard(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        "1614265330",
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void isTriedAgainUnderTheSameNumber() throws Exception {
        answers.addAll(List.of(500, 503));
        try (OutgoingWebhooks outgoingWebhooks = new OutgoingWebhooks(List.of(url()), Optional.empty(), SOON)) {
            outgoingWebhooks.announce(() -> announcement("abc"));
            Got first = next();
            assertThat(next().id()).isEqualTo(first.id());
            assertThat(next().id()).isEqualTo(first.id());
            outgoingWebhooks.announce(() -> announcement("def"));
            assertThat(next().body()).contains("\"commit\":\"def\"");
            assertThat(outgoingWebhooks.failure()).isEmpty();
            assertThat(first.signature()).isEqualTo("null");
        }
    }

    @Test
    void isGivenUpAfterFiveTriesAndTheNextIsSent() throws Exception {
        answers.addAll(List.of(500, 500, 500, 500, 302));
        try (OutgoingWebhooks outgoingWebhooks =
                new OutgoingWebhooks(List.of(url()), Optional.empty(), every(Duration.ofMillis(1)))) {
            outgoingWebhooks.announce(() -> announcement("abc"));
            for (int i = 0; i < 5; i++) {
                next();
            }
            while (outgoingWebhooks.failure().isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(outgoingWebhooks.failure().orElseThrow().message())
                    .isEqualTo("cannot announce to http://127.0.0.1:"
                            + target.getAddress().getPort() + ": the answer was 302, given up after 5 tries");
            outgoingWebhooks.announce(() -> announcement("def"));
            assertThat(next().body()).contains("\"commit\":\"def\"");
        }
    }

    @Test
    void nobodyWaitsForATargetThatDoesNotAnswer() throws Exception {
        target.stop(0);
        try (OutgoingWebhooks outgoingWebhooks =
                new OutgoingWebhooks(List.of(url()), Optional.empty(), every(Duration.ofHours(1)))) {
            for (int i = 0; i < 100; i++) {
                outgoingWebhooks.announce(() -> announcement("abc"));
            }
            assertThat(outgoingWebhooks.failure().orElseThrow().message()).endsWith("left out, since 64 others wait");
        }
    }

    @Test
    void tellsWhatAPublicationChanged() throws Exception {
        GitRepo theirs = GitRepo.in(folder.resolve("theirs"));
        CommitId first = theirs.write("oak.md", "Oak.").write("elm.md", "Elm.").commit("one");
        try (MirrorServer mirror = MirrorServer.of(
                theirs.path().toString(),
                folder.resolve("mirror"),
                Map.of("GARDEN_PUBLISH_WEBHOOK", url().toString(), "GARDEN_PUBLISH_SECRET", SECRET))) {
            assertThat(TestServer.parse(next().body()).path("commit").asText()).isEqualTo(first.hex());
            theirs.delete("elm.md")
                    .write("oak.md", "Oak, unlike [[elm]].")
                    .write("draft.md", "---\ndraft: true\n---\nNo.");
            CommitId second = theirs.commit("two");
            mirror.knock();

            JsonNode told = TestServer.parse(next().body());
            assertThat(told.path("before").asText()).isEqualTo(first.hex());
            assertThat(told.path("commit").asText()).isEqualTo(second.hex());
            assertThat(told.path("changed")).extracting(JsonNode::asText).contains("https://garden.example.org/oak");
            assertThat(told.path("removed"))
                    .extracting(JsonNode::asText)
                    .containsExactly("https://garden.example.org/elm");
            assertThat(told.path("links").path("broken").asInt()).isEqualTo(1);
            assertThat(told.toString()).doesNotContain("draft");
        }
    }
}
