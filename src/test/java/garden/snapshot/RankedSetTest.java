package garden.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankedSetTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isTheSortedSetAfterEveryChange(long seed) {
        Random random = new Random(seed);
        TreeSet<Integer> expected = new TreeSet<>();
        RankedSet<Integer> set = RankedSet.empty();
        for (int step = 0; step < 300; step++) {
            int element = random.nextInt(60);
            if (random.nextInt(3) > 0) {
                expected.add(element);
                set = set.plus(element);
            } else {
                expected.remove(element);
                set = set.minus(element);
            }
            assertThat(set.list(each -> each))
                    .as("seed %d, step %d", seed, step)
                    .containsExactlyElementsOf(expected);
        }
    }

    @Test
    void theSetBeforeStaysAsItWas() {
        RankedSet<Integer> before = RankedSet.<Integer>empty().plus(1).plus(3);
        assertThat(before.plus(2).size()).isEqualTo(3);
        assertThat(before.minus(3).size()).isEqualTo(1);
        assertThat(before.list(each -> each)).containsExactly(1, 3);
    }

    @Test
    void thePartOfAListAsksForNothingOutsideOfIt() {
        RankedSet<Integer> set = RankedSet.empty();
        for (int i = 0; i < 10_000; i++) {
            set = set.plus(i);
        }
        List<Integer> asked = new ArrayList<>();
        List<Integer> list = set.list(each -> {
            asked.add(each);
            return each;
        });
        assertThat(List.copyOf(list.subList(9_990, 9_993))).containsExactly(9_990, 9_991, 9_992);
        assertThat(asked).containsExactly(9_990, 9_991, 9_992);
    }
}
