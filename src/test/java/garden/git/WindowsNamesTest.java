package garden.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CON",
                "con.md",
                "a/Aux/b.md",
                "NUL.tar.gz",
                "nul .txt",
                "com1.md",
                "LPT9",
                "COM\u00b2",
                "CONIN$",
                "why?.md",
                "a: b.md",
                "a\\b.md",
                "star*.md",
                "a\"b.md",
                "<a>.md",
                "a|b",
                "a\tb.md",
                "dot.",
                "dot./a.md",
                "space ",
                "space /a.md"
            })
    void windowsCannotHoldThem(String path) {
        assertThat(WindowsNames.isHeld(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oak.md",
                "console.md",
                "aux1.md",
                "com10.md",
                "com.md",
                "a.con",
                ".gitignore",
                "a b/c.d.md",
                "\u00e9t\u00e9.md",
                "what (1).md",
                "a's \u2013 b!.md"
            })
    void windowsHoldsThem(String path) {
        assertThat(WindowsNames.isHeld(path)).isTrue();
    }
}
