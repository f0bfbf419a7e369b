package garden.git;

import garden.note.CommitId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** What no git command would do to a bare repository. */
public final class BareRepositories {

    private BareRepositories() {}

    /**
     * A commit on top of {@code parent}, to which {@code main} moves, with one entry more than it, whatever that names.
     *
     * @param modeAndName {@code 100644 a.md}; the name is to be the first in git's order or the tree is not sorted
     */
    public static CommitId commitWith(Path bare, CommitId parent, String modeAndName, String id) throws IOException {
        try (Repository repository = BareRepository.open(bare);
                RevWalk walk = new RevWalk(repository);
                ObjectInserter inserter = repository.newObjectInserter()) {
            RevCommit before = walk.parseCommit(ObjectId.fromString(parent.hex()));
            ByteArrayOutputStream tree = new ByteArrayOutputStream();
            tree.writeBytes(RawPack.treeBytes(new RawPack.Entry(modeAndName, ObjectId.fromString(id))));
            tree.writeBytes(repository.open(before.getTree()).getBytes());
            ObjectId treeId = inserter.insert(Constants.OBJ_TREE, tree.toByteArray());
            String text = "tree " + treeId.name() + "\nparent " + parent.hex()
                    + "\nauthor A <a@x> 1800000000 +0000\ncommitter A <a@x> 1800000000 +0000\n\nraw\n";
            ObjectId commit = inserter.insert(Constants.OBJ_COMMIT, text.getBytes(StandardCharsets.UTF_8));
            inserter.flush();
            Files.writeString(bare.resolve("refs/heads/main"), commit.name() + "\n");
            return new CommitId(commit.name());
        }
    }
}
