package garden.graph;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * Sorted sets by sorted key; immutable, a changed index shares all but a few nodes with the one before. A key without
 * values does not exist.
 */
public record Index<K extends Comparable<? super K>, V extends Comparable<? super V>>(TreePMap<K, TreePSet<V>> sets) {

    /** The index without keys. */
    public static <K extends Comparable<? super K>, V extends Comparable<? super V>> Index<K, V> empty() {
        return new Index<>(TreePMap.<K, TreePSet<V>>empty());
    }

    /** The values of {@code key}, in order; empty when there are none. */
    public TreePSet<V> get(K key) {
        TreePSet<V> values = sets.get(key);
        return values == null ? TreePSet.empty() : values;
    }

    /** Whether {@code key} has a value. */
    public boolean contains(K key) {
        return sets.containsKey(key);
    }

    /** This index with {@code value} under {@code key}. */
    public Index<K, V> plus(K key, V value) {
        return new Index<>(sets.plus(key, get(key).plus(value)));
    }

    /** This index without {@code value} under {@code key}. */
    public Index<K, V> minus(K key, V value) {
        TreePSet<V> left = get(key).minus(value);
        return new Index<>(left.isEmpty() ? sets.minus(key) : sets.plus(key, left));
    }

    /** This index with the values of each key, which has some. */
    Index<K, V> plusAll(SortedMap<K, SortedSet<V>> added) {
        if (sets.isEmpty()) {
            SortedMap<K, TreePSet<V>> all = new TreeMap<>();
            added.forEach((key, values) -> all.put(key, TreePSet.fromSortedSet(values)));
            return new Index<>(TreePMap.fromSortedMap(all));
        }
        TreePMap<K, TreePSet<V>> all = sets;
        for (Map.Entry<K, SortedSet<V>> entry : added.entrySet()) {
            all = all.plus(entry.getKey(), get(entry.getKey()).plusAll(entry.getValue()));
        }
        return new Index<>(all);
    }
}
