package garden.graph;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Computes one index from another. What comes in is gathered and added at once when the index is asked for, which costs a first index much
 * less than value after value. Used once, by one thread.
 */
final class IndexBuilder<K extends Comparable<? super K>, V extends Comparable<? super V>> {

    private final SortedMap<K, SortedSet<V>> added = new TreeMap<>();
    private Index<K, V> index;

    IndexBuilder(Index<K, V> before) {
        this.index = before;
    }

    void plus(K key, V value) {
        added.computeIfAbsent(key, none -> new TreeSet<>()).add(value);
    }

    void minus(K key, V value) {
        index = index().minus(key, value);
    }

    /** The index with all that was done until now. */
    Index<K, V> index() {
        if (!added.isEmpty()) {
            index = index.plusAll(added);
            added.clear();
        }
        return index;
    }
}
