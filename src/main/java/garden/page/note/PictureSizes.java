package garden.page.note;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import garden.markdown.model.PictureSize;
import garden.note.BlobId;
import garden.page.picture.PictureHead;
import java.io.IOException;
import java.util.Optional;

/** How large the pictures of a garden are, each read once from its first bytes and known by its content from then on. Thread-safe. */
final class PictureSizes {

    /** Most say it at once; a camera may put a preview and a profile of colours before it, a drawing program its drawing. */
    private static final int[] MAX_BYTES = {4 << 10, 512 << 10, 8 << 20};

    private static final int KEPT = 50_000;

    private final NoteBodies.Blobs blobs;
    private final Cache<BlobId, Optional<PictureSize>> sizes =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    PictureSizes(NoteBodies.Blobs blobs) {
        this.blobs = blobs;
    }

    /** Empty when the file is no picture that says its size, or cannot be read, which is not kept. */
    Optional<PictureSize> of(BlobId blob) {
        Optional<PictureSize> known = sizes.getIfPresent(blob);
        if (known != null) {
            return known;
        }
        try {
            Optional<PictureSize> size = read(blob);
            sizes.put(blob, size);
            return size;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<PictureSize> read(BlobId blob) throws IOException {
        for (int maxBytes : MAX_BYTES) {
            byte[] head = blobs.head(blob, maxBytes);
            Optional<PictureSize> size = PictureHead.size(head);
            if (size.isPresent() || head.length < maxBytes) {
                return size;
            }
        }
        return Optional.empty();
    }
}
