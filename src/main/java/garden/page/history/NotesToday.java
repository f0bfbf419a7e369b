package garden.page.history;

import garden.note.Note;
import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import garden.snapshot.Garden;
import java.util.Optional;

/** Which note of today something is that was told of a path once: only those that are listed today are told of. */
record NotesToday(Garden garden) {

    /** The note that is at the path, or was before it was renamed. */
    Optional<Note> note(NotePath path) {
        return garden.note(path)
                .or(() -> garden.noteOnceAt(path))
                .filter(note -> !note.frontMatter().isUnlisted());
    }

    /** Whether everyone may know that the note once at {@code path} was deleted. */
    boolean isDeletedForAll(NotePath path) {
        return garden.graph().renamedOrDeleted(path) instanceof RenamedOrDeleted.Deleted;
    }
}
