package garden.snapshot;

import java.util.ArrayList;
import java.util.List;

/** Computes one ranked set from another, as {@link RankedIndexBuilder} an index. Used once, by one thread. */
final class RankedSetBuilder<E extends Comparable<? super E>> {

    private final List<E> added = new ArrayList<>();
    private RankedSet<E> set;

    RankedSetBuilder(RankedSet<E> before) {
        this.set = before;
    }

    void put(Membership membership, E element) {
        switch (membership) {
            case IN -> added.add(element);
            case OUT -> set = set().minus(element);
        }
    }

    /** The set with all that was put until now. */
    RankedSet<E> set() {
        if (!added.isEmpty()) {
            set = set.plusAll(added);
            added.clear();
        }
        return set;
    }
}
