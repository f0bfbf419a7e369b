package garden.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Computes one ranked index from another. What comes in is gathered and sorted at once when the index is asked for, which costs a first
 * index much less than element after element. Used once, by one thread.
 */
final class RankedIndexBuilder<K extends Comparable<? super K>, V extends Comparable<? super V>> {

    private final SortedMap<K, List<V>> added = new TreeMap<>();
    private RankedIndex<K, V> index;

    RankedIndexBuilder(RankedIndex<K, V> before) {
        this.index = before;
    }

    void put(Membership membership, K key, V value) {
        switch (membership) {
            case IN -> added.computeIfAbsent(key, none -> new ArrayList<>()).add(value);
            case OUT -> index = index().minus(key, value);
        }
    }

    /** The index with all that was put until now. */
    RankedIndex<K, V> index() {
        if (!added.isEmpty()) {
            index = index.plusAll(added);
            added.clear();
        }
        return index;
    }
}
