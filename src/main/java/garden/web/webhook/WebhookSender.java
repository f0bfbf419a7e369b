package garden.web.webhook;

import garden.concurrent.Attempts;
import garden.concurrent.Backoff;
import garden.concurrent.Failing;
import garden.concurrent.Failure;
import garden.concurrent.Timings;
import garden.web.answer.ContentTypes;
import garden.web.answer.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends announcements to one address, one after the other, each a few times if need be. Owns a thread. */
final class WebhookSender {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final int MAX_WAITING = 64;
    private static final int MAX_TRIES = 5;

    private final HttpClient client;
    private final URI target;
    private final Optional<String> secret;
    private final Backoff retry;
    private final Attempts attempts;
    private final BlockingQueue<Supplier<WebhookPayload>> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final Thread thread = Thread.ofVirtual().name("announce").unstarted(this::run);
    private volatile Optional<Failure> failure = Optional.empty();

    WebhookSender(HttpClient client, URI target, Optional<String> secret, Backoff retry) {
        this.client = client;
        this.target = target;
        this.secret = secret;
        this.retry = retry;
        this.attempts = new Attempts(verb(target), failures -> Duration.ZERO);
        thread.start();
    }

    void offer(Supplier<WebhookPayload> announcement) {
        if (!waiting.offer(announcement)) {
            failed("left out, since " + MAX_WAITING + " others wait");
        }
    }

    Optional<Failure> failure() {
        return failure;
    }

    void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                send(waiting.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Supplier<WebhookPayload> announcement) throws InterruptedException {
        String id = "msg_" + UUID.randomUUID().toString().replace("-", "");
        for (int tries = 1; tries <= MAX_TRIES; tries++) {
            var failed = attempts.run(() -> deliver(id, Json.bytes(announcement.get())));
            if (failed.isEmpty()) {
                failure = Optional.empty();
                return;
            }
            if (tries < MAX_TRIES) {
                Thread.sleep(retry.pause(tries));
            }
        }
        String reason = attempts.failing().map(Failing::reason).orElse("it did not arrive");
        failed(reason + ", given up after " + MAX_TRIES + " tries");
    }

    private void deliver(String id, byte[] body) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = sent(request(id, body));
        response.body().close();
        if (response.statusCode() / 100 != 2) {
            throw new IOException("the answer was " + response.statusCode());
        }
    }

    /** What the client says of a failure may hold the whole address, so only its kind is told. */
    private HttpResponse<InputStream> sent(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new IOException(e.getClass().getSimpleName(), e);
        }
    }

    private HttpRequest request(String id, byte[] body) {
        String timestamp = String.valueOf(Instant.now().getEpochSecond());
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(Timings.WEBHOOK_ANSWER)
                .header("Content-Type", ContentTypes.JSON)
                .header("User-Agent", "Garden")
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        secret.ifPresent(key -> request.header("webhook-signature", HookSignature.standard(key, id, timestamp, body)));
        return request.build();
    }

    /** The path of the address may be all that protects it, so only its host is named. */
    private static String verb(URI target) {
        return "announce to " + target.getScheme() + "://" + target.getRawAuthority();
    }

    private void failed(String reason) {
        String message = "cannot " + verb(target) + ": " + reason;
        failure = Optional.of(new Failure(OutgoingWebhooks.now(), message));
        LOG.warn("{}", message);
    }
}
