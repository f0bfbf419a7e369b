package garden.snapshot;

/**
 * Where a name sorts in one language; made by {@link NameOrder}.
 *
 * @param bytes a byte a character, compared without sign: strings of such characters take a byte for each
 */
record SortKey(String bytes) implements Comparable<SortKey> {

    @Override
    public int compareTo(SortKey other) {
        return bytes.compareTo(other.bytes);
    }
}
