package garden.snapshot;

import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.Dates;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import java.time.Instant;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What leads from one garden to the next.
 *
 * @param commit the commit of the next garden, made at {@code committed}
 * @param notes new and changed notes that readers may see, by path
 * @param attachments new and changed attachments that are not ignored, by path
 * @param removed files that are gone or that readers may no longer see
 * @param dates dates from git of every file whose dates changed
 * @param firstPaths first paths, of the files whose first path may have changed
 * @param former what became of paths at which no file is, where that may have changed
 */
public record GardenChange(
        CommitId commit,
        Instant committed,
        SortedMap<NotePath, Note> notes,
        SortedMap<NotePath, BlobId> attachments,
        SortedSet<NotePath> removed,
        SortedMap<NotePath, Dates> dates,
        SortedMap<NotePath, NotePath> firstPaths,
        SortedMap<NotePath, RenamedOrDeleted> former) {

    public GardenChange {
        notes = new TreeMap<>(notes);
        attachments = new TreeMap<>(attachments);
        removed = new TreeSet<>(removed);
        dates = new TreeMap<>(dates);
        firstPaths = new TreeMap<>(firstPaths);
        former = new TreeMap<>(former);
    }

    /** A change with nothing new about first and former paths. */
    public GardenChange(
            CommitId commit,
            Instant committed,
            SortedMap<NotePath, Note> notes,
            SortedMap<NotePath, BlobId> attachments,
            SortedSet<NotePath> removed,
            SortedMap<NotePath, Dates> dates) {
        this(commit, committed, notes, attachments, removed, dates, new TreeMap<>(), new TreeMap<>());
    }
}
