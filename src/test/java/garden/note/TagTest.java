package garden.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TagTest {

    @Test
    void lineageRunsFromTheOutermostTag() {
        assertThat(new Tag("usa/doe/ascr").lineage())
                .containsExactly(new Tag("usa"), new Tag("usa/doe"), new Tag("usa/doe/ascr"));
    }

    @Test
    void spellingsOfOneTagShareTheirKey() {
        assertThat(new Tag("USA/DOE").key()).isEqualTo(new Tag("usa/doe").key());
    }

    @Test
    void refusesWhatIsNoTag() {
        assertThatThrownBy(() -> new Tag("two words")).hasMessageContaining("found \"two words\"");
    }

    @Test
    void hasLimits() {
        assertThat(Tag.isWithinLimits("a/".repeat(29) + "a")).isTrue();
        assertThat(Tag.isWithinLimits("a/".repeat(30) + "a")).isFalse();
        assertThat(Tag.isWithinLimits("a".repeat(250))).isTrue();
        assertThat(Tag.isWithinLimits("a".repeat(251))).isFalse();
    }
}
