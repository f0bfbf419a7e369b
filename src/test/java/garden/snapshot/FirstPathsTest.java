package garden.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.NotePath;
import org.junit.jupiter.api.Test;

class FirstPathsTest {

    private static final NotePath OAK = new NotePath("oak.md");
    private static final NotePath ELM = new NotePath("elm.md");
    private static final NotePath ASH = new NotePath("ash.md");

    private static final String OAKS = FirstPaths.EMPTY.identity(OAK);

    @Test
    void renamedNoteKeepsItsIdentity() {
        assertThat(FirstPaths.EMPTY.plus(ELM, OAK).identity(ELM)).isEqualTo(OAKS);
    }

    @Test
    void nameUsedAgainIsAnotherNote() {
        FirstPaths firstPaths = FirstPaths.EMPTY.plus(ELM, OAK);

        assertThat(firstPaths.identity(OAK)).isNotEqualTo(OAKS);
        assertThat(firstPaths.identity(OAK)).isNotEqualTo(firstPaths.identity(ELM));
    }

    @Test
    void twoMadeOfOneAreTwo() {
        FirstPaths firstPaths = FirstPaths.EMPTY.plus(ELM, OAK).plus(ASH, OAK);

        assertThat(firstPaths.identity(ASH)).isEqualTo(OAKS);
        assertThat(firstPaths.identity(ELM)).isNotEqualTo(OAKS);
    }

    @Test
    void identityTellsNoName() {
        assertThat(OAKS).matches("[0-9a-f]{32}");
    }

    @Test
    void whatIsTakenAwayLeavesNothing() {
        assertThat(FirstPaths.EMPTY.plus(ELM, OAK).minus(ELM)).isEqualTo(FirstPaths.EMPTY);
        assertThat(FirstPaths.EMPTY.plus(ELM, OAK).plus(ELM, ELM)).isEqualTo(FirstPaths.EMPTY);
        assertThat(FirstPaths.EMPTY.plus(ELM, OAK).plus(ELM, ASH)).isEqualTo(FirstPaths.EMPTY.plus(ELM, ASH));
    }
}
