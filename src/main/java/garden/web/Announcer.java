package garden.web;

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
final class Announcer {

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MAX_WAITING = 64;
    private static final int MAX_TRIES = 5;
    private static final int SLOWER = 4;

    private final HttpClient client;
    private final URI target;
    private final Optional<String> secret;
    private final Duration firstRetry;
    private final BlockingQueue<Supplier<Announcement>> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final Thread thread = Thread.ofVirtual().name("announce").unstarted(this::run);
    private volatile Optional<ServerStatus.Failure> failure = Optional.empty();

    Announcer(HttpClient client, URI target, Optional<String> secret, Duration firstRetry) {
        this.client = client;
        this.target = target;
        this.secret = secret;
        this.firstRetry = firstRetry;
        thread.start();
    }

    void offer(Supplier<Announcement> announcement) {
        if (!waiting.offer(announcement)) {
            failed("left out, since " + MAX_WAITING + " others wait");
        }
    }

    Optional<ServerStatus.Failure> failure() {
        return failure;
    }

    void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                sendNext();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendNext() throws InterruptedException {
        Supplier<Announcement> next = waiting.take();
        try {
            send(Json.bytes(next.get()));
        } catch (RuntimeException e) {
            LOG.error("cannot make an announcement", e);
        }
    }

    private void send(byte[] body) throws InterruptedException {
        String id = "msg_" + UUID.randomUUID().toString().replace("-", "");
        Duration pause = firstRetry;
        for (int tries = 1; tries <= MAX_TRIES; tries++) {
            Optional<String> reason = attempt(id, body);
            if (reason.isEmpty()) {
                failure = Optional.empty();
                return;
            }
            if (tries == MAX_TRIES) {
                failed(reason.get() + ", given up after " + tries + " tries");
                return;
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(SLOWER);
        }
    }

    /** Why it did not arrive; empty when it did. */
    private Optional<String> attempt(String id, byte[] body) throws InterruptedException {
        try {
            HttpResponse<InputStream> response =
                    client.send(request(id, body), HttpResponse.BodyHandlers.ofInputStream());
            response.body().close();
            int status = response.statusCode();
            return status / 100 == 2 ? Optional.empty() : Optional.of("the answer was " + status);
        } catch (IOException e) {
            return Optional.of(e.getClass().getSimpleName());
        }
    }

    private HttpRequest request(String id, byte[] body) {
        String timestamp = String.valueOf(Instant.now().getEpochSecond());
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(PATIENCE)
                .header("Content-Type", Json.TYPE)
                .header("User-Agent", "Garden")
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        secret.ifPresent(key -> request.header("webhook-signature", HookSignature.standard(key, id, timestamp, body)));
        return request.build();
    }

    /** The path of the address may be all that protects it, so only its host is named. */
    private void failed(String reason) {
        String message = "cannot announce to " + target.getScheme() + "://" + target.getRawAuthority() + ": " + reason;
        failure = Optional.of(new ServerStatus.Failure(Announcements.now(), message));
        LOG.warn("{}", message);
    }
}
