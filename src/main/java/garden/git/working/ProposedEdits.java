package garden.git.working;

import garden.git.Ids;
import garden.note.CommitId;
import garden.note.Folder;
import garden.note.NotePath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Other contents for some files of a commit, which are in it already. For one thread.
 *
 * @param base the commit
 * @param texts by path in the garden's folder
 */
record ProposedEdits(CommitId base, Folder folder, Map<NotePath, byte[]> texts) {

    ProposedEdits {
        texts = new TreeMap<>(texts);
    }

    /** What {@code git apply} takes; paths are from the root of the repository. Writes objects into {@code repository}, no more. */
    String patch(Repository repository) throws IOException {
        ByteArrayOutputStream patch = new ByteArrayOutputStream();
        try (ObjectInserter inserter = repository.newObjectInserter();
                DiffFormatter formatter = new DiffFormatter(patch)) {
            ObjectId before = baseTree(repository);
            ObjectId after = tree(repository, inserter, before);
            inserter.flush();
            formatter.setRepository(repository);
            formatter.format(before, after);
        }
        return patch.toString(StandardCharsets.UTF_8);
    }

    /**
     * Commits the edits on top of the base, on a new branch of {@code repository}. Nothing else of it changes.
     *
     * @throws IOException also when there is such a branch, or can be none
     */
    CommitId commit(Repository repository, String branch, String message) throws IOException {
        String ref = Constants.R_HEADS + branch;
        if (!Repository.isValidRefName(ref) || branch.startsWith("-") || branch.equals(Constants.HEAD)) {
            throw new IOException("cannot make a branch: expected a name that git takes, found \"" + branch + "\"");
        }
        if (repository.exactRef(ref) != null) {
            throw new IOException("cannot make the branch " + branch + ": there is one; choose another name");
        }
        ObjectId commit = commit(repository, message);
        RefUpdate update = repository.updateRef(ref);
        update.setExpectedOldObjectId(ObjectId.zeroId());
        update.setNewObjectId(commit);
        update.setRefLogMessage("branch: links made direct", false);
        return switch (update.update()) {
            case NEW -> Ids.commit(commit);
            default -> throw new IOException("cannot make the branch " + branch + ": " + update.getResult());
        };
    }

    private ObjectId commit(Repository repository, String message) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            PersonIdent author = new PersonIdent(repository);
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree(repository, inserter, baseTree(repository)));
            commit.setParentId(Ids.object(base));
            commit.setAuthor(author);
            commit.setCommitter(author);
            commit.setMessage(message);
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return id;
        }
    }

    private ObjectId baseTree(Repository repository) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.parseCommit(Ids.object(base)).getTree().copy();
        }
    }

    /** Only the contents differ: each file keeps its mode. */
    private ObjectId tree(Repository repository, ObjectInserter inserter, ObjectId before) throws IOException {
        DirCache files = DirCache.newInCore();
        DirCacheBuilder builder = files.builder();
        try (ObjectReader reader = repository.newObjectReader()) {
            builder.addTree(new byte[0], DirCacheEntry.STAGE_0, reader, before);
        }
        builder.finish();
        DirCacheEditor editor = files.editor();
        for (Map.Entry<NotePath, byte[]> text : texts.entrySet()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, text.getValue());
            editor.add(new Content(folder.prefix() + text.getKey(), blob));
        }
        editor.finish();
        return files.writeTree(inserter);
    }

    /** Puts a blob at a path. */
    private static final class Content extends DirCacheEditor.PathEdit {

        private final ObjectId blob;

        Content(String path, ObjectId blob) {
            super(path);
            this.blob = blob;
        }

        @Override
        public void apply(DirCacheEntry entry) {
            entry.setObjectId(blob);
        }
    }
}
