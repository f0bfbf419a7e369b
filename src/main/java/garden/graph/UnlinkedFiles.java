package garden.graph;

import garden.note.Link;
import garden.note.NameKey;
import garden.note.NotePath;
import org.pcollections.TreePSet;

/**
 * The attachments that readers do not see since no note links to them. Immutable.
 *
 * @param mode whether there are such attachments at all
 * @param byKey by their {@link LinkKey}
 */
record UnlinkedFiles(Unlinked mode, TreePSet<NotePath> files, Index<NameKey, NotePath> byKey) {

    static UnlinkedFiles empty(Unlinked mode) {
        return new UnlinkedFiles(mode, TreePSet.empty(), Index.empty());
    }

    boolean contains(NotePath path) {
        return files.contains(path);
    }

    UnlinkedFiles plus(NotePath path) {
        return new UnlinkedFiles(mode, files.plus(path), byKey.plus(key(path), path));
    }

    UnlinkedFiles minus(NotePath path) {
        return new UnlinkedFiles(mode, files.minus(path), byKey.minus(key(path), path));
    }

    /** Whether one of them has a name that could be meant by {@code link} in the note {@code from}. */
    boolean mayBeMeant(NotePath from, Link.Local link) {
        return !files.isEmpty() && byKey.contains(LinkKey.of(from, link));
    }

    private static NameKey key(NotePath path) {
        return LinkKey.of(path.fileName());
    }
}
