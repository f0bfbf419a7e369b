package garden.snapshot;

import java.util.Comparator;

/** Something in a list that is sorted by name: in the order of its name, then in its own. */
record Named<T extends Comparable<T>>(SortKey name, T thing) implements Comparable<Named<T>> {

    @Override
    public int compareTo(Named<T> other) {
        return Comparator.<Named<T>, SortKey>comparing(Named::name)
                .thenComparing(Named::thing)
                .compare(this, other);
    }
}
