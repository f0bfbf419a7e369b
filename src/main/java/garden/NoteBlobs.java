package garden;

import garden.git.NotesRepository;
import garden.note.BlobId;
import garden.page.NoteBodies;
import java.io.IOException;

/**
 * The bytes of notes and the first bytes of pictures, from the repository.
 *
 * @param maxReadBytes of a longer note one byte more is read, which tells that it is longer
 */
record NoteBlobs(NotesRepository repository, int maxReadBytes) implements NoteBodies.Blobs {

    @Override
    public byte[] read(BlobId blob) throws IOException {
        return repository.bytes(blob, maxReadBytes + 1);
    }

    @Override
    public byte[] head(BlobId blob, int maxBytes) throws IOException {
        return repository.bytes(blob, maxBytes);
    }
}
