package garden.git.working;

import garden.git.VaultFile;
import garden.note.Folder;
import garden.note.IgnoredFiles;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.NameConflictTreeWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.treewalk.WorkingTreeIterator.MetadataDiff;
import org.eclipse.jgit.treewalk.WorkingTreeOptions;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.util.FS;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look at files on disk, beside git's index and {@code HEAD}: regular ones, tracked or not ignored, as they are; what a
 * garden never serves (dot files, symbolic links, submodules) as in {@code HEAD}. For one thread.
 */
final class WorkingScan {

    private static final Logger LOG = LoggerFactory.getLogger(WorkingScan.class);

    /** So much is read into memory at once. */
    private static final int MAX_BUFFERED = 1 << 20;

    private static final int FILE = 0;
    private static final int INDEX = 1;
    private static final int HEAD = 2;

    private final Place place;
    private final Sink sink;
    private final Optional<ObjectId> head;

    WorkingScan(Place place, Sink sink, Optional<ObjectId> head) {
        this.place = place;
        this.sink = sink;
        this.head = head;
    }

    /** Where to look: the garden's {@code folder} in a work tree, which {@code repository} is of, if any. */
    record Place(Path workTree, Optional<Repository> repository, Folder folder) {

        /** The garden's folder. */
        Path root() {
            return workTree.resolve(folder.value());
        }

        /** Whether a path as git writes it lies in the garden's folder. */
        boolean isInGarden(String name) {
            return name.startsWith(folder.prefix());
        }

        /** A path of the file system as git writes it: relative to the work tree, {@code /} between parts. */
        String name(Path path) {
            return workTree.relativize(path).toString().replace(File.separatorChar, '/');
        }
    }

    /** Where what was read is put. */
    record Sink(Repository target, ObjectInserter inserter) {}

    /** A file as it was when it was last read; a thing of {@code HEAD} has no size and time of its own. */
    record Known(long size, Instant modified, FileMode mode, ObjectId id) {

        boolean isFile() {
            return size >= 0;
        }

        /** Seconds precision, as git's times. */
        Instant written() {
            return modified.truncatedTo(ChronoUnit.SECONDS);
        }

        static Known ofHead(FileMode mode, ObjectId id) {
            return new Known(-1, Instant.EPOCH, mode, id);
        }
    }

    /** What lies at and below each of {@code names}, by path; files with size and time as in {@code before} are not read. */
    SortedMap<String, Known> find(Collection<String> names, SortedMap<String, Known> before) throws IOException {
        SortedMap<String, Known> found = new TreeMap<>();
        try (TreeWalk walk = walk(names)) {
            while (walk.next()) {
                see(walk, before, found);
            }
        }
        return found;
    }

    private TreeWalk walk(Collection<String> names) throws IOException {
        TreeWalk walk = new NameConflictTreeWalk(sink.target().newObjectReader());
        if (place.repository().isPresent()) {
            walk.addTree(new FileTreeIterator(place.repository().get()));
            walk.addTree(new DirCacheIterator(place.repository().get().readDirCache()));
        } else {
            WorkingTreeOptions options = new Config().get(WorkingTreeOptions.KEY);
            walk.addTree(new FileTreeIterator(place.workTree().toFile(), FS.DETECTED, options));
            walk.addTree(new EmptyTreeIterator());
        }
        if (head.isPresent()) {
            try (RevWalk commits = new RevWalk(sink.target())) {
                walk.addTree(commits.parseCommit(head.get()).getTree());
            }
        } else {
            walk.addTree(new EmptyTreeIterator());
        }
        if (!names.contains("")) {
            walk.setFilter(PathFilterGroup.createFromStrings(names));
        }
        return walk;
    }

    private void see(TreeWalk walk, SortedMap<String, Known> before, SortedMap<String, Known> found)
            throws IOException {
        String path = walk.getPathString();
        FileMode onDisk = walk.getFileMode(FILE);
        boolean isFile = isFile(onDisk);
        if (place.folder().prefix().startsWith(path + "/")) {
            enter(walk, onDisk);
        } else if (isHidden(walk) || isOther(walk.getFileMode(HEAD), isFile)) {
            addFromHead(walk, path, found);
        } else if (isWanted(walk)) {
            enter(walk, onDisk);
            if (isFile) {
                read(walk, path, before).ifPresent(known -> found.put(path, known));
            }
        }
    }

