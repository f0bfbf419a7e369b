package garden.web.webhook;

import garden.concurrent.Backoff;
import garden.concurrent.Failure;
import garden.concurrent.Timings;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells others of each publication: a cache that is to forget pages, a chat. Whoever publishes never waits: each target has
 * a bounded queue and a thread of its own. Thread-safe.
 */
public final class OutgoingWebhooks implements AutoCloseable {

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Timings.WEBHOOK_CONNECTION)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final List<WebhookSender> senders;

    /**
     * Begins to wait for publications.
     *
     * @param secret signs what is sent; empty for no signature
     * @param retry how long to wait after a failure
     */
    public OutgoingWebhooks(List<URI> targets, Optional<String> secret, Backoff retry) {
        this.senders = targets.stream()
                .map(target -> new WebhookSender(client, target, secret, retry))
                .toList();
    }

    /** Tells every target. {@code payload} is made when its turn has come, by another thread. Never blocks. */
    public void announce(Supplier<WebhookPayload> payload) {
        senders.forEach(sender -> sender.offer(payload));
    }

    /** Why the last one did not arrive; empty when each target has its last. */
    public Optional<Failure> failure() {
        return senders.stream()
                .flatMap(sender -> sender.failure().stream())
                .max(Comparator.comparing(Failure::at).thenComparing(Failure::message));
    }

    /** The time, to the second. */
    static Instant now() {
        return Instant.ofEpochSecond(Instant.now().getEpochSecond());
    }

    /** Ends the threads; what waits is not sent any more. */
    @Override
    public void close() {
        senders.forEach(WebhookSender::close);
        client.shutdownNow();
    }
}
