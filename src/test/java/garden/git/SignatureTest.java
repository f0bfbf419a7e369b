package garden.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {

    @ParameterizedTest
    @CsvSource({
        "Ada L. <ada@x> 1000000000 +0200, Ada L., 2001-09-09T01:46:40Z",
        "Ada <a>b> 1 +0000, Ada, 1970-01-01T00:00:01Z",
        "<ada@x> 1 +0000, '', 1970-01-01T00:00:01Z",
        "Ada <ada@x> 253402300799 +0000, Ada, 9999-12-31T23:59:59Z",
        "Ada <ada@x> 253402300800 +0000, Ada, 9999-12-31T23:59:59Z",
        "Ada <ada@x> 99999999999999999999 +0000, Ada, 9999-12-31T23:59:59Z",
        "Ada <ada@x> -5 +0000, Ada, 1970-01-01T00:00:00Z",
        "Ada <ada@x>, Ada, 1970-01-01T00:00:00Z",
        "Ada, Ada, 1970-01-01T00:00:00Z",
        "'', '', 1970-01-01T00:00:00Z",
    })
    void nameAndTimeAreRead(String line, String name, Instant time) {
        assertThat(Signature.parse(line)).isEqualTo(new Signature(name, time));
    }
}
