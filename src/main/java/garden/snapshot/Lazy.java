package garden.snapshot;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is found when it is first asked for, and known from then on. Thread-safe; threads that ask at once may each find it. */
final class Lazy<T> {

    private final Supplier<T> finding;
    private volatile @Nullable T found;

    /** {@code finding} gives the same at any time. */
    Lazy(Supplier<T> finding) {
        this.finding = finding;
    }

    T get() {
        T known = found;
        if (known == null) {
            known = finding.get();
            found = known;
        }
        return known;
    }
}
