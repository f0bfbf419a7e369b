package garden.markdown;

import garden.note.Heading;
import garden.note.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The body of a note, or of a part of one, as sanitised HTML.
 *
 * @param html balanced, without scripts, styles or forms; made of block elements
 * @param headings those that stand in {@code html}, in order: all of the note's, but not a first one that repeats its title
 * @param passages what {@code html} leaves gaps for, in order; {@link Markdown#filled} shows them
 * @param features what its page needs scripts for, in the order of the enum
 * @param overBudget why the note is shown as text although it was parsed; empty when it is not
 */
public record RenderedNote(
        String html,
        List<Heading> headings,
        List<LinkTarget.Passage> passages,
        SortedSet<Feature> features,
        Optional<Problem> overBudget) {

    public RenderedNote {
        headings = List.copyOf(headings);
        passages = List.copyOf(passages);
        features = Collections.unmodifiableSortedSet(new TreeSet<>(features));
    }
}
