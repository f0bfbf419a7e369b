package garden.snapshot;

import garden.note.Folder;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Slug;
import java.util.Optional;

/** What lives at an address. */
public sealed interface Place {

    /** A note. */
    record NotePlace(Note note) implements Place {}

    /** A folder's page, with the note that introduces it, if it has one. */
    record FolderPlace(Folder folder, Optional<Note> index) implements Place {}

    /** A tag's page, with the note that introduces it, if it has one. */
    record TagPlace(NameKey tag, Optional<Note> introduction) implements Place {}

    /** The page of all tags. */
    record TagsPlace() implements Place {}

    /** An attachment that readers may see. */
    record AttachmentPlace(NotePath path) implements Place {}

    /** Something that lives elsewhere: the reader is sent to {@code to}. */
    record Moved(Slug to) implements Place {}

    /** Nothing. */
    record Nowhere() implements Place {}
}
