package garden.snapshot;

import garden.note.Folder;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Slug;
import garden.note.Whereabouts;
import java.util.List;
import java.util.Optional;

/** What lives at an address. */
public sealed interface Place {

    /** A note. */
    record NotePlace(Note note) implements Place {}

    /** A folder's page, with the note that introduces it, if it has one. */
    record FolderPlace(Folder folder, Optional<Note> index) implements Place {}

    /** A tag's page, with the note that introduces it, if it has one. */
    record TagPlace(NameKey tag, Optional<Note> introduction) implements Place {}

    /** The page of all tags, with the note that introduces it, if it has one. */
    record TagsPlace(Optional<Note> introduction) implements Place {}

    /** An attachment that readers may see. */
    record AttachmentPlace(NotePath path) implements Place {}

    /** Something that lives elsewhere: the reader is sent to {@code to}. */
    record Moved(Slug to) implements Place {}

    /** Files whose addresses differ so little that the one asked for may be any of them; at least two, in order. */
    record Several(List<Slug> candidates) implements Place {

        public Several {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * An address that the author redirected to another one of this garden, which is a canonical one.
     *
     * @param suffix query and fragment, encoded; may be empty
     * @param status 301, 302, 307 or 308
     */
    record Sent(Slug to, String suffix, int status) implements Place {}

    /** An address that the author redirected to a listed host, with a status as {@link Sent}. */
    record SentAway(String url, int status) implements Place {}

    /** An address that the author closed: 404 or 410. */
    record Closed(int status) implements Place {}

    /** Nothing any more: a note that readers could see lived here and was deleted. */
    record Gone(Whereabouts.Deleted note) implements Place {}

    /** Nothing. */
    record Nowhere() implements Place {}
}
