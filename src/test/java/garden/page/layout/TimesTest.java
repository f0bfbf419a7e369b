package garden.page.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "2024-03-12T08:15:00.665682884Z,2024-03-12T08:15:00Z",
        "2024-03-12T08:15:59.999Z,2024-03-12T08:15:59Z",
        "1969-12-31T23:59:59.5Z,1969-12-31T23:59:59Z",
        "2024-03-12T00:00:00Z,2024-03-12T00:00:00Z",
    })
    void machinesAreToldWholeSeconds(String instant, String expected) {
        assertThat(Times.iso(Instant.parse(instant))).isEqualTo(expected);
    }
}
