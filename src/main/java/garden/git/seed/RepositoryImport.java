package garden.git.seed;

import garden.git.ServedBranch;
import garden.note.Folder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** A new, empty repository and what can be put into it. For one thread. */
record RepositoryImport(FileRepository repository, ServedBranch branch) {

    /** The history that ends at {@code head} of another repository; only its newest files when the history is cut off. */
    void takeHistory(Repository source, ObjectId head) throws IOException {
        if (source.getObjectDatabase().getShallowCommits().isEmpty()) {
            ObjectCopy.copy(source, head, repository);
            moveBranch(head);
        } else {
            takeTree(source, head);
        }
    }

    /** The history of the branch that a bundle holds. */
    void takeBundle(Path bundle) throws IOException {
        moveBranch(ObjectCopy.copyBundle(bundle, repository, branch));
    }

    private void takeTree(Repository source, ObjectId head) throws IOException {
        try (RevWalk walk = new RevWalk(source)) {
            RevCommit commit = walk.parseCommit(head);
            ObjectCopy.copy(source, commit.getTree(), repository);
            CommitBuilder first = new CommitBuilder();
            first.setTreeId(commit.getTree());
            first.setAuthor(commit.getAuthorIdent());
            first.setCommitter(commit.getCommitterIdent());
            first.setMessage("Begin with the files of " + head.name()
                    + "\n\nThe history before is not in the source: it is shallow.\n");
            try (ObjectInserter inserter = repository.newObjectInserter()) {
                moveBranch(inserter.insert(first));
                inserter.flush();
            }
        }
    }

    /**
     * The regular files under {@code folder} of {@code root} as one commit, without anything named {@code .git} and without
     * the folder in which this repository is made.
     */
    void takeFolder(Path root, Folder folder, Instant now) throws IOException {
        Path start = root.resolve(folder.value());
        if (!Files.isDirectory(start)) {
            throw new IOException("expected a folder \"" + folder + "\", found none");
        }
        try (ObjectInserter inserter = repository.getObjectDatabase().newPackInserter()) {
            DirCache files = DirCache.newInCore();
            DirCacheBuilder builder = files.builder();
            for (Path file : regularFiles(
                    start, repository.getDirectory().getParentFile().toPath())) {
                builder.add(entry(root, file, inserter));
            }
            builder.finish();
            ObjectId commit = inserter.insert(commit(files.writeTree(inserter), now));
            inserter.flush();
            moveBranch(commit);
        }
    }

    private static List<Path> regularFiles(Path start, Path excluded) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                return isGit(folder) || Files.isSameFile(folder, excluded)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !isGit(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static boolean isGit(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().equalsIgnoreCase(Constants.DOT_GIT);
    }

    private static DirCacheEntry entry(Path root, Path file, ObjectInserter inserter) throws IOException {
        String path =
                root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        DirCacheEntry entry = new DirCacheEntry(path);
        entry.setFileMode(FileMode.REGULAR_FILE);
        try (InputStream bytes = Files.newInputStream(file)) {
            entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, Files.size(file), bytes));
        }
        return entry;
    }

    private static CommitBuilder commit(ObjectId tree, Instant now) {
        PersonIdent garden = new PersonIdent("Garden", "garden@localhost", now, ZoneOffset.UTC);
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setAuthor(garden);
        commit.setCommitter(garden);
        commit.setMessage("Begin the garden\n");
        return commit;
    }

    private void moveBranch(ObjectId commit) throws IOException {
        RefUpdate update = repository.updateRef(branch.ref());
        update.setNewObjectId(commit);
        update.disableRefLog();
        RefUpdate.Result result = update.update();
        if (result != RefUpdate.Result.NEW) {
            throw new IOException("cannot create branch " + branch + " at " + commit.name() + ": " + result);
        }
    }
}
