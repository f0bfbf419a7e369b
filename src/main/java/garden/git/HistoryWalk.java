package garden.git;

import garden.note.CommitId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** One walk over commits that gathers {@link HistoryFacts}. For one thread. */
final class HistoryWalk {

    private static final int PROGRESS_STEP = 1000;

    private final GardenTrees trees;
    private final HistoryFacts facts = new HistoryFacts();

    private HistoryWalk(GardenTrees trees) {
        this.trees = trees;
    }

    /** The facts of {@code to} and all commits it was built on. */
    static HistoryFacts all(NotesRepository repository, CommitId to, IntConsumer progress) throws IOException {
        return walk(repository, List.of(), to, progress);
    }

    /** The facts of the commits of {@code to} that {@code from} does not have. */
    static HistoryFacts between(NotesRepository repository, CommitId from, CommitId to, IntConsumer progress)
            throws IOException {
        return walk(repository, List.of(from), to, progress);
    }

    private static HistoryFacts walk(
            NotesRepository repository, List<CommitId> known, CommitId to, IntConsumer progress) throws IOException {
        try (GardenTrees trees = new GardenTrees(repository.repository(), repository.folder())) {
            RevWalk walk = trees.walk();
            walk.markStart(walk.parseCommit(Ids.object(to)));
            for (CommitId commit : known) {
                walk.markUninteresting(walk.parseCommit(Ids.object(commit)));
            }
            HistoryWalk history = new HistoryWalk(trees);
            history.addAll(walk, progress);
            return history.facts;
        }
    }

    private void addAll(RevWalk walk, IntConsumer progress) throws IOException {
        int commits = 0;
        for (RevCommit commit : walk) {
            add(commit);
            // Else the walk would keep every message of the history in memory.
            commit.disposeBody();
            commits++;
            if (commits % PROGRESS_STEP == 0) {
                progress.accept(commits);
            }
        }
    }

    private void add(RevCommit commit) throws IOException {
        if (hasTreeOfOnlyParent(commit)) {
            return;
        }
        Renames renames = new Renames();
        long seconds = Signature.author(commit).time().getEpochSecond();
        try (TreeWalk tree = trees.sideBySide(withParents(commit))) {
            if (commit.getParentCount() > 0) {
                tree.setFilter(TreeFilter.ANY_DIFF);
            }
            while (tree.next()) {
                if (isTouched(tree)) {
                    facts.touch(tree.getPathString(), seconds);
                }
                if (commit.getParentCount() == 1) {
                    renames.see(tree);
                }
            }
        }
        renames.find(trees, commit, facts);
    }

    private static boolean hasTreeOfOnlyParent(RevCommit commit) {
        return commit.getParentCount() == 1
                && commit.getTree().equals(commit.getParent(0).getTree());
    }

    private static List<RevCommit> withParents(RevCommit commit) {
        List<RevCommit> commits = new ArrayList<>();
        commits.add(commit);
        commits.addAll(List.of(commit.getParents()));
        return commits;
    }

    private static boolean isTouched(TreeWalk tree) {
        if (!GardenTrees.isFile(tree, 0)) {
            return false;
        }
        for (int parent = 1; parent < tree.getTreeCount(); parent++) {
            if (GardenTrees.isSameFile(tree, 0, parent)) {
                return false;
            }
        }
        return true;
    }
}
