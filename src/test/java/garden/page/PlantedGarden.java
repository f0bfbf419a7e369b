package garden.page;

import garden.markdown.Markdown;
import garden.markdown.model.MarkdownLimits;
import garden.note.BlobId;
import garden.note.Dates;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.ParsedNote;
import garden.note.SampleNotes;
import garden.page.layout.Addresses;
import garden.page.layout.Viewing;
import garden.page.note.NoteBodies;
import garden.page.view.View;
import garden.search.SearchIndex;
import garden.snapshot.Garden;
import garden.snapshot.GardenChange;
import garden.snapshot.Place;
import garden.snapshot.SampleGardens;
import garden.snapshot.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * A garden whose pages can be made: real Markdown, a real index, no git. Its n-th commit is of day n of 2024. Files are
 * written as text, each after a line {@code --- path}.
 */
public final class PlantedGarden implements AutoCloseable {

    private static final Instant NEW_YEAR = Instant.parse("2024-01-01T12:00:00Z");

    private final Markdown markdown;
    private final Map<BlobId, byte[]> blobs = new HashMap<>();
    private final List<BlobId> rendered = Collections.synchronizedList(new ArrayList<>());
    private Runnable duringRendering = () -> {};
    private final SearchIndex index;
    private final Pages pages = new Pages();
    private final NoteBodies bodies;
    private final Views views;
    private Snapshot snapshot;
    private int commits;

    public PlantedGarden(Path folder) throws IOException {
        this(folder, new Markdown(MarkdownLimits.DEFAULT), () -> 0);
    }

    /** With a parser, which is closed with it, and what {@code nanos} says is the time. */
    public PlantedGarden(Path folder, Markdown markdown, LongSupplier nanos) throws IOException {
        this.markdown = markdown;
        index = SearchIndex.open(folder, "test");
        bodies = new NoteBodies(markdown, this::read, 1 << 20, nanos);
        views = new Views(Samples.SITE, pages.links(Samples.SITE), bodies);
        snapshot = new Snapshot(Garden.empty(SampleGardens.OPEN), index.view());
    }

    private byte[] read(BlobId blob) {
        rendered.add(blob);
        duringRendering.run();
        return blobs.getOrDefault(blob, new byte[0]);
    }

    /** Commits what is in {@code text}, without the files at {@code removed}. */
    public PlantedGarden plant(String text, String... removed) throws IOException {
        commits++;
        SortedSet<NotePath> gone = new TreeSet<>();
        List.of(removed).forEach(path -> gone.add(new NotePath(path)));
        SortedMap<NotePath, BlobId> attachments = new TreeMap<>();
        List<ParsedNote> parsed = new ArrayList<>();
        for (String file : text.split("(?m)^--- ", -1)) {
            int end = file.indexOf('\n');
            if (end > 0) {
                NotePath path = new NotePath(file.substring(0, end));
                byte[] bytes = file.substring(end + 1).getBytes(StandardCharsets.UTF_8);
                BlobId blob = SampleNotes.blob(file);
                blobs.put(blob, bytes);
                if (path.isNote()) {
                    parsed.add(markdown.parse(path, blob, bytes));
                } else {
                    attachments.put(path, blob);
                }
            }
        }
        publish(parsed, attachments, gone);
        return this;
    }

    private void publish(List<ParsedNote> parsed, SortedMap<NotePath, BlobId> attachments, SortedSet<NotePath> gone)
            throws IOException {
        Instant now = NEW_YEAR.plus(Duration.ofDays(commits - 1));
        SortedMap<NotePath, Note> notes = new TreeMap<>();
        SortedMap<NotePath, Dates> dates = new TreeMap<>();
        for (ParsedNote note : parsed) {
            notes.put(note.note().path(), note.note());
            dates.put(note.note().path(), new Dates(now, now));
        }
        index.apply(SampleGardens.commit(commits), parsed, gone);
        Garden next = snapshot.garden()
                .with(new GardenChange(SampleGardens.commit(commits), now, notes, attachments, gone, dates))
                .garden();
        snapshot.search().release();
        snapshot = new Snapshot(next, index.view());
    }

    /** Runs {@code what} each time that a body is about to be rendered. */
    void duringRendering(Runnable what) {
        duringRendering = what;
    }

    public Views views() {
        return views;
    }

    /** A note as it was at {@code path} when its file was {@code blob}, with the links of today. */
    NoteBodies.PastBody past(NotePath path, BlobId blob) {
        return bodies.past(path, blob, new Addresses(Samples.SITE, snapshot.garden()));
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    /** The garden as any reader is told of it. */
    public Viewing viewing() {
        return Viewing.ofReader(snapshot);
    }

    /** The page at an address, spelled without leading {@code /}. */
    public View at(String spelling) {
        return at(spelling, 1);
    }

    public View at(String spelling, int page) {
        return views.at(viewing(), (Place.Page) snapshot.garden().find(spelling), page);
    }

    public View.NoteView note(String spelling) {
        return (View.NoteView) at(spelling);
    }

    /** The page as it is sent. */
    String html(View view) {
        return pages.render(view);
    }

    /** Every page that is made from what is in the garden, as HTML. */
    List<String> everyPage(String... spellings) {
        List<View> all = new ArrayList<>(List.of(
                views.search(viewing(), "fruit", 1),
                views.recent(viewing(), 1),
                views.problems(viewing(), 1),
                views.notFound(viewing(), "trees/quinse"),
                views.welcome(viewing(), "https://example.org/garden/garden.git", "main")));
        List.of(spellings).forEach(spelling -> all.add(at(spelling)));
        return all.stream().map(pages::render).toList();
    }

    /** How often a note's bytes were read to be rendered. */
    public int renderings() {
        return rendered.size();
    }

    @Override
    public void close() throws IOException {
        snapshot.search().release();
        index.close();
        markdown.close();
    }
}
