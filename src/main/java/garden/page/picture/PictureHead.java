package garden.page.picture;

import garden.markdown.model.PictureSize;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads how large a picture is from its first bytes. What is no picture, or is cut off before it says so, has no size; nothing that the bytes
 * say makes this fail. Forms: PNG, GIF89a (section 18), JPEG, BMP (BITMAPINFOHEADER), WebP (RFC 9649; its Exif is
 * not heeded, as browsers do not agree on it), AVIF, SVG 2.
 */
public final class PictureHead {

    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int GIF = 0x47494638;
    private static final int RIFF = 0x52494646;
    private static final int WEBP = 0x57454250;
    private static final int JPEG = 0xFFD8;
    private static final int BMP = 0x424D;

    /** The length of BITMAPINFOHEADER, which all but the oldest begin with in some later form. */
    private static final int MIN_BMP_HEADER = 40;

    private final ByteBuffer bytes;

    private PictureHead(byte[] head) {
        this.bytes = ByteBuffer.wrap(head);
    }

    /** {@code head} are the first bytes of a file, or all. */
    public static Optional<PictureSize> size(byte[] head) {
        try {
            return new PictureHead(head).size();
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private Optional<PictureSize> size() {
        if (bytes.limit() < Long.BYTES) {
            return Optional.empty();
        } else if (bytes.getLong(0) == PNG) {
            return new PngHead(bytes).size();
        } else if (bytes.getInt(0) == GIF) {
            return PictureSize.of(littleShort(6), littleShort(8));
        } else if (unsigned(0) == JPEG) {
            return new JpegHead(bytes).size();
        } else if (unsigned(0) == BMP && littleInt(14) >= MIN_BMP_HEADER) {
            return PictureSize.of(littleInt(18), Math.abs((long) littleInt(22)));
        } else if (bytes.getInt(0) == RIFF && bytes.getInt(8) == WEBP) {
            return webp();
        } else if (AvifHead.isOne(bytes)) {
            return new AvifHead(bytes).size();
        }
        return SvgHead.size(new String(bytes.array(), StandardCharsets.UTF_8));
    }

    private Optional<PictureSize> webp() {
        return switch (new String(bytes.array(), 12, 4, StandardCharsets.ISO_8859_1)) {
            case "VP8X" -> PictureSize.of(1 + little24(24), 1 + little24(27));
            case "VP8L" -> {
                int packed = littleInt(21);
                yield PictureSize.of(1 + (packed & 0x3FFF), 1 + (packed >>> 14 & 0x3FFF));
            }
            case "VP8 " -> PictureSize.of(littleShort(26) & 0x3FFF, littleShort(28) & 0x3FFF);
            default -> Optional.empty();
        };
    }

    private int unsigned(int offset) {
        return Short.toUnsignedInt(bytes.getShort(offset));
    }

    private int littleShort(int offset) {
        return Short.toUnsignedInt(Short.reverseBytes(bytes.getShort(offset)));
    }

    private int littleInt(int offset) {
        return Integer.reverseBytes(bytes.getInt(offset));
    }

    private int little24(int offset) {
        return littleShort(offset) | Byte.toUnsignedInt(bytes.get(offset + 2)) << 16;
    }
}
