package garden.graph;

import garden.note.NameKey;
import garden.note.NotePath;
import org.pcollections.TreePSet;

/**
 * The attachments that readers do not see since no note links to them. Immutable.
 *
 * @param mode whether there are such attachments at all
 * @param byKey by their {@link LinkKey}s
 */
record UnlinkedFiles(Unlinked mode, TreePSet<NotePath> files, Index<NameKey, NotePath> byKey) {

    static UnlinkedFiles empty(Unlinked mode) {
        return new UnlinkedFiles(mode, TreePSet.empty(), Index.empty());
    }

    boolean contains(NotePath path) {
        return files.contains(path);
    }

    UnlinkedFiles plus(NotePath path) {
        Index<NameKey, NotePath> more = byKey;
        for (NameKey key : LinkKey.ofFile(path)) {
            more = more.plus(key, path);
        }
        return new UnlinkedFiles(mode, files.plus(path), more);
    }

    UnlinkedFiles minus(NotePath path) {
        Index<NameKey, NotePath> fewer = byKey;
        for (NameKey key : LinkKey.ofFile(path)) {
            fewer = fewer.minus(key, path);
        }
        return new UnlinkedFiles(mode, files.minus(path), fewer);
    }

    /** Whether one of them has a name that could be meant by a link in the note {@code from}. */
    boolean mayBeMeant(NotePath from, ResolvedLink link) {
        return !files.isEmpty() && LinkKey.ofLink(from, link).stream().anyMatch(byKey::contains);
    }
}
