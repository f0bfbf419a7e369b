package garden.sync;

import garden.concurrent.Retries;
import garden.git.NotesRepository;
import garden.git.UnreadableObjectException;
import garden.git.history.History;
import garden.graph.Target;
import garden.markdown.Markdown;
import garden.markdown.ReadableText;
import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.SoftBreaks;
import garden.snapshot.ChangeReport;
import garden.snapshot.Garden;
import garden.snapshot.GardenStep;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a garden is made from.
 *
 * @param notes of {@code repository}, parsed
 * @param softBreaks those of every commit; empty where the settings of its vault decide
 */
public record Sources(NotesRepository repository, History history, ParsedNotes notes, Optional<SoftBreaks> softBreaks) {

    /** The parser of notes. */
    public Markdown markdown() {
        return notes.markdown();
    }

    /** A longer note has no page, and versions of it are not compared. */
    public int maxNoteBytes() {
        return markdown().limits().maxNoteBytes();
    }

    /** How line ends are shown at {@code commit}. */
    VaultSettings.Reading softBreaks(CommitId commit) throws IOException {
        return softBreaks.isPresent()
                ? new VaultSettings.Reading(softBreaks.get(), Optional.empty())
                : new VaultSettings(repository).at(commit);
    }

    /** The same; what is wrong with settings that {@code before} had too is not said again. */
    VaultSettings.Reading softBreaks(CommitId commit, Garden before) throws IOException {
        boolean isKnown = !before.tip().equals(CommitId.NONE)
                && repository.vaultSettings(before.tip()).equals(repository.vaultSettings(commit));
        return isKnown ? new VaultSettings.Reading(before.softBreaks(), Optional.empty()) : softBreaks(commit);
    }

    /**
     * The garden of {@code commit}, without an index; {@code empty} is a garden without notes whose rules it gets. Notes that cannot be
     * read in time are tried again at once. Must not run while another thread advances the history.
     */
    public Garden garden(CommitId commit, Garden empty) throws IOException {
        return step(commit, empty).now();
    }

    /** The step from {@code empty} to the garden of {@code commit}: as {@link #garden}. */
    public Publication step(CommitId commit, Garden empty) throws IOException {
        GardenUpdater update = new GardenUpdater(this, empty, commit);
        GardenStep step = update.unindexed();
        Retries retries = Retries.NONE;
        while (!step.garden().pending().isEmpty() && retries.isOneLeft()) {
            step = retried(step);
            retries = retries.next();
        }
        return new Publication(empty, step, update.details(), new ChangeReport.Timing(Instant.EPOCH, Duration.ZERO));
    }

    private GardenStep retried(GardenStep step) throws IOException {
        Garden garden = step.garden();
        GardenStep next = new GardenUpdater(this, garden, garden.tip())
                .retrying(garden.pending().keySet())
                .unindexed();
        SortedSet<Target> affected = new TreeSet<>(step.affected());
        affected.addAll(next.affected());
        return new GardenStep(next.garden(), affected);
    }

    /** Whether two versions of a note differ in hidden text alone; false when one cannot be read, or is too long to be read whole. */
    boolean isSameButHidden(BlobId before, BlobId after) throws IOException {
        try {
            byte[] earlier = repository.bytes(before, maxNoteBytes() + 1);
            byte[] later = repository.bytes(after, maxNoteBytes() + 1);
            return Math.max(earlier.length, later.length) <= maxNoteBytes() && ReadableText.isSame(earlier, later);
        } catch (UnreadableObjectException e) {
            return false;
        }
    }

    /** Those of {@code notes} in which only what readers do not see changed since {@code before}. */
    SortedSet<NotePath> unseen(Garden before, Collection<Note> notes) throws IOException {
        SortedSet<NotePath> unseen = new TreeSet<>();
        for (Note note : notes) {
            Optional<BlobId> then = before.note(note.path()).map(Note::blob);
            if (then.isPresent() && !then.get().equals(note.blob()) && isSameButHidden(then.get(), note.blob())) {
                unseen.add(note.path());
            }
        }
        return unseen;
    }

    /** The first paths of files that have dates, by path, in the history as it is now. */
    SortedMap<NotePath, NotePath> firstPaths(Collection<NotePath> paths) {
        SortedMap<NotePath, NotePath> firstPaths = new TreeMap<>();
        paths.forEach(path -> firstPaths.put(path, history.firstPath(path)));
        return firstPaths;
    }
}
