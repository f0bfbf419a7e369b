package garden.git;

import garden.note.Folder;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.NameConflictTreeWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.treewalk.WorkingTreeOptions;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.util.FS;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a working folder that git would add: regular ones, tracked or not ignored. Remembers what it has read, so that
 * looking again costs a look at each file's size and time. For one thread.
 */
final class WorkingFiles {

    private static final Logger LOG = LoggerFactory.getLogger(WorkingFiles.class);

    private final Path workTree;
    private final Optional<Repository> repository;
    private final Folder folder;
    private Map<String, Known> known = new HashMap<>();

    private WorkingFiles(Path workTree, Optional<Repository> repository, Folder folder) {
        this.workTree = workTree;
        this.repository = repository;
        this.folder = folder;
    }

    /** A file as it was when it was last read. */
    private record Known(long size, Instant modified, ObjectId id) {}

    /** The files of the folder {@code root} inside the work tree of {@code repository}. */
    static WorkingFiles of(Repository repository, Path root) {
        Path workTree = repository.getWorkTree().toPath();
        String inside = workTree.relativize(root).toString().replace(File.separatorChar, '/');
        return new WorkingFiles(workTree, Optional.of(repository), new Folder(inside));
    }

    /** The files of a folder outside git. */
    static WorkingFiles of(Path root) {
        return new WorkingFiles(root, Optional.empty(), Folder.ROOT);
    }

    /** Where the garden lies in the work tree. */
    Folder folder() {
        return folder;
    }

    /** The garden's folder. */
    Path root() {
        return workTree.resolve(folder.value());
    }

    /** The tree of all files now, with every object of it in {@code target}. */
    ObjectId tree(Repository target, ObjectInserter inserter, Set<Path> changed) throws IOException {
        if (!Files.isDirectory(root())) {
            throw new IOException("the folder " + root() + " is gone");
        }
        Scan scan = new Scan(target, inserter, changed);
        try (TreeWalk walk = walk(target)) {
            while (walk.next()) {
                WorkingTreeIterator file = walk.getTree(0, WorkingTreeIterator.class);
                if (file == null || !isWanted(walk, file)) {
                    continue;
                }
                if (walk.getFileMode(0).equals(FileMode.TREE)) {
                    walk.enterSubtree();
                } else if ((walk.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE) {
                    scan.add(walk.getPathString(), file);
                }
            }
        }
        known = scan.found;
        return scan.writeTree();
    }

    private TreeWalk walk(Repository target) throws IOException {
        TreeWalk walk = new NameConflictTreeWalk(target.newObjectReader());
        if (repository.isPresent()) {
            walk.addTree(new FileTreeIterator(repository.get()));
            walk.addTree(new DirCacheIterator(repository.get().readDirCache()));
        } else {
            walk.addTree(
                    new FileTreeIterator(workTree.toFile(), FS.DETECTED, new Config().get(WorkingTreeOptions.KEY)));
            walk.addTree(new EmptyTreeIterator());
        }
        if (!folder.isRoot()) {
            walk.setFilter(PathFilter.create(folder.value()));
        }
        return walk;
    }

    private static boolean isWanted(TreeWalk walk, WorkingTreeIterator file) throws IOException {
        boolean isTracked = !FileMode.MISSING.equals(walk.getRawMode(1));
        return isTracked || !file.isEntryIgnored();
    }

    /** One look at all files. */
    private final class Scan {

        private final Repository target;
        private final ObjectInserter inserter;
        private final Set<Path> changed;
        private final Map<String, Known> found = new HashMap<>();
        private final DirCache files = DirCache.newInCore();
        private final DirCacheBuilder builder = files.builder();

        Scan(Repository target, ObjectInserter inserter, Set<Path> changed) {
            this.target = target;
            this.inserter = inserter;
            this.changed = changed;
        }

        void add(String path, WorkingTreeIterator file) throws IOException {
            read(path, file).ifPresent(read -> {
                found.put(path, read);
                DirCacheEntry entry = new DirCacheEntry(path);
                entry.setFileMode(FileMode.REGULAR_FILE);
                entry.setObjectId(read.id());
                builder.add(entry);
            });
        }

        ObjectId writeTree() throws IOException {
            builder.finish();
            return files.writeTree(inserter);
        }

        /** Empty for a file that went away meanwhile, or that may not be read. */
        private Optional<Known> read(String path, WorkingTreeIterator file) throws IOException {
            Path onDisk = workTree.resolve(path);
            long size = file.getEntryLength();
            Instant modified = file.getEntryLastModifiedInstant();
            Optional<Known> before = Optional.ofNullable(known.get(path))
                    .filter(last -> last.size() == size && last.modified().equals(modified))
                    .filter(last -> !changed.contains(onDisk));
            if (before.isPresent()) {
                return before;
            }
            try {
                return Optional.of(new Known(size, modified, insert(onDisk)));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            } catch (AccessDeniedException e) {
                LOG.warn("cannot read {}; the preview shows the garden without it", onDisk);
                return Optional.empty();
            }
        }

        /** What the author's repository has need not be stored again. */
        private ObjectId insert(Path file) throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            ObjectId id = inserter.idFor(Constants.OBJ_BLOB, bytes);
            return target.getObjectDatabase().has(id) ? id : inserter.insert(Constants.OBJ_BLOB, bytes);
        }
    }
}
