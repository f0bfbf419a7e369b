package garden.note;

/**
 * Someone who wrote versions of a file. Ordered by number of versions, the most first, then by name.
 *
 * @param name plain text, never a mail address
 */
public record Contributor(String name, int versions) implements Comparable<Contributor> {

    @Override
    public int compareTo(Contributor other) {
        int more = Integer.compare(other.versions, versions);
        return more != 0 ? more : name.compareTo(other.name);
    }
}
