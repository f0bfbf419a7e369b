package garden.snapshot;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is computed when it is first asked for, once, and known from then on. Thread-safe; threads that ask meanwhile wait. */
public final class Lazy<T> {

    /** Not a monitor: a virtual thread that waits for one holds a processor on JDK 21. */
    private final Lock computing = new ReentrantLock();

    private final Supplier<T> supplier;
    private volatile @Nullable T value;

    /** The value that {@code supplier} gives when it is asked; one that throws is asked again by the next who wants the value. */
    public Lazy(Supplier<T> supplier) {
        this.supplier = supplier;
    }

    /** The value. */
    public T get() {
        T known = value;
        return known == null ? computed() : known;
    }

    private T computed() {
        computing.lock();
        try {
            T known = value;
            if (known == null) {
                known = supplier.get();
                value = known;
            }
            return known;
        } finally {
            computing.unlock();
        }
    }
}