    private static boolean isFile(FileMode mode) {
        return (mode.getBits() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
    }

    private static void enter(TreeWalk walk, FileMode onDisk) throws IOException {
        if (onDisk.equals(FileMode.TREE)) {
            walk.enterSubtree();
        }
    }

    private boolean isHidden(TreeWalk walk) {
        String path = walk.getPathString();
        return place.isInGarden(path)
                && !isRead(path.substring(place.folder().prefix().length()));
    }

    /** Whether a file at {@code path}, from the garden's folder, is looked at on disk, or a folder gone through. */
    static boolean isRead(String path) {
        return VaultFile.isOnPath(path)
                || Stream.of(path.split("/", -1))
                        .noneMatch(name -> name.startsWith(".") && !name.equals(IgnoredFiles.LIST_NAME));
    }

    /** A submodule, or a symbolic link that no file has replaced. */
    private static boolean isOther(FileMode inHead, boolean isFile) {
        return inHead.equals(FileMode.GITLINK) || (inHead.equals(FileMode.SYMLINK) && !isFile);
    }

    private static void addFromHead(TreeWalk walk, String path, SortedMap<String, Known> found) {
        FileMode mode = walk.getFileMode(HEAD);
        if (!mode.equals(FileMode.MISSING)) {
            found.put(path, Known.ofHead(mode, walk.getObjectId(HEAD)));
        }
    }

    private static boolean isWanted(TreeWalk walk) throws IOException {
        WorkingTreeIterator file = walk.getTree(FILE, WorkingTreeIterator.class);
        boolean isTracked = !walk.getFileMode(INDEX).equals(FileMode.MISSING);
        return file != null && (isTracked || !file.isEntryIgnored());
    }

    private Optional<Known> read(TreeWalk walk, String path, SortedMap<String, Known> before) throws IOException {
        WorkingTreeIterator file = walk.getTree(FILE, WorkingTreeIterator.class);
        FileMode inHead = walk.getFileMode(HEAD);
        FileMode mode = isFile(inHead) ? inHead : FileMode.REGULAR_FILE;
        long size = file.getEntryLength();
        Instant modified = file.getEntryLastModifiedInstant();
        Known last = before.get(path);
        if (last != null && last.size() == size && last.modified().equals(modified)) {
            return Optional.of(new Known(size, modified, mode, last.id()));
        }
        DirCacheIterator index = walk.getTree(INDEX, DirCacheIterator.class);
        if (index != null && isFile(walk.getFileMode(INDEX)) && isSame(file, index.getDirCacheEntry())) {
            return Optional.of(new Known(size, modified, mode, walk.getObjectId(INDEX)));
        }
        return read(place.workTree().resolve(path), mode);
    }

    /** What git knows to be unchanged need not be read, and has gone through git's filters. */
    private static boolean isSame(WorkingTreeIterator file, DirCacheEntry entry) {
        return entry.getStage() == DirCacheEntry.STAGE_0
                && !entry.isSmudged()
                && file.compareMetadata(entry) == MetadataDiff.EQUAL;
    }

    /** Empty for a file that went away meanwhile, became shorter while it was read, or may not be read. */
    Optional<Known> read(Path file, FileMode mode) throws IOException {
        try {
            Instant modified = Files.getLastModifiedTime(file).toInstant();
            long size = Files.size(file);
            return Optional.of(new Known(size, modified, mode, insert(file, size)));
        } catch (NoSuchFileException | EOFException e) {
            return Optional.empty();
        } catch (AccessDeniedException e) {
            LOG.warn("cannot read {}; the preview shows the garden without it", file);
            return Optional.empty();
        }
    }

    /** What the author's repository has need not be stored again. */
    private ObjectId insert(Path file, long size) throws IOException {
        if (size > MAX_BUFFERED) {
            try (InputStream bytes = Files.newInputStream(file)) {
                return sink.inserter().insert(Constants.OBJ_BLOB, size, bytes);
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        ObjectId id = sink.inserter().idFor(Constants.OBJ_BLOB, bytes);
        boolean isThere = sink.target().getObjectDatabase().has(id);
        return isThere ? id : sink.inserter().insert(Constants.OBJ_BLOB, bytes);
    }
}
