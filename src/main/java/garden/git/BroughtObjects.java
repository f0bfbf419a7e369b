package garden.git;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Whether everything that a commit brings is here, and is what the commit says it is: every commit that no branch led to
 * before, its tree, and every entry that differs from the commits it was built on. JGit asks only whether there is an object
 * of that name, and so takes a file that is a folder.
 *
 * <p>It is no matter whether an object came with this push, or came with one that was refused. What was here before is
 * trusted, and may be unreadable: else nobody could push what repairs it. Cost: what the commits change. For one thread.
 */
public final class BroughtObjects {

    private final Repository repository;
    private final ReceivedObjects received;
    private final PackBudget budget;

    /** @param received what came with this push or fetch */
    public BroughtObjects(Repository repository, ReceivedObjects received, PackBudget budget) {
        this.repository = repository;
        this.received = received;
        this.budget = budget;
    }

    /**
     * Looks at everything that {@code tip} brings; at nothing when it is no commit.
     *
     * @throws IOException when something is missing or of the wrong kind, or there is more of it than may be
     */
    public void check(ObjectId tip) throws IOException {
        try (ObjectReader reader = repository.newObjectReader();
                RevWalk walk = new RevWalk(reader)) {
            walk.setRetainBody(false);
            RevObject start = walk.parseAny(tip);
            if (!(start instanceof RevCommit commit)) {
                return;
            }
            walk.markStart(commit);
            for (Ref known : repository.getRefDatabase().getRefs()) {
                leaveOut(walk, known);
            }
            for (RevCommit brought = walk.next(); brought != null; brought = walk.next()) {
                new CommitCheck(reader, brought).run();
            }
        } catch (ClassCastException e) {
            // JGit's walks take an object for what it was first named as.
            throw new IOException("commit " + tip.name() + " names one object as two kinds of things", e);
        } catch (MissingObjectException | IncorrectObjectTypeException e) {
            throw new IOException("commit " + tip.name() + ": " + e.getMessage(), e);
        }
    }

    private static void leaveOut(RevWalk walk, Ref known) throws IOException {
        if (known.getObjectId() == null) {
            return;
        }
        try {
            if (walk.parseAny(known.getObjectId()) instanceof RevCommit commit) {
                walk.markUninteresting(commit);
            }
        } catch (MissingObjectException unreadable) {
            // Then more is looked at than is new.
            return;
        }
    }

    /** One commit, beside those it was built on. */
    private final class CommitCheck {

        private final ObjectReader reader;
        private final RevCommit commit;

        CommitCheck(ObjectReader reader, RevCommit commit) {
            this.reader = reader;
            this.commit = commit;
        }

        void run() throws IOException {
            budget.compare(1 + commit.getParentCount());
            Set<ObjectId> before = new LinkedHashSet<>();
            for (RevCommit parent : commit.getParents()) {
                before.add(parent.getTree());
            }
            folder(commit.getTree(), before, "", 0);
        }

        /** @param path of the folder, empty for the whole */
        private void folder(ObjectId tree, Set<ObjectId> before, String path, int depth) throws IOException {
            budget.descend(depth);
            try (TreeWalk walk = new TreeWalk(reader)) {
                walk.addTree(entries(tree, path));
                for (ObjectId other : before) {
                    walk.addTree(readable(other));
                }
                walk.setFilter(TreeFilter.ANY_DIFF);
                while (walk.next()) {
                    budget.compare(walk.getTreeCount());
                    if (walk.getRawMode(0) != 0 && !isAsBefore(walk)) {
                        entry(walk, (path.isEmpty() ? "" : path + "/") + walk.getNameString(), depth);
                    }
                }
            }
        }

        private AbstractTreeIterator entries(ObjectId tree, String path) throws IOException {
            ObjectLoader found = require(tree, Constants.OBJ_TREE, path.isEmpty() ? "its files" : path);
            CanonicalTreeParser entries = new CanonicalTreeParser();
            entries.reset(found.getBytes());
            return entries;
        }

        private AbstractTreeIterator readable(ObjectId tree) throws IOException {
            try {
                return new CanonicalTreeParser(null, reader, tree);
            } catch (MissingObjectException | IncorrectObjectTypeException unreadable) {
                return new EmptyTreeIterator();
            }
        }

        private void entry(TreeWalk walk, String path, int depth) throws IOException {
            ObjectId id = walk.getObjectId(0);
            switch (type(walk, 0)) {
                case FileMode.TYPE_TREE -> folder(id, foldersBefore(walk), path, depth + 1);
                case FileMode.TYPE_GITLINK -> submodule(id, path);
                default -> file(id, path);
            }
        }

        private void file(ObjectId id, String path) throws IOException {
            if (!received.isBlob(id)) {
                require(id, Constants.OBJ_BLOB, path);
                received.addBlob(id);
            }
        }

        /** The commit of another repository, which is not here. */
        private void submodule(ObjectId id, String path) throws IOException {
            if (reader.has(id)) {
                require(id, Constants.OBJ_COMMIT, path);
            }
        }

        private ObjectLoader require(ObjectId id, int type, String path) throws IOException {
            Optional<ObjectLoader> found = open(id, path);
            if (found.isPresent() && found.get().getType() == type) {
                return found.get();
            }
            throw new IOException(place(path) + "expected a " + word(type) + ", found "
                    + found.map(other -> "the " + word(other.getType())).orElse("nothing") + " " + id.name());
        }

        private Optional<ObjectLoader> open(ObjectId id, String path) throws IOException {
            try {
                return Optional.of(reader.open(id));
            } catch (MissingObjectException e) {
                return Optional.empty();
            } catch (IOException e) {
                throw new IOException(place(path) + "cannot read " + id.name() + ": " + e.getMessage(), e);
            }
        }

        private String place(String path) {
            return "commit " + commit.name() + ": " + path + ": ";
        }
    }

    private static String word(int type) {
        return switch (type) {
            case Constants.OBJ_BLOB -> "file";
            case Constants.OBJ_TREE -> "folder";
            default -> Constants.typeString(type);
        };
    }

    private static int type(TreeWalk walk, int n) {
        return walk.getRawMode(n) & FileMode.TYPE_MASK;
    }

    private static boolean isAsBefore(TreeWalk walk) {
        for (int n = 1; n < walk.getTreeCount(); n++) {
            if (type(walk, 0) == type(walk, n) && walk.idEqual(0, n)) {
                return true;
            }
        }
        return false;
    }

    private static Set<ObjectId> foldersBefore(TreeWalk walk) {
        Set<ObjectId> folders = new LinkedHashSet<>();
        for (int n = 1; n < walk.getTreeCount(); n++) {
            if (type(walk, n) == FileMode.TYPE_TREE) {
                folders.add(walk.getObjectId(n));
            }
        }
        return folders;
    }
}
