package garden.page.picture;

import garden.markdown.model.PictureSize;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;

/**
 * The chunks of a PNG up to its first data (W3C PNG, 5.3, 11.2.1 and 11.3.3.2). An offset out of {@code bytes} throws
 * {@link IndexOutOfBoundsException}.
 */
record PngHead(ByteBuffer bytes) {

    private static final int FIRST_CHUNK = 8;
    private static final int DATA = 0x49444154;
    private static final int END = 0x49454E44;
    private static final int EXIF = 0x65584966;

    /** Laid on its side where Exif before the data says so; browsers heed none behind it. */
    Optional<PictureSize> size() {
        Optional<PictureSize> size = PictureSize.of(bytes.getInt(16), bytes.getInt(20));
        boolean isTurned = false;
        int at = FIRST_CHUNK;
        for (int kind = bytes.getInt(at + 4); kind != DATA && kind != END; kind = bytes.getInt(at + 4)) {
            int length = bytes.getInt(at);
            isTurned |= kind == EXIF && length >= 8 && Exif.isTurned(bytes.slice(at + 8, length));
            at = (int) Objects.checkIndex(at + 12L + Integer.toUnsignedLong(length), (long) bytes.limit());
        }
        return isTurned ? size.map(PictureSize::turned) : size;
    }
}
