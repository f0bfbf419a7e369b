package garden.git;

import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.Folder;
import garden.note.NotePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * A bare git repository, one branch of it that is served, and the folder in it that is the garden.
 *
 * <p>Any number of threads may read at once. Objects are never pruned, so blobs of commits that a force-push left behind
 * stay readable. Large files kept outside git (LFS) appear as the pointers that git holds. Every method that takes a
 * commit or blob throws {@link IOException} when the repository does not hold it.
 */
public final class NotesRepository implements AutoCloseable {

    private final Repository repository;
    private final ServedBranch branch;
    private final Folder folder;
    private final Drafts drafts;

    private NotesRepository(Repository repository, ServedBranch branch, Folder folder, Drafts drafts) {
        this.repository = repository;
        this.branch = branch;
        this.folder = folder;
        this.drafts = drafts;
    }

    /**
     * The repository in the folder {@code location}, as it was made for a new server. Makes {@code branch} the one that a clone
     * checks out.
     *
     * @throws IOException when there is no bare repository at {@code location}
     */
    public static NotesRepository open(Path location, ServedBranch branch, Folder folder) throws IOException {
        Repository repository = BareRepository.open(location);
        NotesRepository notes = new NotesRepository(repository, branch, folder, new Drafts());
        try {
            BareRepository.configure(repository);
            notes.linkHead();
            return notes;
        } catch (IOException | RuntimeException e) {
            repository.close();
            throw e;
        }
    }

    private void linkHead() throws IOException {
        Ref head = repository.exactRef(Constants.HEAD);
        if (head != null && head.isSymbolic() && head.getTarget().getName().equals(branch.ref())) {
            return;
        }
        RefUpdate update = repository.updateRef(Constants.HEAD);
        RefUpdate.Result result = update.link(branch.ref());
        if (result != RefUpdate.Result.FORCED && result != RefUpdate.Result.NEW) {
            throw new IOException(
                    "cannot point HEAD of " + repository.getDirectory() + " to " + branch.ref() + ": " + result);
        }
    }

    /** The same, with commits among its own that were made of a working folder. */
    public NotesRepository with(Drafts others) {
        return new NotesRepository(repository, branch, folder, others);
    }

    /** What {@code commit} holds beyond what somebody committed: nothing, unless it was made of a working folder. */
    public Draft draft(CommitId commit) {
        return drafts.at(commit).orElseGet(() -> Draft.of(commit));
    }

    /** The commit on which {@code commit} was made of a working folder; empty when somebody made it, or when there is none. */
    public Optional<CommitId> base(CommitId commit) {
        return draft(commit).head().filter(head -> !head.equals(commit));
    }

    /** Whether {@code commit} was made of a working folder, by nobody. */
    public boolean isDraft(CommitId commit) {
        return drafts.at(commit).isPresent();
    }

    /** The branch that is served. */
    public ServedBranch branch() {
        return branch;
    }

    /** The folder that is the garden. */
    public Folder folder() {
        return folder;
    }

    /** The newest commit of the served branch; empty as long as nothing was pushed. */
    public Optional<CommitId> tip() throws IOException {
        return Optional.ofNullable(repository.exactRef(branch.ref()))
                .map(Ref::getObjectId)
                .map(Ids::commit);
    }

    /** Whether the repository has this commit, on any branch or on none. */
    public boolean holds(CommitId commit) throws IOException {
        return repository.getObjectDatabase().has(Ids.object(commit));
    }

    /**
     * Whether the history ends before its beginning, so that dates of old files are not known. When the rest is fetched, the
     * history is read anew.
     */
    public boolean isShallow() throws IOException {
        return !repository.getObjectDatabase().getShallowCommits().isEmpty();
    }

    /**
     * The regular files under the garden's folder, by path. Symbolic links, submodules and names that are no
     * {@link garden.note.NotePath} are left out; empty when the commit has no such folder.
     */
    public List<GitFile> files(CommitId commit) throws IOException {
        return files(commit, path -> {});
    }

    /** The same; {@code unreadable} is told which folders cannot be read, of which nothing is among the files. */
    public List<GitFile> files(CommitId commit, Consumer<NotePath> unreadable) throws IOException {
        try (GardenTrees trees = new GardenTrees(repository, folder)) {
            return trees.files(parse(trees.walk(), commit), unreadable);
        }
    }

    /**
     * What turns the files of {@code from} into those of {@code to}, by path; a rename is a deletion and a put. The two
     * need not be related. Cost follows the difference.
     */
    public List<Change> changes(CommitId from, CommitId to) throws IOException {
        return changes(from, to, path -> {});
    }

    /** The same; {@code unreadable} is told which folders of {@code to} cannot be read, of which nothing is there. */
    public List<Change> changes(CommitId from, CommitId to, Consumer<NotePath> unreadable) throws IOException {
        try (GardenTrees trees = new GardenTrees(repository, folder)) {
            return trees.changes(parse(trees.walk(), from), parse(trees.walk(), to), unreadable);
        }
    }

    /** Whether the two commits name the same object at {@code path}, or both nothing. */
    public boolean isSame(NotePath path, CommitId one, CommitId other) throws IOException {
        try (GardenTrees trees = new GardenTrees(repository, folder)) {
            return trees.isSame(path, parse(trees.walk(), one), parse(trees.walk(), other));
        }
    }

