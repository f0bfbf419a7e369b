package garden.sync;

import garden.concurrent.Listeners;
import garden.git.GitRepo;
import garden.git.NotesRepository;
import garden.git.ServedBranch;
import garden.git.history.History;
import garden.git.history.OpenRules;
import garden.git.seed.Seed;
import garden.markdown.Markdown;
import garden.markdown.model.MarkdownLimits;
import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.Folder;
import garden.search.SearchIndex;
import garden.server.ReaderVisibility;
import garden.snapshot.AddressRules;
import garden.snapshot.ChangeReport;
import garden.snapshot.Garden;
import garden.snapshot.SampleGardens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** A server's inside, without HTTP: a bare repository in a folder, everything derived beside it, and the loop that serves it. */
public final class SyncedGarden implements AutoCloseable {

    private final Path data;
    private final NotesRepository repository;
    private final History history;
    private final Markdown markdown;
    private final ParsedNotes notes;
    private final Sources sources;
    private final SyncLoop loop;
    private final List<Publication> published = Collections.synchronizedList(new ArrayList<>());

    /** What differs from a usual garden; {@code listeners} are told before this test's own. */
    record Setup(AddressRules rules, IndexStore.Opening opening, Listeners<Publication> listeners, SyncPace pace) {

        static Setup of(AddressRules rules) {
            return new Setup(rules, place -> SearchIndex.open(place, "test"), new Listeners<>(), SyncPace.USUAL);
        }
    }

    private SyncedGarden(Path data, Setup setup, Markdown markdown) throws IOException {
        this(data, setup, markdown, ParsedNotes.MAX_KEPT);
    }

    private SyncedGarden(Path data, Setup setup, Markdown markdown, long maxKept) throws IOException {
        this.data = data;
        this.markdown = markdown;
        ServedBranch branch = new ServedBranch("main");
        if (!Files.exists(bare())) {
            new Seed(Optional.empty(), branch, Folder.ROOT).plant(bare(), Instant.EPOCH);
        }
        repository = NotesRepository.open(bare(), branch, Folder.ROOT);
        notes = new ParsedNotes(repository, markdown, maxKept);
        history = History.open(
                repository,
                data.resolve("history.mv"),
                OpenRules.of(new ReaderVisibility(SampleGardens.OPEN, notes)),
                seen -> {});
        sources = new Sources(repository, history, notes, Optional.empty());
        loop = SyncLoop.start(
                sources,
                new IndexStore(data.resolve("index"), setup.opening(), SampleGardens.OPEN, setup.rules()),
                setup.listeners().add("test", published::add),
                setup.pace());
    }

    /** Opens what is in {@code data}, or begins with nothing. */
    public static SyncedGarden open(Path data) throws IOException {
        return open(data, AddressRules.DEFAULT);
    }

    /** The same, with addresses spelled by {@code rules}. */
    public static SyncedGarden open(Path data, AddressRules rules) throws IOException {
        return open(data, Setup.of(rules));
    }

    static SyncedGarden open(Path data, Setup setup) throws IOException {
        return new SyncedGarden(data, setup, new Markdown(MarkdownLimits.DEFAULT));
    }

    /** Opens what is in {@code data} with a parser, which is closed with it. */
    public static SyncedGarden open(Path data, Markdown markdown) throws IOException {
        return new SyncedGarden(data, Setup.of(AddressRules.DEFAULT), markdown);
    }

    /** The bytes of a file. */
    public byte[] bytes(BlobId blob) throws IOException {
        return repository.bytes(blob, MarkdownLimits.DEFAULT.maxReadBytes());
    }

    /** The bare repository. */
    public Path bare() {
        return data.resolve("garden.git");
    }

    /** Brings a commit here without telling the loop. */
    public SyncedGarden receive(GitRepo repo) {
        repo.git("push", "-q", "--force", bare().toString(), "HEAD:main").orFail();
        return this;
    }

    /** Publishes what is in the repository. */
    public Publication sync() throws InterruptedException, ExecutionException {
        return loop.sync().get();
    }

    /** What a commit that is in the repository would do. */
    public ChangeReport rehearse(CommitId commit) throws IOException {
        return new Rehearsal(sources, loop.live()).of(commit).report();
    }

    /** As usual, but that parsed notes are shared within this bound. */
    static SyncedGarden open(Path data, long maxKept) throws IOException {
        return new SyncedGarden(data, Setup.of(AddressRules.DEFAULT), new Markdown(MarkdownLimits.DEFAULT), maxKept);
    }

    /** The notes that are parsed for a push. */
    ParsedNotes parsedNotes() {
        return notes;
    }

    /** Parses as the loop does. */
    public Markdown markdown() {
        return markdown;
    }

    public SyncLoop loop() {
        return loop;
    }

    public Garden garden() {
        return loop.live().garden();
    }

    public CommitId commit() {
        return garden().tip();
    }

    /** All that was published since the start. */
    public List<Publication> published() {
        return List.copyOf(published);
    }

    /** Files of notes that answer a search. */
    public List<String> search(String query) {
        return loop.live()
                .read(snapshot -> snapshot.search().search(garden.search.Query.parse(query), 0, 100).hits().stream()
                        .map(hit -> hit.path() + " " + hit.title() + " " + hit.snippets())
                        .toList());
    }

    @Override
    public void close() throws IOException {
        loop.close();
        markdown.close();
        history.close();
        repository.close();
    }
}
