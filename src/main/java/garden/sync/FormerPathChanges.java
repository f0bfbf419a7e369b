package garden.sync;

import garden.git.history.History;
import garden.note.CommitId;
import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import garden.snapshot.Garden;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Finds what became of paths at which no file is any more, where a step may have changed that.
 *
 * @param changed files that came, went, changed, or were shown or hidden
 * @param isLiving whether a note that readers may see, or an attachment, is at a path after the step
 */
record FormerPathChanges(History history, Garden before, Set<NotePath> changed, Predicate<NotePath> isLiving) {

    /** Everything that is known, for a garden without one before it. */
    static SortedMap<NotePath, RenamedOrDeleted> all(History history, Predicate<NotePath> isLiving) {
        return renamedOrDeleted(history.endedPaths(), history, isLiving);
    }

    private static SortedMap<NotePath, RenamedOrDeleted> renamedOrDeleted(
            Set<NotePath> paths, History history, Predicate<NotePath> isLiving) {
        SortedMap<NotePath, RenamedOrDeleted> found = new TreeMap<>();
        paths.forEach(path -> found.put(path, history.renamedOrDeleted(path, isLiving)));
        return found;
    }

    static boolean isLiving(Garden garden, NotePath path) {
        return garden.note(path).isPresent() || garden.attachments().containsKey(path);
    }

    /**
     * What became of the paths that the step concerns, as the history says, which has been advanced to the step. For another path that
     * cannot have changed: it takes a change of a file that came from there.
     *
     * @param touched paths that the history names as changed by the step
     */
    SortedMap<NotePath, RenamedOrDeleted> of(Set<NotePath> touched) {
        if (before.tip().equals(CommitId.NONE)) {
            return all(history, isLiving);
        }
        Set<NotePath> concerned = new TreeSet<>(changed);
        concerned.addAll(touched);
        changed.forEach(path -> concerned.addAll(before.graph().formerPaths(path)));
        return renamedOrDeleted(history.withFormerPaths(concerned), history, isLiving);
    }

    /**
     * The same, with renames that are in no history since nobody has committed them.
     *
     * @param renames the old path by the new one
     */
    SortedMap<NotePath, RenamedOrDeleted> of(Set<NotePath> touched, SortedMap<NotePath, NotePath> renames) {
        SortedMap<NotePath, RenamedOrDeleted> found = of(touched);
        for (Map.Entry<NotePath, NotePath> rename : renames.entrySet()) {
            if (isLiving.test(rename.getKey())) {
                history.withFormerPaths(Set.of(rename.getValue())).stream()
                        .filter(former -> !isLiving.test(former))
                        .forEach(former -> found.put(former, new RenamedOrDeleted.Renamed(rename.getKey())));
            }
        }
        return found;
    }

    /**
     * What is known before the history has the step, from its renames alone.
     *
     * @param renames the old path by the new one
     */
    SortedMap<NotePath, RenamedOrDeleted> rehearsed(SortedMap<NotePath, NotePath> renames) {
        SortedMap<NotePath, RenamedOrDeleted> found = new TreeMap<>();
        changed.forEach(path -> found.put(path, new RenamedOrDeleted.Unknown()));
        for (NotePath path : changed) {
            if (!isLiving.test(path)) {
                before.graph().formerPaths(path).forEach(former -> found.put(former, new RenamedOrDeleted.Unknown()));
            }
        }
        for (Map.Entry<NotePath, NotePath> rename : renames.entrySet()) {
            RenamedOrDeleted moved = new RenamedOrDeleted.Renamed(rename.getKey());
            boolean isMove = isLiving.test(rename.getKey())
                    && !isLiving.test(rename.getValue())
                    && isLiving(before, rename.getValue());
            if (isMove) {
                found.put(rename.getValue(), moved);
                before.graph().formerPaths(rename.getValue()).forEach(former -> found.put(former, moved));
            }
        }
        return found;
    }
}
