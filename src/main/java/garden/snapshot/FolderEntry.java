package garden.snapshot;

import garden.note.Note;
import garden.note.NotePath;
import java.util.Comparator;
import java.util.Optional;

/** A note in its folder's list. Ordered by {@code order}, those without last, then by title, then by path. */
record FolderEntry(Optional<Double> order, Named<NotePath> note) implements Comparable<FolderEntry> {

    private static final Comparator<FolderEntry> ORDER = Comparator.comparingDouble(
                    (FolderEntry entry) -> entry.order.orElse(Double.POSITIVE_INFINITY))
            .thenComparing(FolderEntry::note);

    static FolderEntry of(Note note, Named<NotePath> named) {
        return new FolderEntry(note.frontMatter().order(), named);
    }

    @Override
    public int compareTo(FolderEntry other) {
        return ORDER.compare(this, other);
    }
}
