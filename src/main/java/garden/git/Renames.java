package garden.git;

import garden.note.NotePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.api.errors.CanceledException;
import org.eclipse.jgit.diff.DiffConfig;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Which files a commit with one parent renamed: those that only moved, by their bytes, however many; the rest by JGit's
 * likeness ({@link RenameDetector}), when they are few enough. For one thread, one commit.
 */
public final class Renames {

    /** Deleted times added files; beyond it the comparison of each with each would take seconds. */
    private static final int MAX_PAIRS = 40_000;

    private static final int MAX_COMPARED_BYTES = 1 << 20;
    private static final DiffConfig DEFAULTS = new Config().get(DiffConfig.KEY);

    private final Map<String, ObjectId> added = new LinkedHashMap<>();
    private final Map<String, ObjectId> deleted = new LinkedHashMap<>();
    private final Map<String, String> found = new LinkedHashMap<>();

    /** Notes what the walk, over a commit and its one parent, stands on. */
    public void see(TreeWalk tree) {
        boolean isAfter = GardenTrees.isFile(tree, 0);
        boolean isBefore = GardenTrees.isFile(tree, 1);
        if (isAfter && !isBefore) {
            added.put(tree.getPathString(), tree.getObjectId(0));
        } else if (isBefore && !isAfter) {
            deleted.put(tree.getPathString(), tree.getObjectId(1));
        }
    }

    /** The old path by the new one of each file that was renamed somewhere between two commits. */
    static SortedMap<NotePath, NotePath> between(GardenTrees trees, RevCommit from, RevCommit to) throws IOException {
        Renames renames = new Renames();
        try (TreeWalk tree = trees.sideBySide(List.of(to, from))) {
            tree.setFilter(TreeFilter.ANY_DIFF);
            while (tree.next()) {
                renames.see(tree);
            }
        }
        SortedMap<NotePath, NotePath> found = new TreeMap<>();
        renames.find(trees, from, to).forEach((path, name) -> found.put(new NotePath(path), new NotePath(name)));
        return found;
    }

    /** The renames among what was seen of {@code commit}: former paths by new name. */
    public Map<String, String> find(GardenTrees trees, RevCommit commit) throws IOException {
        return isPossible() ? find(trees, commit.getParent(0), commit) : found;
    }

    private Map<String, String> find(GardenTrees trees, RevCommit from, RevCommit to) throws IOException {
        if (isPossible()) {
            takeMoved();
        }
        if (isPossible() && (long) added.size() * deleted.size() <= MAX_PAIRS) {
            findAlike(trees, List.of(from, to));
        }
        return found;
    }

    private boolean isPossible() {
        return !added.isEmpty() && !deleted.isEmpty();
    }

    /** Bytes that were deleted once and added once have moved. JGit would compare many such files pair by pair. */
    private void takeMoved() {
        Map<ObjectId, List<String>> before = byBlob(deleted);
        byBlob(added).forEach((blob, to) -> {
            List<String> from = before.getOrDefault(blob, List.of());
            if (to.size() == 1 && from.size() == 1) {
                found.put(to.get(0), from.get(0));
                added.remove(to.get(0));
                deleted.remove(from.get(0));
            }
        });
    }

    private static Map<ObjectId, List<String>> byBlob(Map<String, ObjectId> files) {
        Map<ObjectId, List<String>> byBlob = new HashMap<>();
        files.forEach((path, blob) ->
                byBlob.computeIfAbsent(blob, none -> new ArrayList<>()).add(path));
        return byBlob;
    }

    private void findAlike(GardenTrees trees, List<RevCommit> pair) throws IOException {
        RenameDetector detector = new RenameDetector(trees.reader(), DEFAULTS);
        detector.setRenameLimit(MAX_PAIRS);
        detector.setBigFileThreshold(MAX_COMPARED_BYTES);
        detector.setSkipContentRenamesForBinaryFiles(true);
        detector.addAll(unexplained(trees, pair));
        try {
            for (DiffEntry entry : detector.compute(trees.reader(), NullProgressMonitor.INSTANCE)) {
                if (entry.getChangeType() == DiffEntry.ChangeType.RENAME) {
                    found.put(entry.getNewPath(), entry.getOldPath());
                }
            }
        } catch (CanceledException e) {
            throw new AssertionError("nothing cancels this", e);
        } catch (IOException e) {
            if (!UnreadableObjectException.isSaidBy(e)) {
                throw e;
            }
            // Of files that cannot be read nobody knows what they are like.
        }
    }

    private List<DiffEntry> unexplained(GardenTrees trees, List<RevCommit> pair) throws IOException {
        try (TreeWalk tree = trees.sideBySide(pair)) {
            return DiffEntry.scan(tree).stream().filter(this::isUnexplained).toList();
        }
    }

    private boolean isUnexplained(DiffEntry entry) {
        return switch (entry.getChangeType()) {
            case ADD -> added.containsKey(entry.getNewPath());
            case DELETE -> deleted.containsKey(entry.getOldPath());
            case MODIFY, RENAME, COPY -> false;
        };
    }
}
