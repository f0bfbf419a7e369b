package garden.git;

import garden.note.BlobId;
import garden.note.Folder;
import garden.note.NotePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** The trees of the garden's folder at commits, side by side. For one thread; to be closed. */
public final class GardenTrees implements AutoCloseable {

    private final LenientReader reader;
    private final RevWalk walk;
    private final Folder folder;

    /** @param folder the garden in the repository; paths are within it */
    public GardenTrees(Repository repository, Folder folder) {
        this.reader = new LenientReader(repository.newObjectReader());
        this.walk = new RevWalk(reader);
        this.folder = folder;
    }

    /** The walk over commits that reads as leniently as this does; closed with it. */
    public RevWalk walk() {
        return walk;
    }

    ObjectReader reader() {
        return reader;
    }

    /** The files of a commit; {@code unreadable} is told which folders in it cannot be read. */
    List<GitFile> files(RevCommit commit, Consumer<NotePath> unreadable) throws IOException {
        requireReadable(commit);
        List<GitFile> files = new ArrayList<>();
        try (TreeWalk tree = sideBySide(List.of(commit))) {
            tree.setRecursive(false);
            while (tree.next()) {
                if (tree.isSubtree()) {
                    enter(tree, 0, unreadable);
                } else if (isFile(tree, 0)) {
                    files.add(new GitFile(path(tree), Ids.blob(tree.getObjectId(0))));
                }
            }
        }
        files.sort(Comparator.comparing(GitFile::path));
        return List.copyOf(files);
    }

    /** What leads from one commit to another; {@code unreadable} is told which folders of the other cannot be read. */
    List<Change> changes(RevCommit from, RevCommit to, Consumer<NotePath> unreadable) throws IOException {
        requireReadable(to);
        List<Change> changes = new ArrayList<>();
        try (TreeWalk tree = sideBySide(List.of(from, to))) {
            tree.setRecursive(false);
            tree.setFilter(TreeFilter.ANY_DIFF);
            while (tree.next()) {
                if (tree.isSubtree()) {
                    enter(tree, 1, unreadable);
                } else {
                    change(tree).ifPresent(changes::add);
                }
            }
        }
        changes.sort(Comparator.comparing(Change::path));
        return List.copyOf(changes);
    }

    private static Optional<Change> change(TreeWalk tree) {
        if (isFile(tree, 1) && !isSameFile(tree, 0, 1)) {
            Optional<BlobId> before = isFile(tree, 0) ? Optional.of(Ids.blob(tree.getObjectId(0))) : Optional.empty();
            return Optional.of(new Change.Put(path(tree), Ids.blob(tree.getObjectId(1)), before));
        }
        return isFile(tree, 0) && !isFile(tree, 1) ? Optional.of(new Change.Delete(path(tree))) : Optional.empty();
    }

    private void enter(TreeWalk tree, int n, Consumer<NotePath> unreadable) throws IOException {
        ObjectId folderId = tree.getObjectId(n);
        String name = tree.getPathString();
        tree.enterSubtree();
        if (reader.couldNotRead(folderId) && NotePath.isPath(name)) {
            unreadable.accept(new NotePath(name));
        }
    }

    /** The regular file at a path from the root of the repository; empty where there is none. */
    Optional<BlobId> file(String path, RevCommit commit) throws IOException {
        try (TreeWalk found = TreeWalk.forPath(reader, path, commit.getTree())) {
            return Optional.ofNullable(found)
                    .filter(tree -> isFile(tree, 0))
                    .map(tree -> Ids.blob(tree.getObjectId(0)));
        }
    }

    /** Whether two commits name the same object at {@code path}, or both nothing. */
    boolean isSame(NotePath path, RevCommit one, RevCommit other) throws IOException {
        return Objects.equals(entry(path, one), entry(path, other));
    }

    private Optional<ObjectId> entry(NotePath path, RevCommit commit) throws IOException {
        try (TreeWalk found = TreeWalk.forPath(reader, folder.prefix() + path, commit.getTree())) {
            return Optional.ofNullable(found).map(tree -> tree.getObjectId(0));
        }
    }

    /** A commit of which nothing can be read is not to be taken for an empty garden. */
    private void requireReadable(RevCommit commit) throws IOException {
        reader.delegate().open(commit.getTree(), Constants.OBJ_TREE);
    }

    /** A recursive walk over the garden's folder in each commit; paths are relative to the garden. */
    public TreeWalk sideBySide(List<RevCommit> commits) throws IOException {
        TreeWalk tree = new TreeWalk(reader);
        tree.setRecursive(true);
        for (RevCommit commit : commits) {
            tree.addTree(garden(commit));
        }
        return tree;
    }

    private AbstractTreeIterator garden(RevCommit commit) throws IOException {
        if (folder.isRoot()) {
            return new CanonicalTreeParser(null, reader, commit.getTree());
        }
        try (TreeWalk found = TreeWalk.forPath(reader, folder.value(), commit.getTree())) {
            return found != null && found.isSubtree()
                    ? new CanonicalTreeParser(null, reader, found.getObjectId(0))
                    : new EmptyTreeIterator();
        }
    }

    /** Whether {@code commit} differs from one of its parents in anything outside of the garden's folder. */
    public boolean differsOutside(RevCommit commit) throws IOException {
        if (folder.isRoot()) {
            return false;
        }
        for (RevCommit parent : commit.getParents()) {
            walk.parseHeaders(parent);
            if (differsOutside(commit.getTree(), parent.getTree())) {
                return true;
            }
        }
        return false;
    }

    /** Goes down only where the folder lies: every other difference is one outside. */
    private boolean differsOutside(RevTree tree, RevTree other) throws IOException {
        try (TreeWalk both = new TreeWalk(reader)) {
            both.addTree(tree);
            both.addTree(other);
            both.setFilter(TreeFilter.ANY_DIFF);
            while (both.next()) {
                String path = both.getPathString();
                boolean isAround = folder.prefix().startsWith(path + "/") && both.isSubtree();
                if (!isAround) {
                    return true;
                }
                if (!path.equals(folder.value())) {
                    both.enterSubtree();
                }
            }
            return false;
        }
    }

    /** Whether the walk stands on a regular file with a usable name in the {@code n}th tree. */
    public static boolean isFile(TreeWalk tree, int n) {
        return (tree.getRawMode(n) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE && NotePath.isPath(tree.getPathString());
    }

    /** Whether both trees hold the same bytes here; a change of the executable bit is none. */
    static boolean isSameFile(TreeWalk tree, int a, int b) {
        return isFile(tree, a) && isFile(tree, b) && tree.idEqual(a, b);
    }

    static NotePath path(TreeWalk tree) {
        return new NotePath(tree.getPathString());
    }

    @Override
    public void close() {
        walk.close();
        reader.close();
    }
}
