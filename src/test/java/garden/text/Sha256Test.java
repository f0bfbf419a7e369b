package garden.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {

    /** The example of FIPS 180-4, appendix B.1 of its edition of 2002. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void isThatOfTheStandard() {
        assertThat(Sha256.hex("abc")).isEqualTo(ABC);
        assertThat(Sha256.of("abc")).hasSize(32).startsWith(0xba, 0x78);
    }

    @Test
    void textIsItsBytesInUtf8() {
        String umlaut = "81ebde1caf9e7d7aa97ce16060ea51d4008a149d93f692dcb6bf23e1789752ca";
        assertThat(Sha256.hex("Öl")).isEqualTo(umlaut);
        assertThat(Sha256.hex("Öl".getBytes(StandardCharsets.UTF_8))).isEqualTo(umlaut);
    }
}
