package garden.sync;

import garden.git.History;
import garden.git.NotesRepository;
import garden.markdown.Markdown;

/**
 * What a garden is made from.
 *
 * @param maxNoteBytes of a longer note only so many bytes and one more are read; the parser then reports it
 */
public record Sources(NotesRepository repository, History history, Markdown markdown, int maxNoteBytes) {}
