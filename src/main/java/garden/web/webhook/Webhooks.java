package garden.web.webhook;

import garden.web.answer.Answer;
import garden.web.answer.Answer.Caching;
import garden.web.answer.HttpFailure;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The door for forges: whoever proves to have the secret may ask for a fetch, and for nothing else. What the forge tells of
 * the push is never looked at, since the upstream itself knows better. Thread-safe.
 */
public final class Webhooks {

    private static final int MAX_BYTES = 1 << 20;

    /** No forge sends more: GitHub ends at 25 MB. */
    private static final long MAX_DISCARDED = 32 << 20;

    private static final int MAX_IDS = 1000;

    /** Who presses a forge's button to deliver again wants a fetch; who has overheard a delivery has no more than these. */
    private static final int MAX_DELIVERIES = 10;

    private final String secret;
    private final Runnable fetch;
    private final InstantSource clock;
    private final RecentIds taken = new RecentIds(MAX_IDS);

    /** @param fetch asks for a fetch, and must not wait for it */
    public Webhooks(String secret, Runnable fetch, InstantSource clock) {
        this.secret = secret;
        this.fetch = fetch;
        this.clock = clock;
    }

    /** Takes a delivery addressed to the forge of this name. Why one is not proven is not told. */
    public Answer.Body take(String forgeName, HttpServletRequest request) {
        try {
            return read(forgeName, request);
        } catch (IOException e) {
            // The sender stopped in the middle: that is not our failure, whoever may still hear of it.
            throw new HttpFailure(HttpFailure.Reason.UNREADABLE);
        }
    }

    private Answer.Body read(String forgeName, HttpServletRequest request) throws IOException {
        Optional<Forge> forge = Forge.of(forgeName);
        if (forge.isEmpty()) {
            return answer(404, "no webhook is configured at this address");
        }
        InputStream in = request.getInputStream();
        boolean isAnnounced = request.getContentLengthLong() > MAX_BYTES;
        byte[] body = isAnnounced ? new byte[0] : in.readNBytes(MAX_BYTES + 1);
        if (isAnnounced || body.length > MAX_BYTES) {
            discard(in);
            return tooLarge();
        }
        return take(forge.get(), Delivery.of(request, body));
    }

    /** A connection that is closed while the sender still writes takes the answer with it. */
    private static void discard(InputStream in) throws IOException {
        long left = MAX_DISCARDED;
        long skipped = in.skip(left);
        while (skipped > 0 && left > skipped) {
            left -= skipped;
            skipped = in.skip(left);
        }
    }

    private Answer.Body take(Forge forge, Delivery delivery) {
        if (!forge.isSender(delivery) || !forge.isProven(delivery, secret, clock.instant())) {
            return answer(401, "not verified");
        }
        int times = forge.id(delivery).map(id -> taken.add(forge + " " + id)).orElse(1);
        if (times > MAX_DELIVERIES) {
            return answer(409, "delivered " + times + " times; deliver a new one");
        }
        fetch.run();
        return answer(202, "fetching");
    }

    private static Answer.Body tooLarge() {
        return answer(413, "expected at most " + MAX_BYTES + " bytes, found more");
    }

    private static Answer.Body answer(int status, String text) {
        return Answer.Body.text(status, text + "\n", Caching.NEVER);
    }
}
