package garden.markdown.reading;

/**
 * How much the definitions of links may add to a text where they are referred to: as much as the text is long, and {@value #LEAST} UTF-16
 * units at least, as in CommonMark's reference implementation, cmark: a long address that is used often would make a short text a large
 * page. One for all parts of a text. Owned by one thread at a time.
 */
final class ReferenceBudget {

    private static final int LEAST = 100_000;

    private int left;

    ReferenceBudget(int textLength) {
        this.left = Math.max(LEAST, textLength);
    }

    /** Whether {@code length} more fit; they are taken then. */
    boolean takes(int length) {
        boolean fits = length <= left;
        left -= fits ? length : 0;
        return fits;
    }
}
