package garden.snapshot;

import garden.graph.Index;
import garden.note.NotePath;
import garden.text.Sha256;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * Which notes began under another path, so that a note stays the same one to feed readers when it is renamed. Immutable.
 *
 * @param firstPaths of notes that were renamed, by path
 * @param claims renamed notes by first path
 */
record FirstPaths(TreePMap<NotePath, NotePath> firstPaths, Index<NotePath, NotePath> claims) {

    static final FirstPaths EMPTY = new FirstPaths(TreePMap.empty(), Index.empty());

    private static final int DIGITS = 32;

    FirstPaths plus(NotePath path, NotePath first) {
        FirstPaths without = minus(path);
        return first.equals(path)
                ? without
                : new FirstPaths(without.firstPaths.plus(path, first), without.claims.plus(first, path));
    }

    FirstPaths minus(NotePath path) {
        NotePath first = firstPaths.get(path);
        return first == null ? this : new FirstPaths(firstPaths.minus(path), claims.minus(first, path));
    }

    /**
     * What a note is known by for as long as it lives, as hexadecimal digits that tell no former path: a note may have been
     * private under it. Of several notes that began under one path (it was used again, or two were made of one) the first
     * renamed one by path keeps the identity, the others get one of their own.
     */
    String identity(NotePath path) {
        NotePath first = firstPaths.getOrDefault(path, path);
        TreePSet<NotePath> claimants = claims.get(first);
        boolean isOwner = claimants.isEmpty() || claimants.first().equals(path);
        return isOwner ? hash(first.value()) : hash(path.value() + "\0again");
    }

    private static String hash(String text) {
        return Sha256.hex(text).substring(0, DIGITS);
    }
}
