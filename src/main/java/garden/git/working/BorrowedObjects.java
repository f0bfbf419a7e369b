package garden.git.working;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** An author's repository whose objects another one reads, without a copy. */
final class BorrowedObjects {

    private BorrowedObjects() {}

    /**
     * The repository whose work tree {@code folder} is in, to be closed by the caller; empty when it is in none. The bare one
     * at {@code borrower} finds its objects from now on.
     */
    static Optional<Repository> around(Path folder, Path borrower) throws IOException {
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(folder.toFile());
        if (builder.getGitDir() == null) {
            return Optional.empty();
        }
        Repository repository = builder.build();
        if (repository.isBare()) {
            repository.close();
            return Optional.empty();
        }
        lend(repository, borrower);
        return Optional.of(repository);
    }

    /** Objects are found through git's alternates; where the history is cut off, so is the borrower's. */
    private static void lend(Repository source, Path borrower) throws IOException {
        File objects = ((FileRepository) source).getObjectDatabase().getDirectory();
        Path info = Files.createDirectories(borrower.resolve(Constants.OBJECTS).resolve("info"));
        Files.writeString(info.resolve("alternates"), objects.getAbsolutePath() + "\n");
        Path shallow = source.getCommonDirectory().toPath().resolve(Constants.SHALLOW);
        if (Files.exists(shallow)) {
            Files.copy(shallow, borrower.resolve(Constants.SHALLOW));
        }
    }
}
