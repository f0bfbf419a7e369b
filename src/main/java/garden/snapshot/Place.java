package garden.snapshot;

import garden.note.Folder;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import garden.note.Slug;
import java.util.List;
import java.util.Optional;

/** What lives at an address: a page, a file, a redirect, a choice, or nothing. */
public sealed interface Place {

    /** A page that is made of the garden's notes. */
    sealed interface Page extends Place {

        /** The note whose text stands on the page; empty for a bare list. */
        Optional<Note> text();
    }

    /** A note. */
    record NotePlace(Note note) implements Page {

        @Override
        public Optional<Note> text() {
            return Optional.of(note);
        }
    }

    /** A folder's page, with the note that introduces it, if it has one. */
    record FolderPlace(Folder folder, Optional<Note> text) implements Page {}

    /** A tag's page, with the note that introduces it, if it has one. */
    record TagPlace(NameKey tag, Optional<Note> text) implements Page {}

    /** The page of all tags, with the note that introduces it, if it has one. */
    record TagsPlace(Optional<Note> text) implements Page {}

    /** An attachment that readers may see. */
    record AttachmentPlace(NotePath path) implements Place {}

    /** Another address, to which the browser is redirected. */
    sealed interface Redirect extends Place {}

    /** The address where a file or page lives; what was asked for is another spelling, another name or a former path of it. */
    record CanonicalRedirect(Slug to) implements Redirect {}

    /**
     * The author's redirect to another address of this garden, a canonical one.
     *
     * @param suffix query and fragment, encoded; may be empty
     * @param status 301, 302, 307 or 308
     */
    record AuthorRedirect(Slug to, String suffix, int status) implements Redirect {}

    /** The author's redirect to a listed host, with a status as {@link AuthorRedirect}. */
    record ExternalRedirect(String url, int status) implements Redirect {}

    /** Files whose addresses differ so little that the one asked for may be any of them; at least two, in order. */
    record Several(List<Slug> candidates) implements Place {

        public Several {
            candidates = List.copyOf(candidates);
        }
    }

    /** No page: answered with 404 or 410. */
    sealed interface Absent extends Place {}

    /** An address that a rule of the author closed, whatever lives there: 404 or 410. */
    record Closed(int status) implements Absent {}

    /** Nothing any more: a note that readers could see lived here and was deleted. */
    record DeletedNote(RenamedOrDeleted.Deleted note) implements Absent {}

    /** Nothing is at the address, and nothing that readers saw ever was. */
    record Nowhere() implements Absent {}
}
