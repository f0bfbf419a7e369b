package garden.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemoteTextTest {

    @Test
    void ordinaryTextStaysAsItIs() {
        assertThat(RemoteText.line("1 link broken:  été.md:7  [[Elm]] 🌳"))
                .isEqualTo("1 link broken:  été.md:7  [[Elm]] 🌳");
    }

    @Test
    void whatATerminalWouldObeyBecomesASpace() {
        assertThat(RemoteText.line("\u001b]0;title\u0007a\r\nb\u009b31mc\u202ed\u2028e"))
                .isEqualTo("]0;title a b 31mc d e");
    }

    @Test
    void longLinesAreCut() {
        assertThat(RemoteText.line("x".repeat(401))).isEqualTo("x".repeat(400) + "…");
        assertThat(RemoteText.line("🌳".repeat(400))).isEqualTo("🌳".repeat(400));
    }

    @Test
    void manyLinesAreCounted() {
        List<String> lines = RemoteText.lines(Collections.nCopies(203, "a"));

        assertThat(lines).hasSize(201).endsWith("and 3 more lines");
    }
}
