package garden.sync;

import garden.git.Change;
import garden.git.GitFile;
import garden.git.NotesRepository;
import garden.git.UnreadableObjectException;
import garden.note.BlobId;
import garden.note.IgnoredFiles;
import garden.note.NotePath;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads the lists in which a garden's author wrote down what is no part of it. */
record IgnoreFiles(NotesRepository repository) {

    /** A longer list is not read. */
    private static final int MAX_BYTES = 1 << 20;

    /** As the lists among all {@code files} of a commit say; {@code ignored} is what the configuration says. */
    IgnoredFiles of(IgnoredFiles ignored, List<GitFile> files) throws IOException {
        IgnoredFiles now = ignored.configured();
        for (GitFile file : files) {
            if (IgnoredFiles.isList(file.path())) {
                now = with(now, file.path(), file.blob());
            }
        }
        return now;
    }

    /** As the lists say after {@code changes}. */
    IgnoredFiles after(IgnoredFiles before, List<Change> changes) throws IOException {
        IgnoredFiles now = before;
        for (Change change : changes) {
            if (IgnoredFiles.isList(change.path())) {
                now = switch (change) {
                    case Change.Put put -> with(now, put.path(), put.blob());
                    case Change.Delete(NotePath path) -> now.without(path);
                };
            }
        }
        return now;
    }

    private IgnoredFiles with(IgnoredFiles before, NotePath path, BlobId blob) throws IOException {
        Optional<String> text = text(blob);
        return text.isPresent() ? before.with(path, text.get()) : before.withUnreadable(path);
    }

    /** Empty when it is too long, no text, or cannot be read: half a list may hide nothing of what the other half does. */
    private Optional<String> text(BlobId blob) throws IOException {
        byte[] content;
        try {
            content = repository.bytes(blob, MAX_BYTES + 1);
        } catch (UnreadableObjectException e) {
            return Optional.empty();
        }
        return Optional.of(new String(content, charset(content)))
                .filter(text -> content.length <= MAX_BYTES && text.indexOf('\0') < 0);
    }

    /** UTF-8, or what a byte order mark says: some shells write UTF-16. */
    private static Charset charset(byte[] content) {
        int mark = content.length < 2 ? 0 : (content[0] & 0xFF) << 8 | (content[1] & 0xFF);
        return switch (mark) {
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
    }
}
