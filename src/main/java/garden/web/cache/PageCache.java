package garden.web.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import garden.graph.Target;
import garden.snapshot.Garden;
import garden.web.answer.FinishedPage;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Pages for readers, by address, until a step affects them. Bounded in bytes. Thread-safe.
 *
 * <p>Never stale: all pages in it are those of one garden, and they are given only to who asks for that garden's. A step takes out what it
 * affects before the pages count as those of the next garden; a page that was made from another garden than this is not taken in.
 */
@SuppressWarnings(
        "ReferenceEquality") // A garden is itself and no other, however alike: to compare two costs what they hold.
public final class PageCache {

    /** So many in a row find another garden served than this is of until it is begun anew with that. */
    private static final int MAX_ASTRAY = 64;

    /** A page and what it shows. */
    private record Kept(FinishedPage page, Set<Target> targets) {

        boolean isAffected(Set<Target> affected) {
            return targets.isEmpty() || targets.stream().anyMatch(affected::contains);
        }
    }

    private final Cache<String, Kept> pages;

    /** Whose pages these are; nobody's while a step takes out what it affects. Written under the lock of this. */
    private volatile @Nullable Garden garden;

    private int astray;

    /** @param maxBytes what the pages may take in all; 0 keeps none */
    public PageCache(long maxBytes) {
        this.pages = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((String address, Kept kept) -> kept.page().weight())
                .executor(Runnable::run)
                .build();
    }

    /** The page at an address of {@code served}, if it is kept. */
    public Optional<FinishedPage> find(String address, Garden served) {
        return Optional.ofNullable(lookup(address, served));
    }

    /** As {@link #find}; null when it is not kept. For where each request counts. */
    public @Nullable FinishedPage lookup(String address, Garden served) {
        if (garden != served) {
            return null;
        }
        Kept kept = pages.getIfPresent(address);
        // Looked at again: a step may have gone by between the two.
        return kept != null && garden == served ? kept.page() : null;
    }

    /**
     * Keeps a page that was made from {@code source}, if that is still what is served.
     *
     * @param targets what it shows: a step that affects none of them leaves it as it is; empty when each may affect it
     */
    public synchronized void keep(String address, FinishedPage page, Set<Target> targets, Garden source) {
        if (garden == source) {
            astray = 0;
            pages.put(address, new Kept(page, Set.copyOf(targets)));
        }
    }

    /**
     * Tells that {@code served} is what is served, as whoever makes pages sees it. Usually known from the step; a garden that came without one
     * is found out here, and costs the pages that were kept.
     */
    public synchronized void see(Garden served) {
        if (garden != served && ++astray > MAX_ASTRAY) {
            begin(served);
        }
    }

    /** Begins with no pages of this garden. */
    public synchronized void begin(Garden served) {
        astray = 0;
        pages.invalidateAll();
        garden = served;
    }

    /** A step was published, from one garden to the next; {@code affected} names every page that differs. */
    public synchronized void published(Garden before, Garden now, Set<Target> affected) {
        if (garden == now) {
            return;
        }
        if (garden != before) {
            begin(now);
            return;
        }
        garden = null;
        Set<Target> differing = new HashSet<>(affected);
        pages.asMap().values().removeIf(kept -> kept.isAffected(differing));
        astray = 0;
        garden = now;
    }

    /** All that is kept, by address. */
    public Map<String, FinishedPage> kept() {
        Map<String, FinishedPage> kept = new TreeMap<>();
        pages.asMap().forEach((address, one) -> kept.put(address, one.page()));
        return kept;
    }
}
