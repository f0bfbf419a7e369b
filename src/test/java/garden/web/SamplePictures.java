package garden.web;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Small pictures, 40 pixels wide and 30 high as they are stored, that Exif turns or not. */
final class SamplePictures {

    private static final int[] ORIENTATIONS = {1, 3, 6, 8};

    private SamplePictures() {}

    /** JPEG, PNG with Exif before and behind its data, and WebP, by file name. */
    static SortedMap<String, byte[]> turned() {
        SortedMap<String, byte[]> pictures = new TreeMap<>();
        pictures.put("plain.bmp", drawn("bmp"));
        pictures.put("plain.gif", drawn("gif"));
        for (int orientation : ORIENTATIONS) {
            byte[] exif = hex("4D4D002A00000008 0001 0112 0003 00000001 000" + orientation + " 0000 00000000");
            pictures.put("jpeg-" + orientation + ".jpg", with(drawn("jpg"), segment(exif), 2));
            byte[] png = drawn("png");
            pictures.put("png-" + orientation + ".png", with(png, chunk(exif), 33));
            pictures.put("png-behind-" + orientation + ".png", with(png, chunk(exif), png.length - 12));
            pictures.put("webp-" + orientation + ".webp", webp(exif));
        }
        return pictures;
    }

    private static byte[] drawn(String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] segment(byte[] exif) {
        return joined(hex("FFE1 %04X 457869660000".formatted(exif.length + 8)), exif);
    }

    private static byte[] chunk(byte[] exif) {
        byte[] named = joined(hex("65584966"), exif);
        CRC32 sum = new CRC32();
        sum.update(named);
        return joined(hex("%08X".formatted(exif.length)), named, hex("%08X".formatted(sum.getValue())));
    }

    /** One colour, without loss (RFC 9649): VP8X, VP8L and EXIF, its three chunks. */
    private static byte[] webp(byte[] exif) {
        byte[] chunks = joined(
                hex("57454250 56503858 0A000000 08000000 270000 1D0000 5650384C 0C000000 2F 27400700 88880800 000000"),
                hex("45584946 %02X000000".formatted(exif.length)),
                exif);
        return joined(hex("52494646 %02X000000".formatted(chunks.length)), chunks);
    }

    private static byte[] with(byte[] whole, byte[] part, int at) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(whole, 0, at);
        out.writeBytes(part);
        out.write(whole, at, whole.length - at);
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }
}
