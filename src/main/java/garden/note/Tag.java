package garden.note;

import java.util.ArrayList;
import java.util.List;

/**
 * A tag, {@code /} between the levels of a nested one. Form: no {@code #}, no spaces, no empty level; case as written.
 * Tags that differ only in case are one tag to readers: {@link #key}.
 */
public record Tag(String name) implements Comparable<Tag> {

    /** A tag in a note has so many UTF-16 units at most. */
    public static final int MAX_LENGTH = 250;

    /** A tag in a note has so many levels at most: each of them has a page. */
    public static final int MAX_LEVELS = 30;

    public Tag {
        if (!isTag(name)) {
            throw new IllegalArgumentException(
                    "tag: expected a name without #, spaces or empty levels, found \"" + name + "\"");
        }
    }

    /** Whether {@code name} has the form of a tag; the constructor refuses anything else. */
    public static boolean isTag(String name) {
        return NotePath.isPath(name) && name.chars().noneMatch(c -> c == '#' || Character.isWhitespace(c));
    }

    /** Whether {@code name} keeps to {@link #MAX_LENGTH} and {@link #MAX_LEVELS}; what does not is no tag of a note. */
    public static boolean isWithinLimits(String name) {
        return name.length() <= MAX_LENGTH && name.chars().filter(c -> c == '/').count() < MAX_LEVELS;
    }

    /** The beginning of a name that does not keep to the limits, for a problem. */
    public static String start(String name) {
        return name.substring(0, name.offsetByCodePoints(0, MAX_LEVELS)) + "…";
    }

    /** The limits in words, for a problem. */
    public static String limits() {
        return "at most " + MAX_LENGTH + " characters and " + MAX_LEVELS + " levels";
    }

    /** What two spellings of one tag share. */
    public NameKey key() {
        return new NameKey(name);
    }

    /** The tag and the tags around it, outermost first: {@code usa}, {@code usa/doe}. */
    public List<Tag> lineage() {
        List<Tag> lineage = new ArrayList<>();
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            lineage.add(new Tag(name.substring(0, slash)));
        }
        lineage.add(this);
        return List.copyOf(lineage);
    }

    @Override
    public int compareTo(Tag other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
