package garden.page.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How Exif says that a picture is to be turned when it is shown (CIPA DC-008, 4.6.4). */
final class Exif {

    private static final int ORIENTATION = 0x0112;
    private static final int LITTLE_ENDIAN = 0x4949;

    private Exif() {}

    /**
     * Whether the picture is laid on its side, as orientations 5 to 8 do; {@code tiff} begins with the order of its bytes. An offset out of
     * it throws {@link IndexOutOfBoundsException}.
     */
    static boolean isTurned(ByteBuffer tiff) {
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
}
