package garden.snapshot;

import garden.graph.Index;
import garden.note.Folder;
import garden.note.Note;
import garden.note.NotePath;
import java.util.stream.Stream;
import org.pcollections.TreePMap;

/**
 * What lies directly in each folder. Immutable; a changed index shares all but a few nodes with the one before.
 *
 * @param notes listed notes but for the folders' indexes
 * @param indexes the folders' indexes that are listed
 * @param folders those that hold a listed note at any depth, by the folder around them
 */
record FolderIndex(
        AddressRules rules,
        Index<Folder, FolderEntry> notes,
        Index<Folder, NotePath> indexes,
        Index<Folder, Folder> folders) {

    /** The character after {@code /}: sorts behind everything inside a folder. */
    private static final char AFTER_SLASH = '0';

    static FolderIndex empty(AddressRules rules) {
        return new FolderIndex(rules, Index.empty(), Index.empty(), Index.empty());
    }

    /** With the note, if it is listed. */
    FolderIndex plus(Note note) {
        if (note.frontMatter().isUnlisted()) {
            return this;
        }
        Folder folder = note.path().folder();
        Index<Folder, Folder> more = folders;
        for (Folder inner = folder; !inner.isRoot(); inner = inner.parent()) {
            more = more.plus(inner.parent(), inner);
        }
        return rules.isIndex(note.path())
                ? new FolderIndex(rules, notes, indexes.plus(folder, note.path()), more)
                : new FolderIndex(rules, notes.plus(folder, FolderEntry.of(note)), indexes, more);
    }

    /** Without the note, and without the folders around it that hold no other. */
    FolderIndex minus(Note note) {
        if (note.frontMatter().isUnlisted()) {
            return this;
        }
        Folder folder = note.path().folder();
        FolderIndex fewer = rules.isIndex(note.path())
                ? new FolderIndex(rules, notes, indexes.minus(folder, note.path()), folders)
                : new FolderIndex(rules, notes.minus(folder, FolderEntry.of(note)), indexes, folders);
        for (Folder inner = folder; !inner.isRoot() && !fewer.holdsNotes(inner); inner = inner.parent()) {
            fewer = new FolderIndex(rules, fewer.notes, fewer.indexes, fewer.folders.minus(inner.parent(), inner));
        }
        return fewer;
    }

    private boolean holdsNotes(Folder folder) {
        return notes.contains(folder) || indexes.contains(folder) || folders.contains(folder);
    }

    /** The listed ones of {@code all} notes in a folder and the folders inside it, its index included, by path. */
    Stream<Note> below(TreePMap<NotePath, Note> all, Folder folder) {
        TreePMap<NotePath, Note> inside = folder.isRoot()
                ? all
                : all.subMap(new NotePath(folder.prefix() + "\u0001"), new NotePath(folder.value() + AFTER_SLASH));
        return inside.values().stream().filter(note -> !note.frontMatter().isUnlisted());
    }
}
