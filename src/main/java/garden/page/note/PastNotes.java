package garden.page.note;

import garden.markdown.Markdown;
import garden.note.BlobId;
import garden.note.Note;
import garden.note.NotePath;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Notes as they were, and their titles; the latest are kept, since bytes in git never change. Thread-safe. */
final class PastNotes {

    private static final int KEPT_TITLES = 10_000;
    private static final long KEPT_WEIGHT = 200_000;

    private final Markdown markdown;
    private final NoteBodies.Blobs blobs;

    private final Memo<Once, Note> notes = Memo.ofWeight(KEPT_WEIGHT, PastNotes::weight, note -> !note.isPending());

    /** Dead addresses are asked for again and again. */
    private final Memo<Once, Title> titles =
            Memo.ofWeight(KEPT_TITLES, (once, title) -> 1, title -> !title.isPending());

    /** What a note was at a path once. */
    private record Once(NotePath path, BlobId blob) {}

    /** Of a note that is pending it is only what is known for now. */
    private record Title(String value, boolean isPending) {}

    PastNotes(Markdown markdown, NoteBodies.Blobs blobs) {
        this.markdown = markdown;
        this.blobs = blobs;
    }

    /** In parts, of which each takes about as much memory as any other. */
    private static int weight(Once once, Note note) {
        return 10
                + note.links().size()
                + note.headings().size()
                + note.blocks().size()
                + note.places().size();
    }

    /**
     * What {@code blob} says as the note at {@code path}.
     *
     * @throws UncheckedIOException when the repository cannot be read
     */
    Note note(NotePath path, BlobId blob) {
        return notes.get(new Once(path, blob), () -> read(path, blob));
    }

    /**
     * The title of the note that was at {@code path} when {@code blob} was there.
     *
     * @throws UncheckedIOException when the repository cannot be read
     */
    String title(NotePath path, BlobId blob) {
        return titles.get(new Once(path, blob), () -> readTitle(path, blob)).value();
    }

    /** That of its file when the repository lacks the note. */
    private Title readTitle(NotePath path, BlobId blob) {
        try {
            return title(read(path, blob));
        } catch (UncheckedIOException e) {
            if (UnreadableBlobException.of(e).isEmpty()) {
                throw e;
            }
            return new Title(path.name(), true);
        }
    }

    private static Title title(Note note) {
        return new Title(note.title(), note.isPending());
    }

    private Note read(NotePath path, BlobId blob) {
        try {
            return markdown.parse(path, blob, blobs.read(blob)).note();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
