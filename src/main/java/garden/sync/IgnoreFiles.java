package garden.sync;

import garden.git.Change;
import garden.git.GitFile;
import garden.git.NotesRepository;
import garden.note.BlobId;
import garden.note.IgnoredFiles;
import garden.note.NotePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the lists in which a garden's author wrote down what is no part of it. */
record IgnoreFiles(NotesRepository repository) {

    /** What lies beyond is not read. */
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
        return before.with(path, new String(repository.bytes(blob, MAX_BYTES), StandardCharsets.UTF_8));
    }
}
