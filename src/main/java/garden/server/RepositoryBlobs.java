package garden.server;

import garden.git.SeekableBlobs;
import garden.note.BlobId;
import garden.page.note.UnreadableBlobException.Use;
import garden.web.answer.BlobSource;
import java.io.IOException;
import java.io.InputStream;

/** The web's door to the bytes of files. */
record RepositoryBlobs(SeekableBlobs blobs, UnreadableBlobs unreadable) implements BlobSource {

    @Override
    public long size(BlobId blob) throws IOException {
        return unreadable.read(blob, Use.FILE, () -> blobs.size(blob));
    }

    @Override
    public InputStream stream(BlobId blob, long offset, long length) throws IOException {
        return unreadable.read(blob, Use.FILE, () -> blobs.stream(blob, offset, length));
    }
}
