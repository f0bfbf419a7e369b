package garden.web;

import garden.note.BlobId;
import java.io.IOException;
import java.io.InputStream;

/** The narrow door to git: the bytes of a file whose content is known. */
public interface BlobDoor {

    /** How many bytes {@code blob} has. */
    long size(BlobId blob) throws IOException;

    /** The bytes from {@code offset} on; closed by the caller. */
    InputStream stream(BlobId blob, long offset) throws IOException;
}
