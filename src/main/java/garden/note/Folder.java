package garden.note;

/**
 * A folder of the garden. Form: as {@link NotePath}, but empty for the garden itself. Ordered by UTF-16 code units.
 */
public record Folder(String value) implements Comparable<Folder> {

    /** The garden's own folder. */
    public static final Folder ROOT = new Folder("");

    public Folder {
        if (!value.isEmpty() && !NotePath.isPath(value)) {
            throw new IllegalArgumentException("folder: expected parts joined by /, found \"" + value + "\"");
        }
    }

    /** Whether this is the garden itself. */
    public boolean isRoot() {
        return value.isEmpty();
    }

    /** The folder around this one; the root is its own parent. */
    public Folder parent() {
        int slash = value.lastIndexOf('/');
        return slash < 0 ? ROOT : new Folder(value.substring(0, slash));
    }

    /** The last part; empty for the root. */
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** What the paths of all files inside begin with: {@code systems/}, or nothing for the root. */
    public String prefix() {
        return isRoot() ? "" : value + "/";
    }

    /** What sorts before every file inside and behind every file outside that sorts before one. */
    public NotePath first() {
        return new NotePath(prefix() + "\u0001");
    }

    @Override
    public int compareTo(Folder other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
