package garden.graph;

import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import java.util.List;
import java.util.SortedMap;
import org.pcollections.TreePSet;

/**
 * What links can name: file names, aliases and titles, folded. Immutable.
 *
 * @param pageNames how file names are compared
 * @param files by whole path, folded and its last part first, so that paths that end alike stand together; a note with another suffix
 *     than {@code .md} as if it had that, too
 * @param aliases by whole alias
 * @param titles by whole title
 */
record Names(
        PageNames pageNames,
        Index<String, NotePath> files,
        Index<NameKey, NotePath> aliases,
        Index<NameKey, NotePath> titles) {

    private static final String SUFFIX = NotePath.NOTE_SUFFIXES.getFirst();

    /** The character after {@code /}: sorts behind everything inside a folder. */
    private static final char AFTER_SLASH = '0';

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
        return withFiles(path, Index::plus);
    }

    Names minus(NotePath path) {
        return withFiles(path, Index::minus);
    }

    private Names withFiles(NotePath path, FileChange change) {
        Index<String, NotePath> changed = change.apply(files, inverted(path.value()), path);
        String common = inverted(path.withoutSuffix() + SUFFIX);
        boolean isUncommon = path.isNote() && !common.equals(inverted(path.value()));
        return new Names(pageNames, isUncommon ? change.apply(changed, common, path) : changed, aliases, titles);
    }

    /** A file's path, or the end of it, as it is compared with others. */
    NameKey key(String path) {
        return pageNames.key(path);
    }

    /** The files whose whole path is {@code path}, folded, by path. Cost: those. */
    TreePSet<NotePath> at(String path) {
        return files.get(inverted(path));
    }

    /** The files whose path ends with {@code path}, folded, at a {@code /}; by path. Cost: those. */
    List<NotePath> endingWith(String path) {
        return ending(path).values().stream().flatMap(TreePSet::stream).sorted().toList();
    }

    /** Of the files whose path ends so, those that also have the suffix as it is written; all of them when none has. */
    List<NotePath> spelled(String path) {
        List<NotePath> all = endingWith(path);
        String suffix = NotePath.noteSuffix(path);
        List<NotePath> spelled = all.stream()
                .filter(file -> file.noteSuffix().equalsIgnoreCase(suffix))
                .toList();
        return spelled.isEmpty() ? all : spelled;
    }

    /** Whether there is a file whose path ends so. */
    boolean isEnd(String path) {
        return !ending(path).isEmpty();
    }

    private SortedMap<String, TreePSet<NotePath>> ending(String path) {
        String start = inverted(path);
        return files.sets().subMap(start, start.substring(0, start.length() - 1) + AFTER_SLASH);
    }

    /** {@code a/b.md} as {@code b.md/a/}. */
    private String inverted(String path) {
        String folded = key(path).value();
        StringBuilder inverted = new StringBuilder(folded.length() + 1);
        int end = folded.length();
        while (end >= 0) {
            int start = folded.lastIndexOf('/', end - 1) + 1;
            inverted.append(folded, start, end).append('/');
            end = start - 1;
        }
        return inverted.toString();
    }

    /** Whether the file at exactly {@code path} is one of them. */
    boolean holds(NotePath path) {
        return at(path.value()).contains(path);
    }

    private static Index<NameKey, NotePath> change(Index<NameKey, NotePath> aliases, Note note, Change change) {
        Index<NameKey, NotePath> changed = aliases;
        for (String alias : note.frontMatter().aliases()) {
            changed = change.apply(changed, new NameKey(alias), note.path());
        }
        return changed;
    }

    private interface FileChange {
        Index<String, NotePath> apply(Index<String, NotePath> index, String key, NotePath path);
    }

    private interface Change {
        Index<NameKey, NotePath> apply(Index<NameKey, NotePath> index, NameKey key, NotePath path);
    }
}
