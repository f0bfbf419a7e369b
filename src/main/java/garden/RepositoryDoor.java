package garden;

import garden.git.SeekableBlobs;
import garden.note.BlobId;
import garden.web.BlobDoor;
import java.io.IOException;
import java.io.InputStream;

/** The web's door to the bytes of files. */
record RepositoryDoor(SeekableBlobs blobs) implements BlobDoor {

    @Override
    public long size(BlobId blob) throws IOException {
        return blobs.size(blob);
    }

    @Override
    public InputStream stream(BlobId blob, long offset, long length) throws IOException {
        return blobs.stream(blob, offset, length);
    }
}
