package garden.sync;

import garden.git.History;
import garden.git.NotesRepository;
import garden.markdown.Markdown;
import garden.note.NotePath;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a garden is made from.
 *
 * @param maxNoteBytes of a longer note only so many bytes and one more are read; the parser then reports it
 */
public record Sources(NotesRepository repository, History history, Markdown markdown, int maxNoteBytes) {

    /** The first names of files that have dates, by path, in the history as it is now. */
    SortedMap<NotePath, NotePath> origins(Collection<NotePath> paths) {
        SortedMap<NotePath, NotePath> origins = new TreeMap<>();
        paths.forEach(path -> origins.put(path, history.origin(path)));
        return origins;
    }
}
