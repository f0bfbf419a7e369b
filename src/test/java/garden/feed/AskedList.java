package garden.feed;

import java.util.AbstractList;
import java.util.List;

/** A list that counts how often it is asked for an element. */
final class AskedList<E> extends AbstractList<E> {

    private final List<E> elements;
    private int asked;

    AskedList(List<E> elements) {
        this.elements = elements;
    }

    int asked() {
        return asked;
    }

    @Override
    public E get(int index) {
        asked++;
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }
}
