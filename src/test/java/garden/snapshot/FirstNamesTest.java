package garden.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.NotePath;
import org.junit.jupiter.api.Test;

class FirstNamesTest {

    private static final NotePath OAK = new NotePath("oak.md");
    private static final NotePath ELM = new NotePath("elm.md");
    private static final NotePath ASH = new NotePath("ash.md");

    private static final String OAKS = FirstNames.EMPTY.identity(OAK);

    @Test
    void renamedNoteKeepsItsIdentity() {
        assertThat(FirstNames.EMPTY.plus(ELM, OAK).identity(ELM)).isEqualTo(OAKS);
    }

    @Test
    void nameUsedAgainIsAnotherNote() {
        FirstNames origins = FirstNames.EMPTY.plus(ELM, OAK);

        assertThat(origins.identity(OAK)).isNotEqualTo(OAKS);
        assertThat(origins.identity(OAK)).isNotEqualTo(origins.identity(ELM));
    }

    @Test
    void twoMadeOfOneAreTwo() {
        FirstNames origins = FirstNames.EMPTY.plus(ELM, OAK).plus(ASH, OAK);

        assertThat(origins.identity(ASH)).isEqualTo(OAKS);
        assertThat(origins.identity(ELM)).isNotEqualTo(OAKS);
    }

    @Test
    void identityTellsNoName() {
        assertThat(OAKS).matches("[0-9a-f]{32}");
    }

    @Test
    void whatIsTakenAwayLeavesNothing() {
        assertThat(FirstNames.EMPTY.plus(ELM, OAK).minus(ELM)).isEqualTo(FirstNames.EMPTY);
        assertThat(FirstNames.EMPTY.plus(ELM, OAK).plus(ELM, ELM)).isEqualTo(FirstNames.EMPTY);
        assertThat(FirstNames.EMPTY.plus(ELM, OAK).plus(ELM, ASH)).isEqualTo(FirstNames.EMPTY.plus(ELM, ASH));
    }
}
