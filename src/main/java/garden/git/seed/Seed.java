package garden.git.seed;

import garden.git.BareRepository;
import garden.git.ServedBranch;
import garden.note.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache.FileKey;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.util.FS;

/**
 * How the repository of a new server begins.
 *
 * @param source what it begins with: a folder with a git repository, a bare repository, a git bundle, a plain folder; empty
 *     for an empty repository
 * @param branch the branch that will be served; what the source calls its own does not matter
 * @param folder the folder inside the source that is the garden
 */
public record Seed(Optional<Path> source, ServedBranch branch, Folder folder) {

    /**
     * Makes a bare repository in the folder {@code location}, which must not exist yet, and its parent folders if need be.
     * What is there afterwards is whole and on disk; a crash leaves nothing under that name.
     *
     * <p>A repository brings the whole history of its current branch, but nothing uncommitted. One whose history is cut off
     * (shallow) brings the files of its newest commit as a first commit. A plain folder, and a work tree without commits,
     * bring their files under {@code folder} as a first commit made {@code now}.
     *
     * @throws IOException when the source is none of these, has no such folder, or cannot be read
     */
    public void plant(Path location, Instant now) throws IOException {
        Path whole = location.toAbsolutePath();
        Path parent = Objects.requireNonNull(whole.getParent(), "a repository is in a folder");
        Path unfinished = whole.resolveSibling(whole.getFileName() + ".unfinished");
        try {
            Files.createDirectories(parent);
            BareRepository.delete(unfinished);
            fill(unfinished, now);
            BareRepository.forceAll(unfinished);
            Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
            BareRepository.force(parent);
        } catch (IOException e) {
            BareRepository.delete(unfinished);
            throw new IOException("cannot make repository " + location + from() + ": " + e.getMessage(), e);
        }
    }

    private String from() {
        return source.map(path -> " from " + path).orElse("");
    }

    private void fill(Path unfinished, Instant now) throws IOException {
        try (FileRepository target = BareRepository.create(unfinished, branch)) {
            if (source.isPresent()) {
                copy(source.get(), new RepositoryImport(target, branch), now);
            }
        }
    }

    private void copy(Path from, RepositoryImport repositoryImport, Instant now) throws IOException {
        if (Files.isRegularFile(from)) {
            repositoryImport.takeBundle(from);
            requireFolder(repositoryImport.repository());
        } else if (!Files.isDirectory(from)) {
            throw new IOException("expected a git repository, a git bundle or a folder, found "
                    + (Files.exists(from) ? "something else" : "nothing"));
        } else if (Files.exists(from.resolve(Constants.DOT_GIT))) {
            copyRepository(new FileRepositoryBuilder().setWorkTree(from.toFile()), repositoryImport, now);
        } else if (FileKey.isGitRepository(from.toFile(), FS.DETECTED)) {
            copyRepository(new FileRepositoryBuilder().setGitDir(from.toFile()).setBare(), repositoryImport, now);
        } else {
            repositoryImport.takeFolder(from, folder, now);
        }
    }

    private void copyRepository(FileRepositoryBuilder from, RepositoryImport repositoryImport, Instant now)
            throws IOException {
        try (Repository repository = from.setMustExist(true).build()) {
            ObjectId head = repository.resolve(Constants.HEAD);
            if (head != null) {
                repositoryImport.takeHistory(repository, head);
                requireFolder(repositoryImport.repository());
            } else if (repository.isBare()) {
                throw new IOException("expected commits on " + repository.getFullBranch() + ", found none");
            } else {
                repositoryImport.takeFolder(repository.getWorkTree().toPath(), folder, now);
            }
        }
    }

    private void requireFolder(Repository repository) throws IOException {
        if (folder.isRoot()) {
            return;
        }
        Ref ref = repository.exactRef(branch.ref());
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit tip = walk.parseCommit(ref.getObjectId());
            try (TreeWalk found = TreeWalk.forPath(repository, folder.value(), tip.getTree())) {
                if (found == null || !found.isSubtree()) {
                    throw new IOException(
                            "expected a folder \"" + folder + "\" in its newest commit " + tip.name() + ", found none");
                }
            }
        }
    }
}
