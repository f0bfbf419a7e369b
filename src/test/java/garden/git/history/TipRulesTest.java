package garden.git.history;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.CommitId;
import org.junit.jupiter.api.Test;

class TipRulesTest {

    @Test
    void ignoredCommitsAreReadAsGitDoes() {
        String one = "a".repeat(40);
        String two = "b".repeat(40);

        assertThat(TipRules.commits("# why\n" + one + "\n\n  " + two + " # and why\r\nabc\n" + "g".repeat(40)))
                .containsExactlyInAnyOrder(new CommitId(one), new CommitId(two));
        assertThat(TipRules.commits("")).isEmpty();
    }

    @Test
    void mailmapNamesPeopleByAddressAndByName() {
        Mailmap mailmap = Mailmap.parse("""
            # people
            Ada Lovelace <ada@x> # herself
            Grace Hopper <grace@x> <old@y>
            Only One <shared@z> One <shared@z>
            <new@x> <older@x>
            nonsense
            """);

        assertThat(mailmap.name("ada", "ADA@x")).isEqualTo("Ada Lovelace");
        assertThat(mailmap.name("g", "old@y")).isEqualTo("Grace Hopper");
        assertThat(mailmap.name("One", "shared@z")).isEqualTo("Only One");
        assertThat(mailmap.name("Other", "shared@z")).isEqualTo("Other");
        assertThat(mailmap.name("kept", "older@x")).isEqualTo("kept");
    }
}
