package garden.graph;

import garden.note.Note;
import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What changes between two gardens: files that are new or different, and files that are gone. No path is in two of the
 * first three.
 *
 * @param notes by path
 * @param attachments attachments that are new; one whose content alone changed need not be named
 * @param removed notes and attachments that are gone; paths that never were are passed over
 * @param former what became of paths at which no file is, where that may have changed
 */
public record GraphChange(
        SortedMap<NotePath, Note> notes,
        SortedSet<NotePath> attachments,
        SortedSet<NotePath> removed,
        SortedMap<NotePath, RenamedOrDeleted> former) {

    public GraphChange {
        notes = new TreeMap<>(notes);
        attachments = new TreeSet<>(attachments);
        removed = new TreeSet<>(removed);
        former = new TreeMap<>(former);
    }

    /** Changes with nothing new about former paths. */
    public GraphChange(SortedMap<NotePath, Note> notes, SortedSet<NotePath> attachments, SortedSet<NotePath> removed) {
        this(notes, attachments, removed, new TreeMap<>());
    }

    /** Everything is new: the changes that make a garden out of nothing. */
    public static GraphChange all(Collection<Note> notes, Collection<NotePath> attachments) {
        SortedMap<NotePath, Note> byPath = new TreeMap<>();
        notes.forEach(note -> byPath.put(note.path(), note));
        return new GraphChange(byPath, new TreeSet<>(attachments), new TreeSet<>());
    }
}
