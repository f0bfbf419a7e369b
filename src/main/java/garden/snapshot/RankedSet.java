package garden.snapshot;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import org.pcollections.TreePVector;

/**
 * A sorted set whose elements are found by their position too, so that the last page of a list costs what the first one does. Immutable; a
 * changed set shares all but a few nodes with the one before. Each method costs about the square of the logarithm of the size.
 */
record RankedSet<E extends Comparable<? super E>>(TreePVector<E> elements) {

    /** The set without elements. */
    static <E extends Comparable<? super E>> RankedSet<E> empty() {
        return new RankedSet<>(TreePVector.<E>empty());
    }

    int size() {
        return elements.size();
    }

    boolean isEmpty() {
        return elements.isEmpty();
    }

    RankedSet<E> plus(E element) {
        int position = position(element);
        return isAt(position, element) ? this : new RankedSet<>(elements.plus(position, element));
    }

    RankedSet<E> plusAll(Collection<? extends E> added) {
        if (isEmpty()) {
            return new RankedSet<>(TreePVector.from(sorted(added)));
        }
        RankedSet<E> all = this;
        for (E element : added) {
            all = all.plus(element);
        }
        return all;
    }

    /** Each element once. Less work than a sorted set where they come in some order, as notes do. */
    private static <E extends Comparable<? super E>> List<E> sorted(Collection<? extends E> elements) {
        List<E> all = new ArrayList<>(elements);
        all.sort(Comparator.naturalOrder());
        List<E> distinct = new ArrayList<>(all.size());
        for (E element : all) {
            if (distinct.isEmpty() || distinct.getLast().compareTo(element) != 0) {
                distinct.add(element);
            }
        }
        return distinct;
    }

    RankedSet<E> minus(E element) {
        int position = position(element);
        return isAt(position, element) ? new RankedSet<>(elements.minus(position)) : this;
    }

    /** Number of the elements that sort before {@code element}. */
    private int position(E element) {
        int low = 0;
        int high = elements.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (elements.get(middle).compareTo(element) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isAt(int position, E element) {
        return position < elements.size() && elements.get(position).compareTo(element) == 0;
    }

    /** What {@code shown} makes of the elements, in order; of each when it is asked for. */
    <T> List<T> list(Function<? super E, ? extends T> shown) {
        return new Shown<>(elements, shown);
    }

    private static final class Shown<E, T> extends AbstractList<T> implements RandomAccess {

        private final List<E> elements;
        private final Function<? super E, ? extends T> shown;

        Shown(List<E> elements, Function<? super E, ? extends T> shown) {
            this.elements = elements;
            this.shown = shown;
        }

        @Override
        public T get(int index) {
            return shown.apply(elements.get(index));
        }

        @Override
        public int size() {
            return elements.size();
        }
    }
}
