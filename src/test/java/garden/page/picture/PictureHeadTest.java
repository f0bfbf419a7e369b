package garden.page.picture;

import static org.assertj.core.api.Assertions.assertThat;

import garden.markdown.model.PictureSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureHeadTest {

    private static final String RIFF = "524946460000000057454250";

    private static final String PNG = "89504E470D0A1A0A 0000000D 49484452";

    /** Colours, checksum, and the first chunk of data. */
    private static final String REST = "0802000000 00000000 00000000 49444154";

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static byte[] drawn(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static byte[] with(byte[] plain, byte[] part, int at) {
        byte[] whole = Arrays.copyOf(plain, plain.length + part.length);
        System.arraycopy(part, 0, whole, at, part.length);
        System.arraycopy(plain, at, whole, at + part.length, plain.length - at);
        return whole;
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void aDrawnPictureHasItsSize(String format) throws IOException {
        assertThat(PictureHead.size(drawn(format))).contains(new PictureSize(40, 30));
    }

    /** Exif's orientations 5 to 8 lay the picture on its side (CIPA DC-008, 4.6.4). */
    @ParameterizedTest
    @CsvSource({"1,40,30", "3,40,30", "5,30,40", "6,30,40", "8,30,40", "9,40,30"})
    void aPhotographIsTurnedAsExifSays(int orientation, int width, int height) throws IOException {
        byte[] exif = bytes("FFE1 0022 457869660000 4D4D002A00000008 0001 0112 0003 00000001 000%d 0000 00000000"
                .formatted(orientation));
        byte[] plain = drawn("jpg");
        assertThat(PictureHead.size(with(plain, exif, 2))).contains(new PictureSize(width, height));
    }

    /** Of a PNG's Exif, browsers heed what stands before the picture's data (W3C PNG, 11.3.3.2, lets it stand on either side). */
    @ParameterizedTest
    @CsvSource({"6,33,30,40", "8,33,30,40", "3,33,40,30", "6,-12,40,30"})
    void aPngIsTurnedAsExifBeforeItsDataSays(int orientation, int place, int width, int height) throws IOException {
        byte[] exif = bytes("0000001A 65584966 4D4D002A00000008 0001 0112 0003 00000001 000%d 0000 00000000 00000000"
                .formatted(orientation));
        byte[] plain = drawn("png");
        int at = place < 0 ? plain.length + place : place;
        assertThat(PictureHead.size(with(plain, exif, at))).contains(new PictureSize(width, height));
    }

    @ParameterizedTest
    @CsvSource({
        "424D 00000000 00000000 36000000 28000000 90010000 D4FEFFFF 0100 1800,400,300",
        RIFF + "56503858 0A000000 00000000 8F0100 2B0100,400,300",
        RIFF + "5650384C 05000000 2F 8FC14A00,400,300",
        RIFF + "56503820 00000000 000000 9D012A 9001 2C01,400,300",
        "0000001C66747970617669660000000061766966 6D696631 6D696166"
                + "0000003C6D65746100000000 00000030 69707270 00000028 6970636F"
                + " 00000014 69737065 00000000 00000190 0000012C 00000009 69726F74 01 000000,300,400",
    })
    void otherFormatsSayTheirs(String hex, int width, int height) {
        assertThat(PictureHead.size(bytes(hex))).contains(new PictureSize(width, height));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<svg width='40' height='30px'>|40|30",
                "<?xml version='1.0'?><!-- a - > b --><!DOCTYPE svg> <svg viewBox='0 0 40 30'/>|40|30",
                "<svg viewBox='0,0,4,3' width='80'>|80|60",
                "<svg viewBox=\"0 0 4 3\" height=\"30\">|40|30",
                "<svg viewBox='0 0 40 30' width='100%' height='100%'>|40|30",
            })
    void aDrawingHasTheSizeOfItsViewBoxUnlessItSaysAnother(String svg, int width, int height) {
        assertThat(PictureHead.size(svg.getBytes(StandardCharsets.UTF_8))).contains(new PictureSize(width, height));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg>",
                "<html><svg width='1' height='1'>",
                "version https://git-lfs.github.com/spec/v1",
                "<!--"
            })
    void whatSaysNoSizeHasNone(String text) {
        assertThat(PictureHead.size(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void noCutAndNoWrongByteMakesItFail(String format) throws IOException {
        byte[] whole = drawn(format);
        Random random = new Random(9);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            Optional<PictureSize> size = PictureHead.size(cut);
            assertThat(size).isIn(Optional.empty(), Optional.of(new PictureSize(40, 30)));
            byte[] wrong = whole.clone();
            wrong[length] = (byte) random.nextInt(256);
            assertThat(PictureHead.size(wrong)).isNotNull();
        }
    }

    @Test
    void aSizeThatNoScreenHasIsNotBelieved() {
        assertThat(PictureHead.size(bytes(PNG + "00000001 00000001" + REST))).isPresent();
        assertThat(PictureHead.size(bytes(PNG + "7FFFFFFF 00000001" + REST))).isEmpty();
        assertThat(PictureHead.size(bytes(PNG + "00000000 00000001" + REST))).isEmpty();
    }
}
