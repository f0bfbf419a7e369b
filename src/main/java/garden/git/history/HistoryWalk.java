package garden.git.history;

import garden.git.GardenTrees;
import garden.git.Ids;
import garden.git.Renames;
import garden.git.Signature;
import garden.note.CommitId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** One walk over commits, from the oldest, that gathers the facts of a history. For one thread. */
final class HistoryWalk {

    private static final int PROGRESS_STEP = 5000;

    private final GardenTrees trees;
    private final HistoryMaps known;
    private final HistoryStore.Writer out;
    private final HistoryPrivacy privacy;
    private final Set<String> touched = new TreeSet<>();

    /** Reads of {@code known} only commits, whose positions those of their children follow from. */
    HistoryWalk(GardenTrees trees, HistoryMaps known, HistoryStore.Writer out, HistoryPrivacy privacy) {
        this.trees = trees;
        this.known = known;
        this.out = out;
        this.privacy = privacy;
    }

    /** Gathers the facts of {@code to} and all commits it was built on, but for {@code from} and what that was built on. */
    void gather(List<CommitId> from, CommitId to, IntConsumer progress) throws IOException {
        RevWalk walk = trees.walk();
        // Else the walk, which sorts all commits before the first comes, would keep every message in memory.
        walk.setRetainBody(false);
        walk.sort(RevSort.TOPO);
        walk.sort(RevSort.REVERSE, true);
        walk.markStart(walk.parseCommit(Ids.object(to)));
        for (CommitId commit : from) {
            walk.markUninteresting(walk.parseCommit(Ids.object(commit)));
        }
        int commits = 0;
        for (RevCommit commit : walk) {
            walk.parseBody(commit);
            add(commit);
            commit.disposeBody();
            commits++;
            if (commits % PROGRESS_STEP == 0) {
                progress.accept(commits);
            }
        }
    }

    /** Every path whose dates may have changed. */
    Set<String> touched() {
        return touched;
    }

    /** A file in one commit: what it holds and what it replaced; {@code null} is never in {@code before}. */
    private record FileChange(ObjectId blob, List<ObjectId> before) {}

    private void add(RevCommit commit) throws IOException {
        CommitStep step = new CommitStep(commit);
        if (privacy.tip().cutOff().contains(commit)) {
            addFilesBeyond(commit);
        } else if (!hasTreeOfOnlyParent(commit)) {
            step.addFiles();
        }
        out.commit(commit.name(), step.row());
    }

    private static boolean hasTreeOfOnlyParent(RevCommit commit) {
        return commit.getParentCount() == 1
                && commit.getTree().equals(commit.getParent(0).getTree());
    }

    /** Which commit brought these files in, and when, is not known. */
    private void addFilesBeyond(RevCommit commit) throws IOException {
        try (TreeWalk tree = trees.sideBySide(List.of(commit))) {
            while (tree.next()) {
                if (GardenTrees.isFile(tree, 0)) {
                    out.touchBeyond(tree.getPathString());
                    touched.add(tree.getPathString());
                }
            }
        }
    }

    /** The facts of one commit. */
    private final class CommitStep {

        private final RevCommit commit;
        private final long position;
        private final long written;
        private final boolean isIgnored;
        private final Map<String, FileChange> put = new LinkedHashMap<>();
        private final Map<String, ObjectId> gone = new LinkedHashMap<>();
        private final Set<String> notes = new TreeSet<>();
        private boolean isHidden;

        CommitStep(RevCommit commit) {
            this.commit = commit;
            this.position = position();
            this.written = Signature.written(commit).getEpochSecond();
            this.isIgnored = privacy.tip().ignored().contains(Ids.commit(commit));
        }

        private long position() {
            long position = Signature.committer(commit).time().getEpochSecond();
            for (RevCommit parent : commit.getParents()) {
                long after =
                        known.commit(parent.name()).map(CommitRow::position).orElse(-1L) + 1;
                position = Math.max(position, after);
            }
            return position;
        }

        CommitRow row() {
            String subject = isHidden ? privacy.hidingSubject(commit) : privacy.subject(commit);
            return new CommitRow(position, written, isIgnored, privacy.author(commit), subject);
        }

        private RowKey key(String path) {
            return new RowKey(path, position, commit.name());
        }

