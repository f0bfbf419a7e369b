package garden.snapshot;

/** Something in a list that is sorted by name: in the order of its name, then in its own. */
record Named<T extends Comparable<T>>(SortKey name, T thing) implements Comparable<Named<T>> {

    @Override
    public int compareTo(Named<T> other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : thing.compareTo(other.thing);
    }
}
