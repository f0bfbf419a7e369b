package garden.git.history;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import garden.git.UnreadableObjectException;
import garden.note.BlobId;
import garden.note.IgnoredFiles;
import garden.note.NotePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/** Asks {@link VersionVisibility} about versions in the repository; remembers answers. For one thread. */
final class ShownVersions {

    private static final int REMEMBERED = 20_000;

    private final ObjectReader reader;
    private final HistoryRules rules;
    private final IgnoredFiles hidden;
    private final Cache<String, Boolean> answers = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .executor(Runnable::run)
            .build();
    private ObjectId lastRead = ObjectId.zeroId();
    private byte[] lastContent = {};

    ShownVersions(ObjectReader reader, HistoryRules rules, IgnoredFiles hidden) {
        this.reader = reader;
        this.rules = rules;
        this.hidden = hidden;
    }

    /** Whether readers may see the file at {@code path} when it holds {@code blob}. */
    boolean isShown(String path, ObjectId blob) throws IOException {
        NotePath notePath = new NotePath(path);
        if (hidden.contains(notePath) || !rules.showing().mayShow(notePath)) {
            return false;
        }
        if (!notePath.isNote()) {
            return true;
        }
        String key = path + "\0" + blob.name();
        Boolean known = answers.getIfPresent(key);
        if (known != null) {
            return known;
        }
        boolean answer = isShown(notePath, blob);
        answers.put(key, answer);
        return answer;
    }

    /** Whether readers who may see the note at {@code path} see the same in {@code blob} as in one of those before it. */
    boolean isSame(String path, ObjectId blob, List<ObjectId> before) throws IOException {
        if (!isNote(path) || before.isEmpty() || !isShown(path, blob)) {
            return false;
        }
        byte[] content = content(blob);
        for (ObjectId earlier : before) {
            if (isShown(path, earlier) && isSame(content(earlier), content)) {
                return true;
            }
        }
        return false;
    }

    /** What follows beyond the limit is not known to be the same. */
    private boolean isSame(byte[] before, byte[] after) {
        int longest = Math.max(before.length, after.length);
        return longest <= rules.maxNoteBytes() && rules.showing().isSame(before, after);
    }

    private byte[] content(ObjectId blob) throws IOException {
        if (blob.equals(lastRead)) {
            return lastContent;
        }
        try (InputStream content = reader.open(blob, Constants.OBJ_BLOB).openStream()) {
            lastContent = content.readNBytes(rules.maxNoteBytes() + 1);
            lastRead = blob.copy();
            return lastContent;
        }
    }

    /** What cannot be read cannot be known to be public. */
    private boolean isShown(NotePath path, ObjectId blob) throws IOException {
        try {
            return rules.showing().isShown(path, new BlobId(blob.name()), content(blob));
        } catch (IOException e) {
            if (UnreadableObjectException.isSaidBy(e)) {
                return false;
            }
            throw e;
        }
    }

    static boolean isNote(String path) {
        return new NotePath(path).isNote();
    }

    /** Whether a file is no one's writing but a program's, such as {@code .obsidian/workspace.json}. */
    static boolean isSetting(String path) {
        return !isNote(path) && (path.startsWith(".") || path.contains("/."));
    }
}
