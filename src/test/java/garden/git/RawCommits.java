package garden.git;

import garden.note.CommitId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Commits that the git command would not make. */
public final class RawCommits {

    private RawCommits() {}

    /** A commit of one file with this name, in the repository of a work tree. */
    public static CommitId withFileNamed(Path work, String name) throws IOException {
        return insert(work, name, "1000000000");
    }

    /** A commit of {@code a.md} whose times are this text. */
    public static CommitId writtenAt(Path work, String seconds) throws IOException {
        return insert(work, "a.md", seconds);
    }

    private static CommitId insert(Path work, String name, String seconds) throws IOException {
        try (Repository repository = new FileRepositoryBuilder()
                        .setGitDir(work.resolve(".git").toFile())
                        .build();
                ObjectInserter inserter = repository.newObjectInserter()) {
            TreeFormatter tree = new TreeFormatter();
            tree.append(name, FileMode.REGULAR_FILE, inserter.insert(Constants.OBJ_BLOB, new byte[] {'1'}));
            ObjectId treeId = inserter.insert(tree);
            String commit = "tree " + treeId.name() + "\nauthor A <a@x> " + seconds + " +0000\ncommitter A <a@x> "
                    + seconds + " +0000\n\nraw\n";
            ObjectId id = inserter.insert(Constants.OBJ_COMMIT, commit.getBytes(StandardCharsets.UTF_8));
            inserter.flush();
            return new CommitId(id.name());
        }
    }
}
