package garden.page.picture;

import garden.markdown.model.PictureSize;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The segments of a JPEG up to the one that says its size (ITU T.81, B.1 and B.2.2), and what Exif in one of them says.
 * An offset out of {@code bytes} throws {@link IndexOutOfBoundsException}.
 */
record JpegHead(ByteBuffer bytes) {

    private static final int EXIF_SEGMENT = 0xE1;
    private static final int SCAN = 0xDA;
    private static final long EXIF = 0x457869660000L;

    Optional<PictureSize> size() {
        boolean isTurned = false;
        int at = 2;
        while (true) {
            int marker = Byte.toUnsignedInt(bytes.get(at + 1));
            if (Byte.toUnsignedInt(bytes.get(at)) != 0xFF || marker == SCAN) {
                return Optional.empty();
            } else if (marker == 0xFF) {
                at++; // Any number of these may stand before a marker.
            } else if (isFrame(marker)) {
                Optional<PictureSize> size = PictureSize.of(unsigned(at + 7), unsigned(at + 5));
                return isTurned ? size.map(PictureSize::turned) : size;
            } else {
                isTurned |= marker == EXIF_SEGMENT && isTurned(at + 4, at + 2 + unsigned(at + 2));
                at += 2 + Math.max(2, unsigned(at + 2));
            }
        }
    }

    /** Start of frame: all of the block but the tables of Huffman and arithmetic codes and the reserved one. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private boolean isTurned(int start, int end) {
        if (end - start < 14 || bytes.getLong(start) >>> 16 != EXIF) {
            return false;
        }
        int tiff = start + 6;
        return Exif.isTurned(bytes.slice(tiff, Math.min(end, bytes.limit()) - tiff));
    }

    private int unsigned(int offset) {
        return Short.toUnsignedInt(bytes.getShort(offset));
    }
}
