package garden.graph;

import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import java.util.List;

/**
 * What links can name: file names, aliases and titles, folded. Immutable.
 *
 * @param pageNames how file names are compared
 * @param files by file name, extension included
 * @param aliases by whole alias
 * @param titles by whole title
 */
record Names(
        PageNames pageNames,
        Index<NameKey, NotePath> files,
        Index<NameKey, NotePath> aliases,
        Index<NameKey, NotePath> titles) {

    static Names empty(PageNames pageNames) {
        return new Names(pageNames, Index.empty(), Index.empty(), Index.empty());
    }

    Names plus(Note note) {
        Names withFile = plus(note.path());
        return new Names(
                pageNames,
                withFile.files,
                change(aliases, note, Index::plus),
                titles.plus(new NameKey(note.title()), note.path()));
    }

    Names minus(Note note) {
        Names withoutFile = minus(note.path());
        return new Names(
                pageNames,
                withoutFile.files,
                change(aliases, note, Index::minus),
                titles.minus(new NameKey(note.title()), note.path()));
    }

    Names plus(NotePath path) {
        return new Names(pageNames, files.plus(key(path.fileName()), path), aliases, titles);
    }

    Names minus(NotePath path) {
        return new Names(pageNames, files.minus(key(path.fileName()), path), aliases, titles);
    }

    /** A file's name or path as it is compared with others. */
    NameKey key(String name) {
        return pageNames.key(name);
    }

    /** The files whose name is {@code name}, by path. */
    List<NotePath> named(String name) {
        return List.copyOf(files.get(key(name)));
    }

    /** Whether the file at exactly {@code path} is one of them. */
    boolean holds(NotePath path) {
        return files.get(key(path.fileName())).contains(path);
    }

    private static Index<NameKey, NotePath> change(Index<NameKey, NotePath> aliases, Note note, Change change) {
        Index<NameKey, NotePath> changed = aliases;
        for (String alias : note.frontMatter().aliases()) {
            changed = change.apply(changed, new NameKey(alias), note.path());
        }
        return changed;
    }

    private interface Change {
        Index<NameKey, NotePath> apply(Index<NameKey, NotePath> index, NameKey key, NotePath path);
    }
}
