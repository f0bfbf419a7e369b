package garden.graph;

import garden.note.Folder;
import garden.note.Link;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a link and everything it could lead to have in common: the last part of the name, folded, without {@code .md} and
 * with {@code -} for spaces.
 *
 * <p>When a file, alias, title, folder or tag comes or goes, only links with one of its keys can resolve differently. This
 * is what keeps an update as small as the change.
 */
final class LinkKey {

    private static final Set<String> FOLDER_NOTES = Set.of("index", "readme", "_index");

    private LinkKey() {}

    /** The key of a name or path, however it is spelled. */
    static NameKey of(String name) {
        String key = PageNames.DASHED.key(name).value();
        while (key.endsWith("/")) {
            key = key.substring(0, key.length() - 1);
        }
        key = key.substring(key.lastIndexOf('/') + 1);
        while (key.endsWith(".md")) {
            key = key.substring(0, key.length() - ".md".length());
        }
        return new NameKey(key);
    }

    /** The key of a link in the note {@code from}. */
    static NameKey of(NotePath from, Link.Local link) {
        return RelativePath.isRelative(link.target())
                ? of(RelativePath.resolve(from.folder(), link.target()).orElse(link.target()))
                : of(link.target());
    }

    /** The keys under which links may mean this file by its path. */
    static Set<NameKey> ofFile(NotePath path) {
        Set<NameKey> keys = new TreeSet<>();
        NameKey key = of(path.fileName());
        keys.add(key);
        if (FOLDER_NOTES.contains(key.value())) {
            keys.add(of(path.folder().name()));
        }
        return keys;
    }

    /** The keys under which links may mean this note, by path, alias or title. */
    static Set<NameKey> ofNote(Note note) {
        Set<NameKey> keys = ofFile(note.path());
        note.frontMatter().aliases().forEach(alias -> keys.add(of(alias)));
        keys.add(of(note.title()));
        return keys;
    }

    static NameKey ofFolder(Folder folder) {
        return of(folder.name());
    }
}
