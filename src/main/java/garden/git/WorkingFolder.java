package garden.git;

import garden.note.CommitId;
import garden.note.Folder;
import garden.note.NotePath;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * A folder of notes as it stands on disk, committed or not, as the served branch of a repository made for it.
 *
 * <p>The author's own repository is only read: what is not committed becomes a commit on top of its {@code HEAD}, in a
 * repository of its own that borrows the author's objects. So history, dates and all else are what a push would give. For one
 * thread, but {@link #uncommitted}.
 */
public final class WorkingFolder implements AutoCloseable {

    private static final ServedBranch BRANCH = new ServedBranch("main");

    /** A page may still be read of the commit before the last. */
    private static final int REMEMBERED = 8;

    private final FileRepository target;
    private final Optional<Repository> source;
    private final WorkingFiles files;
    private final Folder folder;
    private final Map<CommitId, Set<NotePath>> uncommitted = new LinkedHashMap<>();

    private Optional<ObjectId> lastHead = Optional.empty();
    private Optional<ObjectId> lastTree = Optional.empty();

    private WorkingFolder(Path root, FileRepository target, Optional<Repository> source) {
        this.target = target;
        this.source = source;
        this.files = source.map(repository -> WorkingFiles.of(repository, root)).orElseGet(() -> WorkingFiles.of(root));
        this.folder = files.folder();
    }

    /**
     * The working folder {@code root}, inside a git work tree or not, with a new repository in the folder {@code location},
     * which must not exist. Nothing is served before the first {@link #refresh}.
     *
     * @throws IOException when {@code root} is no folder, or its repository cannot be read
     */
    public static WorkingFolder open(Path root, Path location) throws IOException {
        Path whole = root.toRealPath();
        if (!Files.isDirectory(whole)) {
            throw new IOException("cannot preview " + root + ": expected a folder of notes, found a file");
        }
        FileRepository target = BareRepository.create(location, BRANCH);
        Optional<Repository> source = repositoryAround(whole);
        if (source.isPresent()) {
            borrow(source.get(), location);
        }
        return new WorkingFolder(whole, target, source);
    }

    private static Optional<Repository> repositoryAround(Path folder) throws IOException {
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(folder.toFile());
        if (builder.getGitDir() == null) {
            return Optional.empty();
        }
        Repository repository = builder.build();
        return repository.isBare() ? Optional.empty() : Optional.of(repository);
    }

    /** Objects of the source are found through the target's alternates; where its history is cut off, so is the target's. */
    private static void borrow(Repository source, Path location) throws IOException {
        File objects = ((FileRepository) source).getObjectDatabase().getDirectory();
        Path info = Files.createDirectories(location.resolve(Constants.OBJECTS).resolve("info"));
        Files.writeString(info.resolve("alternates"), objects.getAbsolutePath() + "\n");
        Path shallow = source.getDirectory().toPath().resolve(Constants.SHALLOW);
        if (Files.exists(shallow)) {
            Files.copy(shallow, location.resolve(Constants.SHALLOW));
        }
    }

    /** Opens the repository that is made of the folder; to be closed by the caller, before this. */
    public NotesRepository notes() throws IOException {
        return NotesRepository.open(target.getDirectory().toPath(), BRANCH, folder);
    }

    /** What must be watched to hear of changes: the folder, and git's own files when they lie elsewhere. */
    public List<Path> watched() {
        Path root = files.root();
        Optional<Path> git =
                source.map(repository -> repository.getDirectory().toPath()).filter(path -> !path.startsWith(root));
        return git.map(path -> List.of(root, path)).orElse(List.of(root));
    }

    /**
     * Brings the branch to what the folder holds now.
     *
     * @param changed files known to have changed, however their size and time look; others are read when those differ
     * @return whether the branch moved
     * @throws IOException when the folder is gone or cannot be read; the branch stays then
     */
    public boolean refresh(Set<Path> changed) throws IOException {
        try (ObjectInserter inserter = inserter()) {
            ObjectId tree = files.tree(target, inserter, changed);
            inserter.flush();
            Optional<ObjectId> head = head();
            if (lastTree.filter(tree::equals).isPresent() && lastHead.equals(head)) {
                return false;
            }
            ObjectId commit = isCommitted(tree, head) ? head.orElseThrow() : commit(tree, head, inserter);
            inserter.flush();
            remember(commit, head);
            moveBranch(commit);
            lastTree = Optional.of(tree);
            lastHead = head;
            return true;
        }
    }

    /** The first time there is much to write; later it is a note or two. */
    private ObjectInserter inserter() {
        return lastTree.isEmpty() ? target.getObjectDatabase().newPackInserter() : target.newObjectInserter();
    }

    private Optional<ObjectId> head() throws IOException {
        return source.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(source.get().resolve(Constants.HEAD));
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
        if (folder.isRoot()) {
            return Optional.of(tree);
        }
        try (TreeWalk found = TreeWalk.forPath(target, folder.value(), tree)) {
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

    private void remember(ObjectId commit, Optional<ObjectId> head) throws IOException {
        Set<NotePath> paths = new HashSet<>();
        try (NotesRepository notes = notes()) {
            CommitId id = Ids.commit(commit);
            if (head.isPresent() && !head.get().equals(commit)) {
                notes.changes(Ids.commit(head.get()), id).forEach(change -> paths.add(change.path()));
            } else if (head.isEmpty() && source.isPresent()) {
                notes.files(id).forEach(file -> paths.add(file.path()));
            }
            synchronized (uncommitted) {
                uncommitted.remove(id);
                uncommitted.put(id, Set.copyOf(paths));
                if (uncommitted.size() > REMEMBERED) {
                    uncommitted.remove(uncommitted.keySet().iterator().next());
                }
            }
        }
    }

    /**
     * The files that differ at {@code commit} from what the author has committed; empty for a commit long past, and always
     * for a folder outside git. Any thread.
     */
    public Set<NotePath> uncommitted(CommitId commit) {
        synchronized (uncommitted) {
            return uncommitted.getOrDefault(commit, Set.of());
        }
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
        source.ifPresent(Repository::close);
        target.close();
    }
}
