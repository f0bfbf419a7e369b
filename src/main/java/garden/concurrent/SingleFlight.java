package garden.concurrent;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Work that is done once for all who ask for it at the same time: the first does it, the others wait for what it comes to.
 * Keeps nothing afterwards. Thread-safe.
 */
public final class SingleFlight<K, V> {

    private final ConcurrentMap<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

    /** What is done for a key. */
    @FunctionalInterface
    public interface Work<V, E extends Exception> {

        /** Does it. */
        V run() throws E;
    }

    /**
     * What {@code work} for {@code key} returns or throws, whoever of those who ask runs it. All work under one key must be alike;
     * it may not ask for its own key.
     */
    public <E extends Exception> V run(K key, Work<V, E> work) throws E {
        while (true) {
            CompletableFuture<V> own = new CompletableFuture<>();
            CompletableFuture<V> first = flights.putIfAbsent(key, own);
            if (first == null) {
                return lead(key, own, work);
            }
            try {
                return first.join();
            } catch (CompletionException e) {
                throw SingleFlight.<E>thrown(e);
            } catch (CancellationException interrupted) {
                // Whoever was to do it was interrupted, which is no concern of others.
                Thread.onSpinWait();
            }
        }
    }

    private <E extends Exception> V lead(K key, CompletableFuture<V> own, Work<V, E> work) throws E {
        try {
            V value = work.run();
            own.complete(value);
            return value;
        } catch (Throwable e) {
            own.completeExceptionally(e);
            throw e;
        } finally {
            flights.remove(key);
        }
    }

    /** The future holds only what the work threw: its own kind of exception, or what anything may throw. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Exception> E thrown(CompletionException failure) {
        return switch (Objects.requireNonNull(failure.getCause(), "a failure has a cause")) {
            case Error error -> throw error;
            case RuntimeException bug -> throw bug;
            case Throwable own -> (E) own;
        };
    }
}
