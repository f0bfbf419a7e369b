package garden.sync;

import garden.git.Change;
import garden.git.GitFile;
import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.Dates;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.ParsedNote;
import garden.search.SearchIndex;
import garden.snapshot.Garden;
import garden.snapshot.GardenChange;
import garden.snapshot.GardenStep;
import garden.snapshot.Visibility;
import garden.snapshot.VisibilityRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Leads a garden and its index from one commit to another. Used once, by the sync thread.
 *
 * <p>Notes are parsed in batches, so that the words of a large garden are never all in memory. A private note goes no
 * further than this class.
 */
final class GardenUpdate {

    private static final int BATCH = 500;

    private final Sources sources;
    private final Garden before;
    private final CommitId commit;
    private final VisibilityRules rules;
    private final Progress progress;

    private final SortedMap<NotePath, Note> notes = new TreeMap<>();
    private final SortedMap<NotePath, BlobId> attachments = new TreeMap<>();
    private final SortedSet<NotePath> removed = new TreeSet<>();
    private boolean hasTouchedIndex;

    GardenUpdate(Sources sources, Garden before, CommitId commit, Progress progress) {
        this.sources = sources;
        this.before = before;
        this.commit = commit;
        this.rules = before.rules();
        this.progress = progress;
    }

    /** The garden at the commit; {@code index} holds its notes afterwards. */
    GardenStep apply(SearchIndex index) throws IOException {
        List<Change.Put> notesToParse = new ArrayList<>();
        for (Change change : changes()) {
            if (rules.of(change.path()) == Visibility.PRIVATE) {
                continue;
            }
            switch (change) {
                case Change.Put put when put.path().isNote() -> notesToParse.add(put);
                case Change.Put(NotePath path, BlobId blob) -> attachments.put(path, blob);
                case Change.Delete(NotePath path) -> removed.add(path);
            }
        }
        indexInBatches(notesToParse, index);
        return before.with(new GardenChange(
                commit, sources.repository().commit(commit).committed(), notes, attachments, removed, dates()));
    }

    /** Whether a failure may have left the index between two commits. */
    boolean hasTouchedIndex() {
        return hasTouchedIndex;
    }

    private List<Change> changes() throws IOException {
        if (!before.commit().equals(CommitId.NONE)) {
            return sources.repository().changes(before.commit(), commit);
        }
        List<Change> all = new ArrayList<>();
        for (GitFile file : sources.repository().files(commit)) {
            all.add(new Change.Put(file.path(), file.blob()));
        }
        return all;
    }

    private void indexInBatches(List<Change.Put> puts, SearchIndex index) throws IOException {
        for (int start = 0; start < puts.size(); start += BATCH) {
            List<ParsedNote> visible = parse(puts.subList(start, Math.min(start + BATCH, puts.size())));
            hasTouchedIndex = true;
            index.apply(commit, visible, List.of());
            progress.report("parsed", Math.min(start + BATCH, puts.size()), puts.size());
        }
        hasTouchedIndex = true;
        index.apply(commit, List.of(), removed);
    }

    /** Those of the batch that readers may see; the others become removed. */
    private List<ParsedNote> parse(List<Change.Put> batch) throws IOException {
        List<ParsedNote> visible = new ArrayList<>();
        try {
            for (ParsedNote parsed : batch.parallelStream().map(this::parse).toList()) {
                Note note = parsed.note();
                if (rules.of(note) == Visibility.PRIVATE) {
                    removed.add(note.path());
                } else {
                    notes.put(note.path(), note);
                    visible.add(parsed);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return visible;
    }

    private ParsedNote parse(Change.Put put) {
        try {
            byte[] content = sources.repository().bytes(put.blob(), sources.maxNoteBytes() + 1);
            return sources.markdown().parse(put.path(), put.blob(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SortedMap<NotePath, Dates> dates() throws IOException {
        Optional<CommitId> from = Optional.of(before.commit()).filter(known -> !known.equals(CommitId.NONE));
        Set<NotePath> changed = sources.history().advance(from, commit);
        SortedMap<NotePath, Dates> dates = new TreeMap<>();
        for (NotePath path : changed) {
            boolean isNote = notes.containsKey(path) || (before.note(path).isPresent() && !removed.contains(path));
            if (isNote) {
                sources.history().dates(path).ifPresent(known -> dates.put(path, known));
            }
        }
        for (NotePath path : notes.keySet()) {
            sources.history().dates(path).ifPresent(known -> dates.putIfAbsent(path, known));
        }
        return dates;
    }
}
