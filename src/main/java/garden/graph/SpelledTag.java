package garden.graph;

import garden.note.NotePath;
import garden.note.Tag;
import java.util.Comparator;

/** How a note spells a tag first. Ordered by path. */
record SpelledTag(NotePath path, Tag tag) implements Comparable<SpelledTag> {

    private static final Comparator<SpelledTag> ORDER =
            Comparator.comparing(SpelledTag::path).thenComparing(SpelledTag::tag);

    @Override
    public int compareTo(SpelledTag other) {
        return ORDER.compare(this, other);
    }
}
