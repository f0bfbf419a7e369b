package garden.page;

import garden.markdown.PictureSize;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The segments of a JPEG up to the one that says its size (ITU T.81, B.1 and B.2.2), and how Exif says it is to be turned (CIPA DC-008, 4.6.4).
 * An offset out of {@code bytes} throws {@link IndexOutOfBoundsException}.
 */
record JpegHead(ByteBuffer bytes) {

    private static final int EXIF_SEGMENT = 0xE1;
    private static final int SCAN = 0xDA;
    private static final long EXIF = 0x457869660000L;
    private static final int ORIENTATION = 0x0112;
    private static final int LITTLE_ENDIAN = 0x4949;

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

    /** Orientations 5 to 8 lay the picture on its side. */
    private boolean isTurned(int start, int end) {
        if (end - start < 14 || bytes.getLong(start) >>> 16 != EXIF) {
            return false;
        }
        int tiffStart = start + 6;
        ByteBuffer tiff = bytes.slice(tiffStart, Math.min(end, bytes.limit()) - tiffStart);
        tiff.order(tiff.getShort(0) == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return false;
        }
        int entries = Math.min(Short.toUnsignedInt(tiff.getShort(directory)), (tiff.limit() - directory - 2) / 12);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
                int orientation = Short.toUnsignedInt(tiff.getShort(entry + 8));
                return orientation >= 5 && orientation <= 8;
            }
        }
        return false;
    }

    private int unsigned(int offset) {
        return Short.toUnsignedInt(bytes.getShort(offset));
    }
}