    /**
     * The settings of the Obsidian vault that the garden is at {@code commit}, else of the nearest vault around it: its
     * {@code .obsidian/app.json}. Empty when no folder up to the root of the repository has one. Of a commit that was made of a
     * working folder, those around it are as they were committed.
     */
    public Optional<BlobId> vaultSettings(CommitId commit) throws IOException {
        try (GardenTrees trees = new GardenTrees(repository, folder)) {
            Optional<BlobId> own = trees.file(folder.prefix() + VaultFile.PATH, parse(trees.walk(), commit));
            if (own.isPresent() || folder.isRoot()) {
                return own;
            }
            RevCommit committed = parse(trees.walk(), base(commit).orElse(commit));
            for (String path : VaultFile.around(folder)) {
                Optional<BlobId> found = trees.file(path, committed);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
    }

    /**
     * Where {@code after} has something and {@code before} has nothing: paths in the whole repository, the garden or not, a file or
     * not, by path. Cost follows the difference.
     */
    public List<String> newPaths(Optional<CommitId> before, CommitId after) throws IOException {
        List<String> paths = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository);
                TreeWalk trees = new TreeWalk(walk.getObjectReader())) {
            trees.setRecursive(true);
            trees.addTree(parse(walk, after).getTree());
            if (before.isPresent()) {
                trees.addTree(parse(walk, before.get()).getTree());
            }
            trees.setFilter(TreeFilter.ANY_DIFF);
            while (trees.next()) {
                if (trees.getRawMode(0) != 0 && (before.isEmpty() || trees.getRawMode(1) == 0)) {
                    paths.add(trees.getPathString());
                }
            }
        }
        return List.copyOf(paths);
    }

    /**
     * Which files of {@code from} have another name in {@code to}: the old path by the new one. By their bytes, or else by
     * likeness, as git finds renames.
     */
    public SortedMap<NotePath, NotePath> renames(CommitId from, CommitId to) throws IOException {
        try (GardenTrees trees = new GardenTrees(repository, folder)) {
            RevCommit before = parse(trees.walk(), from);
            return Renames.between(trees, before, parse(trees.walk(), to));
        }
    }

    /** What {@code commit} says of itself. */
    public Commit commit(CommitId commit) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit parsed = parse(walk, commit);
            Signature author = Signature.author(parsed);
            return new Commit(
                    commit,
                    author.name(),
                    author.time(),
                    Signature.committer(parsed).time(),
                    parsed.getShortMessage());
        }
    }

    /** The commits on which {@code commit} was built, in its order; none where a history that is cut off ends. */
    public List<CommitId> parents(CommitId commit) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return Stream.of(parse(walk, commit).getParents()).map(Ids::commit).toList();
        }
    }

    /** The commits that {@code merge} brought to those of its first parent, itself left out. Cost: the history of what was merged. */
    public List<CommitId> merged(CommitId merge) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit parsed = parse(walk, merge);
            walk.markStart(parsed);
            walk.markUninteresting(walk.parseCommit(parsed.getParent(0)));
            List<CommitId> merged = new ArrayList<>();
            for (RevCommit commit : walk) {
                if (!commit.equals(parsed)) {
                    merged.add(Ids.commit(commit));
                }
            }
            return merged;
        }
    }

    /** Whether {@code descendant} is {@code ancestor} or was built on it. */
    public boolean isAncestor(CommitId ancestor, CommitId descendant) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.isMergedInto(parse(walk, ancestor), parse(walk, descendant));
        }
    }

    /** How many bytes {@code blob} has. Reads none of them. */
    public long size(BlobId blob) throws IOException {
        try (ObjectReader reader = repository.newObjectReader()) {
            return reader.getObjectSize(ObjectId.fromString(blob.hex()), Constants.OBJ_BLOB);
        } catch (IOException e) {
            throw unreadable(blob, e);
        }
    }

    /**
     * The first {@code maxBytes} bytes of {@code blob}; all of them when it has no more.
     *
     * @throws UnreadableObjectException when the blob is missing, of another kind or damaged
     */
    public byte[] bytes(BlobId blob, int maxBytes) throws IOException {
        try (InputStream stream = load(blob).openStream()) {
            return stream.readNBytes(maxBytes);
        } catch (UnreadableObjectException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(blob, e);
        }
    }

    /**
     * The bytes of {@code blob} from {@code offset} on; to be closed by the caller. Cost grows with {@code offset}, since
     * git compresses a blob as a whole; memory does not.
     *
     * @throws IOException also when the blob ends before {@code offset}
     */
    public InputStream stream(BlobId blob, long offset) throws IOException {
        InputStream stream = load(blob).openStream();
        try {
            stream.skipNBytes(offset);
            return stream;
        } catch (IOException | RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    private ObjectLoader load(BlobId blob) throws IOException {
        try {
            return repository.open(ObjectId.fromString(blob.hex()), Constants.OBJ_BLOB);
        } catch (IOException e) {
            throw unreadable(blob, e);
        }
    }

    private IOException unreadable(BlobId blob, IOException e) {
        String message = "cannot read blob " + blob + " in " + repository.getDirectory() + ": " + e;
        return UnreadableObjectException.isSaidBy(e)
                ? new UnreadableObjectException(message, e)
                : new IOException(message, e);
    }

    private RevCommit parse(RevWalk walk, CommitId commit) throws IOException {
        try {
            return walk.parseCommit(Ids.object(commit));
        } catch (IOException e) {
            throw new IOException("cannot read commit " + commit + " in " + repository.getDirectory() + ": " + e, e);
        }
    }

    /** The repository itself, for this package. */
    public Repository repository() {
        return repository;
    }

    /** Closes the files of the repository; no method may be called afterwards. */
    @Override
    public void close() {
        repository.close();
    }
}
