package garden.page.picture;

import garden.markdown.model.PictureSize;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The boxes of an AVIF that say its size and its turn: {@code meta}, {@code iprp}, {@code ipco}, {@code ispe}, {@code irot} (ISO 23008-12,
 * 6.5). Of several sizes, as of the tiles of a grid or of a preview, the largest is that of the whole. Used once.
 */
final class AvifHead {

    private static final int FTYP = 0x66747970;
    private static final int META = 0x6D657461;
    private static final int IPRP = 0x69707270;
    private static final int IPCO = 0x6970636F;
    private static final int ISPE = 0x69737065;
    private static final int IROT = 0x69726F74;

    private final ByteBuffer bytes;
    private @Nullable PictureSize largest;
    private boolean isTurned;

    AvifHead(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Whether a file begins as this family of formats does. */
    static boolean isOne(ByteBuffer bytes) {
        return bytes.getInt(4) == FTYP;
    }

    Optional<PictureSize> size() {
        read(0, bytes.limit());
        Optional<PictureSize> size = Optional.ofNullable(largest);
        return isTurned ? size.map(PictureSize::turned) : size;
    }

    private void read(int start, int end) {
        int at = start;
        while (at + 8 <= end) {
            long length = Integer.toUnsignedLong(bytes.getInt(at));
            if (length < 8) {
                return;
            }
            int stop = (int) Math.min(end, at + length);
            switch (bytes.getInt(at + 4)) {
                case META -> read(at + 12, stop);
                case IPRP, IPCO -> read(at + 8, stop);
                case ISPE -> learn(at);
                case IROT -> isTurned = isTurned || bytes.get(at + 8) % 2 != 0;
                default -> {}
            }
            at = stop;
        }
    }

    private void learn(int box) {
        PictureSize.of(bytes.getInt(box + 12), bytes.getInt(box + 16))
                .filter(size -> largest == null || AREA.compare(size, largest) > 0)
                .ifPresent(size -> largest = size);
    }

    private static final Comparator<PictureSize> AREA =
            Comparator.comparingLong(size -> (long) size.width() * size.height());
}
