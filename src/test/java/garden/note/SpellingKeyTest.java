package garden.note;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Old Elm|old-elm",
                "Old_Elm|old-elm",
                "AT&T & friends|AT-and-T--and--friends",
                "100%|100-percent",
                "why? how?|why-how",
                "Government's role|government’s-role",
                "comma, here|comma-here",
                "cafe\u0301|CAFÉ",
                "-leading space|leading-space",
            })
    void spellingsOfOneAddressAreOne(String one, String other) {
        assertThat(new SpellingKey(one)).isEqualTo(new SpellingKey(other));
    }

    @ParameterizedTest
    @CsvSource({"trees,trees/", "c,c++", "a.b,ab", "a/b,a-b", "!,?", "木,林"})
    void differentAddressesStayTwo(String one, String other) {
        assertThat(new SpellingKey(one)).isNotEqualTo(new SpellingKey(other));
    }
}
