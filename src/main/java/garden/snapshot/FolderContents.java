package garden.snapshot;

import garden.note.Folder;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * What lies directly in a folder, found without walking what lies deeper.
 *
 * @param notes listed notes but for the index, by path
 * @param folders by name
 */
record FolderContents(List<Note> notes, List<Folder> folders) {

    /** The character after {@code /}: sorts behind everything inside a folder. */
    private static final char AFTER_SLASH = '0';

    static FolderContents of(TreePMap<NotePath, Note> all, Folder folder, AddressRules rules) {
        List<Note> notes = new ArrayList<>();
        List<Folder> folders = new ArrayList<>();
        String prefix = folder.prefix();
        @Nullable NotePath path = all.isEmpty() ? null : all.ceilingKey(new NotePath(prefix + "\u0001"));
        while (path != null && path.value().startsWith(prefix)) {
            int slash = path.value().indexOf('/', prefix.length());
            if (slash < 0) {
                Note note = all.get(path);
                if (note != null && !note.frontMatter().isUnlisted() && !rules.isIndex(path)) {
                    notes.add(note);
                }
                path = all.higherKey(path);
            } else {
                folders.add(new Folder(path.value().substring(0, slash)));
                path = all.ceilingKey(new NotePath(path.value().substring(0, slash) + AFTER_SLASH));
            }
        }
        return new FolderContents(notes, folders);
    }

    /** Listed notes in a folder and the folders inside it, its index included, by path. */
    static Stream<Note> below(TreePMap<NotePath, Note> all, Folder folder) {
        TreePMap<NotePath, Note> inside = folder.isRoot()
                ? all
                : all.subMap(new NotePath(folder.prefix() + "\u0001"), new NotePath(folder.value() + AFTER_SLASH));
        return inside.values().stream().filter(note -> !note.frontMatter().isUnlisted());
    }

    /** Folding a title costs much more than comparing it, so that is done once for each. */
    List<Note> notesByTitle() {
        return notes.stream()
                .map(note -> new Titled(new NameKey(note.title()), note))
                .sorted(Comparator.comparing(Titled::title)
                        .thenComparing(titled -> titled.note().path()))
                .map(Titled::note)
                .toList();
    }

    private record Titled(NameKey title, Note note) {}
}
