package garden.snapshot;

import garden.graph.Index;
import garden.note.Folder;
import garden.note.Note;
import garden.note.NotePath;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pcollections.TreePMap;

/**
 * What lies directly in each folder. Immutable; a changed index shares all but a few nodes with the one before.
 *
 * @param notes listed notes but for the folders' indexes
 * @param folders those that hold a note at any depth, by the folder around them
 */
record FolderIndex(AddressRules rules, Index<Folder, FolderEntry> notes, Index<Folder, Folder> folders) {

    /** The character after {@code /}: sorts behind everything inside a folder. */
    private static final char AFTER_SLASH = '0';

    static FolderIndex empty(AddressRules rules) {
        return new FolderIndex(rules, Index.empty(), Index.empty());
    }

    FolderIndex plus(Note note) {
        Folder folder = note.path().folder();
        Index<Folder, Folder> more = folders;
        for (Folder inner = folder; !inner.isRoot(); inner = inner.parent()) {
            more = more.plus(inner.parent(), inner);
        }
        return new FolderIndex(rules, isListed(note) ? notes.plus(folder, FolderEntry.of(note)) : notes, more);
    }

    /** Without the note, and without the folders around it that are not {@code isAlive}. */
    FolderIndex minus(Note note, Predicate<Folder> isAlive) {
        Folder folder = note.path().folder();
        Index<Folder, Folder> fewer = folders;
        for (Folder inner = folder; !inner.isRoot() && !isAlive.test(inner); inner = inner.parent()) {
            fewer = fewer.minus(inner.parent(), inner);
        }
        return new FolderIndex(rules, isListed(note) ? notes.minus(folder, FolderEntry.of(note)) : notes, fewer);
    }

    private boolean isListed(Note note) {
        return !note.frontMatter().isUnlisted() && !rules.isIndex(note.path());
    }

    /** The listed ones of {@code all} notes in a folder and the folders inside it, its index included, by path. */
    Stream<Note> below(TreePMap<NotePath, Note> all, Folder folder) {
        TreePMap<NotePath, Note> inside = folder.isRoot()
                ? all
                : all.subMap(new NotePath(folder.prefix() + "\u0001"), new NotePath(folder.value() + AFTER_SLASH));
        return inside.values().stream().filter(note -> !note.frontMatter().isUnlisted());
    }
}
