package garden.page.note;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import garden.concurrent.SingleFlight;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Results that are kept by what they were made of, each made once for all who ask for it at the same time. Thread-safe.
 *
 * <p>A cache alone would make its callers wait in locks, which hold a processor for each virtual thread of a server on JDK 21.
 */
public final class Memo<K, V> {

    private final Cache<K, V> kept;
    private final Predicate<V> isKept;
    private final SingleFlight<K, V> making = new SingleFlight<>();

    private Memo(Cache<K, V> kept, Predicate<V> isKept) {
        this.kept = kept;
        this.isKept = isKept;
    }

    /** Keeps {@code max} results. */
    public static <K, V> Memo<K, V> ofSize(long max) {
        return new Memo<>(Caffeine.newBuilder().maximumSize(max).<K, V>build(), value -> true);
    }

    /** Keeps results that {@code isKept} accepts, {@code maxWeight} together. */
    public static <K, V> Memo<K, V> ofWeight(long maxWeight, Weigher<K, V> weigher, Predicate<V> isKept) {
        return new Memo<>(
                Caffeine.newBuilder().maximumWeight(maxWeight).weigher(weigher).<K, V>build(), isKept);
    }

    /** What is kept for {@code key}. */
    Optional<V> known(K key) {
        return Optional.ofNullable(kept.getIfPresent(key));
    }

    /** What is kept for {@code key}, or else what {@code work} makes or throws, whoever of those who ask now runs it. */
    public V get(K key, Supplier<V> work) {
        V known = kept.getIfPresent(key);
        return known == null ? making.run(key, () -> madeIfUnknown(key, work)) : known;
    }

    /** Who comes a moment after another is done finds what it made. */
    private V madeIfUnknown(K key, Supplier<V> work) {
        V known = kept.getIfPresent(key);
        if (known != null) {
            return known;
        }
        V made = work.get();
        if (isKept.test(made)) {
            kept.put(key, made);
        }
        return made;
    }
}
