package garden.server;

import garden.git.NotesRepository;
import garden.note.BlobId;
import garden.page.note.NoteBodies;
import garden.page.note.UnreadableBlobException.Use;
import java.io.IOException;

/**
 * The bytes of notes and the first bytes of pictures, from the repository.
 *
 * @param unreadable is told what the repository lacks
 * @param maxReadBytes of a longer note one byte more is read, which tells that it is longer
 */
record NoteBlobs(NotesRepository repository, UnreadableBlobs unreadable, int maxReadBytes) implements NoteBodies.Blobs {

    @Override
    public byte[] read(BlobId blob) throws IOException {
        return unreadable.read(blob, Use.NOTE, () -> repository.bytes(blob, maxReadBytes + 1));
    }

    @Override
    public byte[] head(BlobId blob, int maxBytes) throws IOException {
        return unreadable.read(blob, Use.FILE, () -> repository.bytes(blob, maxBytes));
    }
}
