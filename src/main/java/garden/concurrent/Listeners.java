package garden.concurrent;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Those who want to know of something that has happened, told one by one in the order in which they came. What one of them
 * throws concerns neither the others nor whoever tells: it is logged, and kept until the same listener takes the next news.
 * Thread-safe.
 */
public final class Listeners<T> {

    private final List<Listener<T>> listeners = new CopyOnWriteArrayList<>();

    private record Listener<T>(String name, Consumer<? super T> consumer, Attempts attempts) {}

    /** Tells {@code listener} too, from now on. {@code name} is shown when it fails. */
    public Listeners<T> add(String name, Consumer<? super T> listener) {
        listeners.add(new Listener<>(name, listener, new Attempts("tell the " + name, failures -> Duration.ZERO)));
        return this;
    }

    /** Tells everyone. Stops early only when the thread is to end. */
    public void tell(T news) throws InterruptedException {
        for (Listener<T> listener : listeners) {
            var unused = listener.attempts().run(() -> listener.consumer().accept(news));
        }
    }

    /** Those that did not take the last news, by name. */
    public SortedMap<String, Failing> failing() {
        SortedMap<String, Failing> failing = new TreeMap<>();
        listeners.forEach(
                listener -> listener.attempts().failing().ifPresent(failure -> failing.put(listener.name(), failure)));
        return failing;
    }
}
