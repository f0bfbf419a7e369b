package garden.web.answer;

import garden.note.BlobId;
import java.io.IOException;
import java.io.InputStream;

/**
 * The narrow door to git: the bytes of a file whose content is known. Fails with {@link garden.page.note.UnreadableBlobException} when the
 * repository lacks them.
 */
public interface BlobSource {

    /** How many bytes {@code blob} has. */
    long size(BlobId blob) throws IOException;

    /**
     * {@code length} bytes from {@code offset} on; closed by the caller. Costs these, and not the file.
     *
     * @throws IOException also when the blob has fewer, at the latest while it is read
     */
    InputStream stream(BlobId blob, long offset, long length) throws IOException;
}
