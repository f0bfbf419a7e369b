package garden.git.working;

import garden.git.BareRepository;
import garden.git.Change;
import garden.git.Draft;
import garden.git.Drafts;
import garden.git.Ids;
import garden.git.NotesRepository;
import garden.git.ServedBranch;
import garden.git.working.WorkingScan.Place;
import garden.git.working.WorkingScan.Sink;
import garden.note.CommitId;
import garden.note.Folder;
import garden.note.NotePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * A folder of notes as it stands on disk, committed or not, as the served branch of a repository made for it.
 *
 * <p>The author's own repository is only read: what is not committed becomes a commit on top of its {@code HEAD}, in a
 * repository of its own that borrows the author's objects. When nothing is uncommitted, {@code HEAD} itself is served. For one
 * thread, but {@link #draft} and {@link #isConcerning}.
 */
public final class WorkingFolder implements AutoCloseable {

    private static final ServedBranch BRANCH = new ServedBranch("main");

    private final FileRepository target;
    private final Place place;
    private final GitFiles git;
    private final WorkingFiles files;
    private final Drafts drafts = new Drafts();
    private final NotesRepository notes;

    private Optional<ObjectId> lastHead = Optional.empty();
    private Optional<ObjectId> lastTree = Optional.empty();

    private WorkingFolder(FileRepository target, Place place) throws IOException {
        this.target = target;
        this.place = place;
        this.git = GitFiles.of(place.repository());
        this.files = new WorkingFiles(place);
        this.notes = notes();
    }

    /**
     * The working folder {@code root}, inside a git work tree or not, with a new repository in the folder {@code location},
     * which must not exist. Nothing is served before the first {@link #refresh}.
     *
     * @throws IOException when {@code root} is no folder, or its repository cannot be read
     */
    public static WorkingFolder open(Path root, Path location) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new IOException("cannot preview " + root + ": expected a folder of notes, found "
                    + (Files.exists(root) ? "a file" : "nothing"));
        }
        Path whole = root.toRealPath();
        FileRepository target = BareRepository.create(location, BRANCH);
        try {
            forgoSafety(target);
            return new WorkingFolder(target, place(whole, BorrowedObjects.around(whole, location)));
        } catch (IOException | RuntimeException e) {
            target.close();
            throw e;
        }
    }

    /** What is written here is not needed after a crash, and is soon read again. */
    private static void forgoSafety(FileRepository target) throws IOException {
        StoredConfig config = target.getConfig();
        config.setBoolean("core", null, "fsyncRefFiles", false);
        config.setInt("core", null, "compression", 0);
        config.save();
    }

    private static Place place(Path root, Optional<Repository> source) {
        if (source.isEmpty()) {
            return new Place(root, source, Folder.ROOT);
        }
        Place whole = new Place(source.get().getWorkTree().toPath(), source, Folder.ROOT);
        return new Place(whole.workTree(), source, new Folder(whole.name(root)));
    }

    /** Opens the repository that is made of the folder; to be closed by the caller, before this. */
    public NotesRepository notes() throws IOException {
        return NotesRepository.open(target.getDirectory().toPath(), BRANCH, place.folder())
                .with(drafts);
    }

    /** What must be watched to hear of changes: the folder, and git's own files when they lie elsewhere. */
    public List<Path> watched() {
        Path root = place.root();
        return Stream.concat(Stream.of(root), git.folders().stream().filter(path -> !path.startsWith(root)))
                .distinct()
                .toList();
    }

    /** Whether a change of the file at {@code path} may change what is served. */
    public boolean isConcerning(Path path) {
        return isShown(path) || isAboutAll(path);
    }

    private boolean isShown(Path path) {
        return path.startsWith(place.root())
                && WorkingScan.isRead(place.root().relativize(path).toString());
    }

    /** What git ignores and what is committed concern every file. */
    private boolean isAboutAll(Path path) {
        return path.endsWith(".gitignore") || git.isConcerning(path);
    }

    /**
     * Brings the branch to what the folder holds now.
     *
     * @param changed files known to have changed; when empty, all are looked at
     * @return whether the branch moved
     * @throws IOException when the folder is gone or cannot be read; the branch stays then
     */
    public boolean refresh(Set<Path> changed) throws IOException {
        try (ObjectInserter inserter = inserter()) {
            Optional<ObjectId> head = headCommit();
            Sink sink = new Sink(target, inserter);
            boolean isAll = changed.isEmpty()
                    || !head.equals(lastHead)
                    || changed.stream().anyMatch(this::isAboutAll);
            ObjectId tree = isAll ? files.tree(sink, head, changed) : files.treeAfter(sink, head, changed);
            inserter.flush();
            if (lastTree.filter(tree::equals).isPresent() && lastHead.equals(head)) {
                return false;
            }
            serve(tree, head, inserter);
            return true;
        }
    }

    /** The first time there is much to write; later it is a note or two. */
    private ObjectInserter inserter() {
        return lastTree.isEmpty() ? target.getObjectDatabase().newPackInserter() : target.newObjectInserter();
    }

    private Optional<ObjectId> headCommit() throws IOException {
        return place.repository().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(place.repository().get().resolve("HEAD"));
    }

    private void serve(ObjectId tree, Optional<ObjectId> head, ObjectInserter inserter) throws IOException {
        if (isCommitted(tree, head)) {
            moveBranch(head.orElseThrow());
        } else {
            ObjectId commit = commit(tree, head, inserter);
            inserter.flush();
            drafts.add(Ids.commit(commit), draftOf(Ids.commit(commit), head.map(Ids::commit)));
            moveBranch(commit);
        }
        lastTree = Optional.of(tree);
        lastHead = head;
    }

    /** Whether the garden's folder is in {@code head} as it is on disk. */
    private boolean isCommitted(ObjectId tree, Optional<ObjectId> head) throws IOException {
        return head.isPresent() && gardenTree(commitTree(head.get())).equals(gardenTree(tree));
    }

    private ObjectId commitTree(ObjectId commit) throws IOException {
        try (RevWalk walk = new RevWalk(target)) {
            return walk.parseCommit(commit).getTree().copy();
        }
    }

    private Optional<ObjectId> gardenTree(ObjectId tree) throws IOException {
        if (place.folder().isRoot()) {
            return Optional.of(tree);
        }
        try (TreeWalk found = TreeWalk.forPath(target, place.folder().value(), tree)) {
            return found == null ? Optional.empty() : Optional.of(found.getObjectId(0));
        }
    }

    private static ObjectId commit(ObjectId tree, Optional<ObjectId> head, ObjectInserter inserter) throws IOException {
        PersonIdent author = new PersonIdent("Not committed yet", "garden@localhost", Instant.now(), ZoneOffset.UTC);
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        head.ifPresent(commit::setParentId);
        commit.setAuthor(author);
        commit.setCommitter(author);
        commit.setMessage("Not committed yet\n");
        return inserter.insert(commit);
    }

    private Draft draftOf(CommitId commit, Optional<CommitId> head) throws IOException {
        if (head.isEmpty()) {
            return new Draft(head, files.written());
        }
        Map<NotePath, Instant> written = new HashMap<>();
        for (Change change : notes.changes(head.get(), commit)) {
            files.written(change.path()).ifPresent(at -> written.put(change.path(), at));
        }
        return new Draft(head, written);
    }

    /** What {@code commit} holds beyond what the author has committed; empty when nothing, and for a commit long past. Any thread. */
    public Optional<Draft> draft(CommitId commit) {
        return drafts.at(commit);
    }

    /** The author's last commit; empty where there is none. */
    public Optional<CommitId> head() throws IOException {
        return headCommit().map(Ids::commit);
    }

    /**
     * Other texts for notes of the folder as it was last looked at, as {@code git apply} takes them at the root of the work tree.
     *
     * @param texts by path in the garden's folder, of files that are there
     */
    public String patch(Map<NotePath, byte[]> texts) throws IOException {
        CommitId tip = notes.tip().orElseThrow(() -> new IOException("nothing was read yet"));
        return new ProposedEdits(tip, place.folder(), texts).patch(target);
    }

    /**
     * Commits other texts for notes on top of {@code base}, on a new branch of the author's repository; the folder, its index and
     * {@code HEAD} stay as they are.
     *
     * @throws IOException also when there is no repository, or such a branch already
     */
    public CommitId branch(String name, CommitId base, Map<NotePath, byte[]> texts, String message) throws IOException {
        Repository repository = place.repository()
                .orElseThrow(() -> new IOException("cannot make a branch: the folder is in no git repository"));
        return new ProposedEdits(base, place.folder(), texts).commit(repository, name, message);
    }

    /** Whether the folder is in a git work tree, so that something in it may be uncommitted. */
    public boolean isInGit() {
        return place.repository().isPresent();
    }

    private void moveBranch(ObjectId commit) throws IOException {
        RefUpdate update = target.updateRef(BRANCH.ref());
        update.setNewObjectId(commit);
        update.setForceUpdate(true);
        update.disableRefLog();
        switch (update.update()) {
            case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> {}
            default -> throw new IOException("cannot move the preview to " + commit.name());
        }
    }

    @Override
    public void close() {
        notes.close();
        place.repository().ifPresent(Repository::close);
        target.close();
    }
}
