package garden.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentCodeTest {

    @Test
    void aPathKeepsWhatMayStandInASegment() {
        assertThat(PercentCode.encodePath("a/B-._~!$&'()*+,;=:@9")).isEqualTo("a/B-._~!$&'()*+,;=:@9");
        assertThat(PercentCode.encodePath(" \"#%<>?[\\]^`{|}\u007f\n"))
                .isEqualTo("%20%22%23%25%3C%3E%3F%5B%5C%5D%5E%60%7B%7C%7D%7F%0A");
        assertThat(PercentCode.encodePath("é’林🌳")).isEqualTo("%C3%A9%E2%80%99%E6%9E%97%F0%9F%8C%B3");
    }

    @Test
    void aValueKeepsNothingThatAFormWouldRead() {
        assertThat(PercentCode.encodeValue("a b+c&d=e;f/g'h~")).isEqualTo("a%20b%2Bc%26d%3De%3Bf%2Fg%27h~");
    }

    @Test
    void everyCharacterComesBack() {
        for (int c = 1; c <= Character.MAX_CODE_POINT; c += c < 0x3000 ? 1 : 97) {
            if (Character.getType(c) != Character.SURROGATE) {
                String text = Character.toString(c);
                assertThat(PercentCode.decode(PercentCode.encodePath(text))).contains(text);
                assertThat(PercentCode.decode(PercentCode.encodeValue(text))).contains(text);
            }
        }
    }

    @Test
    void decodesOnceAndInEitherCase() {
        assertThat(PercentCode.decode("%c3%A9")).contains("é");
        assertThat(PercentCode.decode("%252F")).contains("%2F");
        assertThat(PercentCode.decode("a+b é")).contains("a+b é");
        assertThat(PercentCode.decode("")).contains("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "a%",
                "%4",
                "%4g",
                "%-1",
                "%+1",
                "%%41",
                "%00",
                "a\0",
                "%80",
                "%c3",
                "%C0%AF",
                "%ED%A0%80",
                "%F5%80%80%80"
            })
    void whatIsNoTextIsNothing(String encoded) {
        assertThat(PercentCode.decode(encoded)).isEmpty();
    }

    /** CommonMark 0.31, section 6.3: parentheses and brackets end a target, a backslash or an escape is undone, {@code #} begins a fragment. */
    @Test
    void aTargetOfALinkHoldsNothingThatEndsIt() {
        assertThat(PercentCode.encodeTarget("trees/old elm (1)?<b>#50%\\é.md"))
                .isEqualTo("trees/old%20elm%20%281%29%3F%3Cb%3E%2350%25%5C%C3%A9.md");
        assertThat(PercentCode.encodeTarget("a-b_c.d~e+f!g*h',i@j=k;l:m/n$o&p"))
                .isEqualTo("a-b_c.d~e+f!g*h',i@j=k;l:m/n$o&p");
    }
}
