package garden.search;

import garden.note.NotePath;
import garden.note.ParsedNote;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What leads an index from one commit to another, or a part of it.
 *
 * @param put notes new or changed, each path once
 * @param removed paths that are no longer there; unknown ones do not matter
 * @param contexts of notes put, where there is anything to say, and of notes that are in the index already and whose context differs;
 *     paths that the index does not hold are passed over
 * @param doubledLinks {@link NoteContext#doubledLinks} of notes of whose context nothing else differs
 */
public record IndexChange(
        Collection<ParsedNote> put,
        Collection<NotePath> removed,
        Map<NotePath, NoteContext> contexts,
        Map<NotePath, Integer> doubledLinks) {

    public IndexChange {
        put = List.copyOf(put);
        removed = List.copyOf(removed);
        contexts = Map.copyOf(contexts);
        doubledLinks = Map.copyOf(doubledLinks);
    }

    /** A change of notes of which the rest of the garden says nothing, or not yet. */
    public static IndexChange of(Collection<ParsedNote> put, Collection<NotePath> removed) {
        return new IndexChange(put, removed, Map.of(), Map.of());
    }
}
