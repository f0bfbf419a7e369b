package garden.search;

import garden.note.Heading;
import java.util.List;
import java.util.Optional;

/**
 * A few words of a note around a match, on one line.
 *
 * @param fragments in the order of the text; begins or ends with {@code …} where the note's text goes on
 * @param heading the nearest heading at or before the words; empty before the first one, and for a summary
 */
public record Snippet(List<Fragment> fragments, Optional<Heading> heading) {

    public Snippet {
        fragments = List.copyOf(fragments);
    }
}
