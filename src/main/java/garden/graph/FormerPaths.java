package garden.graph;

import garden.note.Folder;
import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * What became of paths at which no file is any more. Immutable.
 *
 * @param renamedOrDeleted by path: moved to a file that readers may see, or deleted
 * @param names the paths of those that moved
 * @param byFile the former paths of each file that has some
 */
record FormerPaths(
        TreePMap<NotePath, RenamedOrDeleted> renamedOrDeleted,
        Names names,
        TreePMap<NotePath, TreePSet<NotePath>> byFile) {

    /** Where a folder was renamed to is judged by at most so many of its notes. */
    private static final int MAX_WITNESSES = 1_000;

    static FormerPaths empty(PageNames pageNames) {
        return new FormerPaths(TreePMap.empty(), Names.empty(pageNames), TreePMap.empty());
    }

    /** These paths, and what became of {@code path}, which replaces what was known of that path. */
    FormerPaths with(NotePath path, RenamedOrDeleted now) {
        FormerPaths without = without(path);
        return switch (now) {
            case RenamedOrDeleted.Renamed(NotePath to) ->
                without.plus(path, now).moved(path, to);
            case RenamedOrDeleted.Deleted deleted -> without.plus(path, now);
            case RenamedOrDeleted.Unknown unknown -> without;
        };
    }

    private FormerPaths plus(NotePath path, RenamedOrDeleted now) {
        return new FormerPaths(renamedOrDeleted.plus(path, now), names, byFile);
    }

    private FormerPaths moved(NotePath path, NotePath to) {
        return new FormerPaths(renamedOrDeleted, names.plus(path), byFile.plus(to, of(to).plus(path)));
    }

    private FormerPaths without(NotePath path) {
        Optional<NotePath> to = renamedTo(path);
        if (to.isEmpty()) {
            return new FormerPaths(renamedOrDeleted.minus(path), names, byFile);
        }
        TreePSet<NotePath> left = of(to.get()).minus(path);
        return new FormerPaths(
                renamedOrDeleted.minus(path),
                names.minus(path),
                left.isEmpty() ? byFile.minus(to.get()) : byFile.plus(to.get(), left));
    }

    /** What became of {@code path}; unknown when a file is there, or no file that readers could see ever was. */
    RenamedOrDeleted at(NotePath path) {
        RenamedOrDeleted known = renamedOrDeleted.get(path);
        return known == null ? new RenamedOrDeleted.Unknown() : known;
    }

    /** The file that has {@code path} as a former path; empty when there is none. */
    Optional<NotePath> renamedTo(NotePath path) {
        return at(path) instanceof RenamedOrDeleted.Renamed(NotePath to) ? Optional.of(to) : Optional.empty();
    }

    /** The paths that the file at {@code path} had before, in order. */
    TreePSet<NotePath> of(NotePath path) {
        TreePSet<NotePath> former = byFile.get(path);
        return former == null ? TreePSet.empty() : former;
    }

    /** The files that have these former paths, in that order, each once. */
    List<NotePath> living(List<NotePath> former) {
        Set<NotePath> living = new LinkedHashSet<>();
        former.forEach(path -> renamedTo(path).ifPresent(living::add));
        return new ArrayList<>(living);
    }

    /**
     * The folder that holds, in the same folders inside it, more than half of the notes that were renamed out of {@code folder}; empty when
     * none does.
     */
    Optional<Folder> folder(Folder folder) {
        Map<Folder, Integer> votes = new HashMap<>();
        int notes = 0;
        for (Map.Entry<NotePath, RenamedOrDeleted> entry : inside(folder)) {
            if (entry.getValue() instanceof RenamedOrDeleted.Renamed(NotePath to) && to.isNote()) {
                notes++;
                around(folder, entry.getKey(), to).ifPresent(now -> votes.merge(now, 1, Integer::sum));
            }
        }
        int half = notes / 2;
        return votes.entrySet().stream()
                .filter(vote -> vote.getValue() > half)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private List<Map.Entry<NotePath, RenamedOrDeleted>> inside(Folder folder) {
        return renamedOrDeleted.tailMap(folder.first()).entrySet().stream()
                .takeWhile(entry -> entry.getKey().value().startsWith(folder.prefix()))
                .limit(MAX_WITNESSES)
                .toList();
    }

    /** What has the place of {@code folder} around the file now; empty when the folders inside are not as they were. */
    private static Optional<Folder> around(Folder folder, NotePath former, NotePath now) {
        Folder was = former.folder();
        Folder is = now.folder();
        while (!was.equals(folder)) {
            if (is.isRoot() || !is.name().equals(was.name())) {
                return Optional.empty();
            }
            was = was.parent();
            is = is.parent();
        }
        return is.isRoot() ? Optional.empty() : Optional.of(is);
    }
}
