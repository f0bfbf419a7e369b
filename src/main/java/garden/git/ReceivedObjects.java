package garden.git;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.BlobObjectChecker;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.GitmoduleEntry;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdOwnerMap;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.TransferConfig;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every object of one push or fetch as git-fsck(1) does, and remembers which are blobs. For one thread.
 *
 * <p>Refused besides what JGit refuses: every spelling that Windows or macOS take for {@code .git}, {@code ..} between
 * backslashes, and names that no file system holds. Names that only Windows cannot hold are fine, as for git itself. What is
 * refused by default can be eased for an old history by {@code receive.fsck.*} in the repository's own configuration.
 */
public final class ReceivedObjects extends ObjectChecker {

    /** Of the file systems of Linux, macOS and Windows. */
    private static final int MAX_NAME_BYTES = 255;

    /** As {@code is_ntfs_dotgit} of git: also with a stream, {@code .git::$INDEX_ALLOCATION}, and with what Windows strips. */
    private static final Pattern DOT_GIT =
            Pattern.compile("(?:\\.git|git~1)[. ]*(?::.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern UPWARD = Pattern.compile("\\.\\.[ .]*");
    private static final Pattern BACKSLASH = Pattern.compile("\\\\");

    private final ObjectChecker configured;
    private final ObjectChecker onMac = new ObjectChecker().setSafeForMacOS(true);
    private final PackBudget budget;
    private final ObjectIdOwnerMap<Blob> blobs = new ObjectIdOwnerMap<>();

    /** @param budget is charged with each object that is looked at, and ends the check when it is used up */
    public ReceivedObjects(Repository repository, PackBudget budget) {
        ObjectChecker checker = repository.getConfig().get(TransferConfig.KEY).newReceiveObjectChecker();
        this.configured = checker == null ? new ObjectChecker() : checker;
        this.budget = budget;
    }

    private static final class Blob extends ObjectIdOwnerMap.Entry {
        Blob(AnyObjectId id) {
            super(id);
        }
    }

    /** Whether {@code id} is known to be a blob that is here. */
    boolean isBlob(AnyObjectId id) {
        return blobs.contains(id);
    }

    /** Remembers that {@code id} is one. */
    void addBlob(AnyObjectId id) {
        blobs.addIfAbsent(new Blob(id));
    }

    @Override
    public void check(@Nullable AnyObjectId id, int type, byte[] raw) throws CorruptObjectException {
        budget.resolve(raw.length);
        configured.check(id, type, raw);
        if (id != null && type == Constants.OBJ_BLOB) {
            addBlob(id);
        } else if (type == Constants.OBJ_TREE) {
            checkNames(raw);
        }
    }

    /** Whole blobs are checked as they come in. */
    @Override
    public BlobObjectChecker newBlobObjectChecker() {
        return new BlobObjectChecker() {
            @Override
            public void update(byte[] bytes, int offset, int length) {
                // Their bytes mean nothing.
            }

            @Override
            public void endBlob(AnyObjectId id) {
                addBlob(id);
            }
        };
    }

    /** One for each file of submodules, in however many trees it is. */
    @Override
    public List<GitmoduleEntry> getGitsubmodules() {
        Map<ObjectId, GitmoduleEntry> files = new LinkedHashMap<>();
        for (GitmoduleEntry entry : configured.getGitsubmodules()) {
            files.putIfAbsent(entry.getBlobId().toObjectId(), entry);
        }
        return List.copyOf(files.values());
    }

    @Override
    public void reset() {
        super.reset();
        configured.reset();
    }

    /** The tree is whole: it was checked already. */
    private void checkNames(byte[] tree) throws CorruptObjectException {
        int at = 0;
        while (at < tree.length) {
            int start = after(tree, at, ' ');
            int next = after(tree, start, '\0');
            checkName(tree, start, next - 1);
            at = next + Constants.OBJECT_ID_LENGTH;
        }
    }

    private static int after(byte[] bytes, int from, char end) {
        int at = from;
        while (bytes[at] != end) {
            at++;
        }
        return at + 1;
    }

    private void checkName(byte[] tree, int start, int end) throws CorruptObjectException {
        String name = new String(tree, start, end - start, StandardCharsets.UTF_8);
        if (end - start > MAX_NAME_BYTES) {
            throw new CorruptObjectException("expected names of at most " + MAX_NAME_BYTES + " bytes, found "
                    + (end - start) + ": " + name.substring(0, Math.min(name.length(), 40)) + "…");
        }
        onMac.checkPathSegment(tree, start, end);
        String[] parts = BACKSLASH.split(name, -1);
        for (String part : parts) {
            if (DOT_GIT.matcher(part).matches()) {
                throw new CorruptObjectException("the name \"" + name + "\" is one of git's own on Windows");
            }
            if (parts.length > 1 && UPWARD.matcher(part).matches()) {
                throw new CorruptObjectException("the name \"" + name + "\" leads out of its folder on Windows");
            }
        }
    }
}