        void addFiles() throws IOException {
            Map<String, String> former = compare();
            isHidden = trees.differsOutside(commit);
            for (Map.Entry<String, FileChange> file : put.entrySet()) {
                addPut(file.getKey(), file.getValue(), former.getOrDefault(file.getKey(), ""));
            }
            Map<String, String> later = new LinkedHashMap<>();
            former.forEach((to, from) -> later.put(from, to));
            for (Map.Entry<String, ObjectId> file : gone.entrySet()) {
                addGone(file.getKey(), file.getValue(), later.getOrDefault(file.getKey(), ""));
            }
            if (!notes.isEmpty()) {
                out.touches(RowKey.place(position, commit.name()), notes);
            }
        }

        /** Finds what differs, and returns former paths by new name. */
        private Map<String, String> compare() throws IOException {
            Renames renames = new Renames();
            try (TreeWalk tree = trees.sideBySide(withParents())) {
                if (commit.getParentCount() > 0) {
                    tree.setFilter(TreeFilter.ANY_DIFF);
                }
                while (tree.next()) {
                    see(tree);
                    if (commit.getParentCount() == 1) {
                        renames.see(tree);
                    }
                }
            }
            return renames.find(trees, commit);
        }

        private List<RevCommit> withParents() throws IOException {
            List<RevCommit> commits = new ArrayList<>(List.of(commit));
            for (RevCommit parent : commit.getParents()) {
                trees.walk().parseHeaders(parent);
                commits.add(parent);
            }
            return commits;
        }

        private void see(TreeWalk tree) {
            boolean isThere = GardenTrees.isFile(tree, 0);
            boolean isInAll = tree.getTreeCount() > 1;
            List<ObjectId> before = new ArrayList<>();
            for (int parent = 1; parent < tree.getTreeCount(); parent++) {
                if (!GardenTrees.isFile(tree, parent)) {
                    isInAll = false;
                } else if (isThere && tree.idEqual(0, parent)) {
                    return;
                } else if (!before.contains(tree.getObjectId(parent))) {
                    before.add(tree.getObjectId(parent));
                }
            }
            if (isThere) {
                put.put(tree.getPathString(), new FileChange(tree.getObjectId(0), before));
            } else if (isInAll) {
                gone.put(tree.getPathString(), before.getFirst());
            }
        }

        private void addPut(String path, FileChange file, String former) throws IOException {
            boolean isBirth = file.before().isEmpty();
            if (privacy.shown().isSame(path, file.blob(), file.before())) {
                // Who may not see what changed does not learn that, or when.
                isHidden = true;
                touched.add(path);
                return;
            }
            boolean isShown = privacy.shown().isShown(path, file.blob());
            if (!isIgnored || (isBirth && former.isEmpty())) {
                out.touch(path, written);
            }
            touched.add(path);
            isHidden |= !isShown && !ShownVersions.isSetting(path);
            if (isBirth) {
                out.event(
                        key(path),
                        new PathEvent(
                                PathEvent.Kind.BIRTH,
                                isShown,
                                former,
                                file.blob().name()));
            }
            if (isShown) {
                addVersion(path, file, former);
            }
        }

        private void addVersion(String path, FileChange file, String former) throws IOException {
            List<String> before = new ArrayList<>();
            String earlier = former.isEmpty() ? path : former;
            for (ObjectId blob : former.isEmpty() ? file.before() : List.of(renamed(former))) {
                if (privacy.shown().isShown(earlier, blob)) {
                    before.add(blob.name());
                }
            }
            out.version(key(path), new VersionRow(file.blob().name(), before, before.isEmpty() ? "" : former));
            if (isIgnored) {
                out.dim(key(path));
            }
            if (ShownVersions.isNote(path)) {
                notes.add(path);
            }
        }

        private ObjectId renamed(String former) {
            ObjectId blob = gone.get(former);
            if (blob == null) {
                throw new IllegalStateException(commit.name() + " renames " + former + ", which it does not delete");
            }
            return blob;
        }

        private void addGone(String path, ObjectId last, String later) throws IOException {
            boolean isShown = privacy.shown().isShown(path, last);
            isHidden |= !isShown && !ShownVersions.isSetting(path);
            touched.add(path);
            out.event(key(path), new PathEvent(PathEvent.Kind.DEATH, isShown, later, last.name()));
        }
    }
}
