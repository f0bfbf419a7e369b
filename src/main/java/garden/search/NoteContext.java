package garden.search;

import java.util.List;

/**
 * What the rest of the garden knows of a note: found with it, though it does not stand in it.
 *
 * @param labels the words of links to the note, without repeats, in an order that depends on the garden alone
 * @param formerNames names of files that the note was before
 * @param doubledLinks how often one is to be doubled to come to the number of notes that link to it: 0 for none and for one, 3 for eight to
 *     fifteen. So coarse that a further link seldom changes it
 */
public record NoteContext(List<String> labels, List<String> formerNames, int doubledLinks) {

    /** Nothing is known. */
    public static final NoteContext NONE = new NoteContext(List.of(), List.of(), 0);

    public NoteContext {
        labels = List.copyOf(labels);
        formerNames = List.copyOf(formerNames);
    }

    /** Whether the same can be read in both. */
    public boolean hasWordsOf(NoteContext other) {
        return labels.equals(other.labels) && formerNames.equals(other.formerNames);
    }
}
