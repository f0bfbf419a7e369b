package garden.snapshot;

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

    /** This index with {@code value} under {@code key}, or without it. */
    RankedIndex<K, V> with(Membership membership, K key, V value) {
        RankedSet<V> values = get(key).with(membership, value);
        return new RankedIndex<>(values.isEmpty() ? sets.minus(key) : sets.plus(key, values));
    }
}
