package garden.snapshot;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcollections.TreePMap;

/** Ranked sets by sorted key. Immutable, as they are. A key without values does not exist. */
record RankedIndex<K extends Comparable<? super K>, V extends Comparable<? super V>>(TreePMap<K, RankedSet<V>> sets) {

    static <K extends Comparable<? super K>, V extends Comparable<? super V>> RankedIndex<K, V> empty() {
        return new RankedIndex<>(TreePMap.<K, RankedSet<V>>empty());
    }

    /** The values of {@code key}, in order; empty when there are none. */
    RankedSet<V> get(K key) {
        RankedSet<V> values = sets.get(key);
        return values == null ? RankedSet.empty() : values;
    }

    /** This index without {@code value} under {@code key}. */
    RankedIndex<K, V> minus(K key, V value) {
        RankedSet<V> left = get(key).minus(value);
        return new RankedIndex<>(left.isEmpty() ? sets.minus(key) : sets.plus(key, left));
    }

    /** This index with the values of each key, which has some. */
    RankedIndex<K, V> plusAll(SortedMap<K, ? extends Collection<V>> added) {
        if (sets.isEmpty()) {
            SortedMap<K, RankedSet<V>> all = new TreeMap<>();
            added.forEach((key, values) -> all.put(key, RankedSet.<V>empty().plusAll(values)));
            return new RankedIndex<>(TreePMap.fromSortedMap(all));
        }
        TreePMap<K, RankedSet<V>> all = sets;
        for (Map.Entry<K, ? extends Collection<V>> entry : added.entrySet()) {
            all = all.plus(entry.getKey(), get(entry.getKey()).plusAll(entry.getValue()));
        }
        return new RankedIndex<>(all);
    }
}
