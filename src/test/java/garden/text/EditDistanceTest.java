package garden.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditDistanceTest {

    @Test
    void countsEdits() {
        assertThat(EditDistance.between("port", "port")).isZero();
        assertThat(EditDistance.between("port", "prot")).isEqualTo(1);
        assertThat(EditDistance.between("port", "por")).isEqualTo(1);
        assertThat(EditDistance.between("port", "sport")).isEqualTo(1);
        assertThat(EditDistance.between("port", "host")).isEqualTo(2);
        assertThat(EditDistance.between("port", "")).isEqualTo(4);
    }

    @Test
    void aLongTextIsFarFromAnyName() {
        assertThat(EditDistance.isTypo("maxRefsPerPush", "x".repeat(1_000_000))).isFalse();
    }
}
