package garden.graph;

import garden.note.Folder;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Tag;
import org.pcollections.TreePMap;

/**
 * Which folders and tags have pages: those that hold a note.
 *
 * @param tags notes by tag key, each note also under the tags around its own
 */
record Listings(TreePMap<NotePath, Note> notes, Index<NameKey, NotePath> tags) {

    boolean hasTag(Tag tag) {
        return tags.contains(tag.key());
    }

    boolean hasFolder(Folder folder) {
        return contains(notes, folder);
    }

    /** Whether the file at {@code path} may be named in a list: any but an unlisted note. */
    boolean isListed(NotePath path) {
        Note note = notes.get(path);
        return note == null || !note.frontMatter().isUnlisted();
    }

    static boolean contains(TreePMap<NotePath, Note> notes, Folder folder) {
        if (notes.isEmpty() || folder.isRoot()) {
            return folder.isRoot();
        }
        NotePath first = notes.ceilingKey(folder.first());
        return first != null && first.value().startsWith(folder.prefix());
    }
}
