package garden.page.note;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import garden.concurrent.Retries;
import garden.markdown.RenderedNote;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Bodies that could not be rendered in time: what is shown until the next try, so that readers do not make it at once. Thread-safe. */
final class LateBodies<K> {

    private static final int REMEMBERED = 200;

    private final Cache<K, Late> late =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final LongSupplier nanos;

    /** {@code nanos} tells the time as {@link System#nanoTime} does. */
    LateBodies(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @param since time of the last try, in nanoseconds */
    private record Late(RenderedNote shown, Retries retries, long since) {

        boolean rests(long now) {
            Optional<Duration> pause = retries.pause();
            return pause.isEmpty() || now - since < pause.get().toNanos();
        }
    }

    /** What {@code rendering} makes; while it rests after a try that was late, what that made. */
    RenderedNote once(K key, Supplier<RenderedNote> rendering) {
        Late known = late.getIfPresent(key);
        if (known != null && known.rests(nanos.getAsLong())) {
            return known.shown();
        }
        RenderedNote body = rendering.get();
        if (body.isPending()) {
            Retries retries = known == null ? Retries.NONE : known.retries().next();
            late.put(key, new Late(body, retries, nanos.getAsLong()));
        } else {
            late.invalidate(key);
        }
        return body;
    }
}
