package garden.git.history;

import garden.git.GitRepo;
import garden.git.NotesRepository;
import garden.git.ServedBranch;
import garden.note.BlobId;
import garden.note.Folder;
import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import garden.note.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A repository and what its history tells readers. A text that begins with "secret" is hidden, and so is the folder {@code private}. */
final class HistoryFixture implements AutoCloseable {

    static final String TEXT = "A line of a note that is long enough to be recognised.\n".repeat(20);

    private final Path folder;
    private final GitRepo work;
    private final NotesRepository repository;
    private int opened;

    HistoryFixture(Path folder) throws IOException {
        this.folder = folder;
        this.work = GitRepo.in(folder.resolve("work"));
        this.repository = NotesRepository.open(folder.resolve("work/.git"), new ServedBranch("main"), Folder.ROOT);
    }

    GitRepo work() {
        return work;
    }

    NotesRepository repository() {
        return repository;
    }

    @Override
    public void close() {
        repository.close();
    }

    private record Openly() implements VersionVisibility {

        @Override
        public boolean mayShow(NotePath path) {
            return !path.value().startsWith("private/") && !path.value().startsWith(".");
        }

        @Override
        public boolean isShown(NotePath path, BlobId blob, byte[] content) {
            return !new String(content, StandardCharsets.UTF_8).startsWith("secret");
        }

        @Override
        public String rules() {
            return "openly";
        }
    }

    /** A new history of the repository. */
    History history(HistoryRules rules) throws IOException {
        opened++;
        return History.open(repository, folder.resolve("history" + opened), rules, commits -> {});
    }

    interface Check {
        void on(HistoryView view) throws IOException;
    }

    /** What the history of the newest commit tells. */
    void checkHead(Check check) throws IOException {
        try (History history = history(OpenRules.of(new Openly()))) {
            history.advance(Optional.empty(), work.head());
            check.on(history.at(work.head()).orElseThrow());
        }
    }

    void commit(String message) {
        work.commit(message);
    }

    /** The subjects of all versions, from the newest. */
    static List<String> subjects(HistoryView view, String path) {
        return view.versions(new NotePath(path), 0, 100).stream()
                .map(Version::subject)
                .toList();
    }

    /** The former names, from the latest. */
    static List<String> names(HistoryView view, String path) {
        return view.formerPaths(new NotePath(path)).stream()
                .map(NotePath::value)
                .toList();
    }

    /** Where the file at a path went, if these live. */
    static String renamedOrDeleted(HistoryView view, String path, String... living) {
        Set<NotePath> alive = Set.copyOf(Stream.of(living).map(NotePath::new).toList());
        return switch (view.renamedOrDeleted(new NotePath(path), alive::contains)) {
            case RenamedOrDeleted.Renamed(NotePath to) -> "moved to " + to;
            case RenamedOrDeleted.Deleted deleted -> "deleted as " + deleted.path();
            case RenamedOrDeleted.Unknown unknown -> "unknown";
        };
    }
}
