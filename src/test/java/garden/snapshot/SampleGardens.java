package garden.snapshot;

import garden.git.IgnoreLists;
import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.Dates;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.SampleNotes;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gardens for tests, from the language of {@link SampleNotes}; the n-th note was last changed on day n of 2024. */
public final class SampleGardens {

    /** Rules that hide nothing but drafts and dot-files. */
    public static final VisibilityRules OPEN =
            new VisibilityRules(IgnoreLists.NONE, VisibilityRules.Publishing.ALL, VisibilityRules.Attachments.LINKED);

    private SampleGardens() {}

    /** The garden with these files at a commit of its own. */
    public static Garden of(String text) {
        return Garden.empty(OPEN).with(change(text, 1)).garden();
    }

    /** A change that puts all files of {@code text}, at commit number {@code commit}. */
    public static GardenChange change(String text, int commit) {
        SampleNotes sample = SampleNotes.of(text);
        SortedMap<NotePath, Dates> dates = new TreeMap<>();
        for (Note note : sample.notes()) {
            Instant day = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(86_400L * dates.size());
            dates.put(note.path(), new Dates(day, day));
        }
        return new GardenChange(
                commit(commit), Instant.EPOCH, sample.byPath(), attachments(sample), new TreeSet<>(), dates);
    }

    /** Commit number {@code n}. */
    public static CommitId commit(int n) {
        return new CommitId(String.format("%040x", n));
    }

    private static SortedMap<NotePath, BlobId> attachments(SampleNotes sample) {
        SortedMap<NotePath, BlobId> attachments = new TreeMap<>();
        sample.attachments().forEach(path -> attachments.put(path, SampleNotes.blob(path.value())));
        return attachments;
    }
}
