package garden.git;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** How the garden's repository is set up, and how its files are forced to disk. */
public final class BareRepository {

    /** Goes up with each change of the settings below. */
    private static final int FORMAT = 2;

    private BareRepository() {}

    /** Makes an empty bare repository in a folder that does not exist yet. */
    public static FileRepository create(Path location, ServedBranch branch) throws IOException {
        FileRepository repository = new FileRepository(location.toFile());
        try {
            repository.create(true);
            configure(repository);
            repository.updateRef(Constants.HEAD).link(branch.ref());
            return repository;
        } catch (IOException | RuntimeException e) {
            repository.close();
            throw e;
        }
    }

    /** The bare repository at {@code location}; to be closed by the caller. */
    public static Repository open(Path location) throws IOException {
        try {
            return new FileRepositoryBuilder()
                    .setGitDir(location.toFile())
                    .setBare()
                    .setMustExist(true)
                    .build();
        } catch (IOException e) {
            throw new IOException("cannot open " + location + ": expected a bare git repository: " + e.getMessage(), e);
        }
    }

    /** Nothing is ever pruned, what is pushed is checked, and what is acknowledged is on disk. Done once for each repository. */
    static void configure(Repository repository) throws IOException {
        StoredConfig config = repository.getConfig();
        if (config.getInt("garden", "format", 0) == FORMAT) {
            return;
        }
        config.setInt("gc", null, "auto", 0);
        // Else JGit locks a file of the repository for a moment after each fetch, in a thread of its own.
        config.setBoolean("gc", null, "autoDetach", false);
        config.setBoolean("receive", null, "autogc", false);
        config.setBoolean("transfer", null, "fsckObjects", true);
        config.setBoolean("core", null, "fsyncRefFiles", true);
        config.setBoolean("core", null, "logAllRefUpdates", true);
        config.setInt("garden", null, "format", FORMAT);
        config.save();
    }

    /** Forces the names of packs to disk; JGit has forced their bytes already. */
    public static void forcePacks(Repository repository) throws IOException {
        Path objects = repository.getDirectory().toPath().resolve(Constants.OBJECTS);
        force(objects.resolve("pack"));
        force(objects);
    }

    /** Forces the names of {@code ref}, which was just written, and of the folders it lies in to disk; JGit has forced its bytes. */
    public static void forceRef(Repository repository, String ref) throws IOException {
        Path gitDir = repository.getDirectory().toPath();
        Path folder = gitDir.resolve(ref).getParent();
        while (folder != null && folder.startsWith(gitDir)) {
            force(folder);
            folder = folder.getParent();
        }
    }

    /** Forces every file and folder under {@code root}, itself included, to disk. */
    public static void forceAll(Path root) throws IOException {
        for (Path path : deepestFirst(root)) {
            force(path);
        }
    }

    /** Deletes {@code root} and everything in it; does nothing when it is not there. */
    public static void delete(Path root) throws IOException {
        if (Files.exists(root)) {
            for (Path path : deepestFirst(root)) {
                Files.delete(path);
            }
        }
    }

    private static List<Path> deepestFirst(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }

    /** Forces a file's bytes, or a folder's list of names, to disk. */
    public static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
