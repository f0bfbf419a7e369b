package garden.diff;

/** A run of elements that another run replaces; either may be empty. Indices from 0, ends exclusive. */
record Edit(int beforeStart, int beforeEnd, int afterStart, int afterEnd) {

    boolean isEmpty() {
        return beforeStart == beforeEnd && afterStart == afterEnd;
    }

    /** Whether {@code next} begins where this ends, on both sides. */
    boolean touches(Edit next) {
        return beforeEnd == next.beforeStart && afterEnd == next.afterStart;
    }

    /** This and {@code next}, which begins where this ends. */
    Edit join(Edit next) {
        return new Edit(beforeStart, next.beforeEnd, afterStart, next.afterEnd);
    }

    Edit shifted(int offset) {
        return new Edit(beforeStart + offset, beforeEnd + offset, afterStart + offset, afterEnd + offset);
    }
}
