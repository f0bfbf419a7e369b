package garden.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankedIndexBuilderTest {

    /** A number that counts how often it is compared. */
    private record Counted(int number, AtomicInteger comparisons) implements Comparable<Counted> {

        @Override
        public int compareTo(Counted other) {
            comparisons.incrementAndGet();
            return Integer.compare(number, other.number);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsGatheredIsAsWhatIsPutOneByOne(long seed) {
        Random random = new Random(seed);
        RankedIndexBuilder<Integer, Integer> gathering =
                new RankedIndexBuilder<>(RankedIndex.<Integer, Integer>empty());
        RankedIndex<Integer, Integer> index = RankedIndex.empty();
        for (int step = 0; step < 400; step++) {
            Membership membership = Membership.of(random.nextInt(8) > 0);
            int key = random.nextInt(5);
            int value = random.nextInt(40);
            gathering.put(membership, key, value);
            RankedIndexBuilder<Integer, Integer> single = new RankedIndexBuilder<>(index);
            single.put(membership, key, value);
            index = single.index();
            if (random.nextInt(50) == 0) {
                assertThat(gathering.index()).as("seed %d, step %d", seed, step).isEqualTo(index);
            }
        }
        assertThat(gathering.index()).isEqualTo(index);
    }

    @Test
    void aKeyWithoutValuesDoesNotExist() {
        RankedIndexBuilder<Integer, Integer> builder = new RankedIndexBuilder<>(RankedIndex.<Integer, Integer>empty());
        builder.put(Membership.IN, 1, 10);
        builder.put(Membership.OUT, 1, 10);
        assertThat(builder.index()).isEqualTo(RankedIndex.<Integer, Integer>empty());
    }

    /** To insert one after the other would ask for the position of each: about 13 comparisons of 10,000 that come in order. */
    @Test
    void aFirstListIsSortedAtOnce() {
        AtomicInteger comparisons = new AtomicInteger();
        RankedSetBuilder<Counted> builder = new RankedSetBuilder<>(RankedSet.<Counted>empty());
        for (int i = 0; i < 10_000; i++) {
            builder.put(Membership.IN, new Counted(i, comparisons));
        }
        assertThat(builder.set().size()).isEqualTo(10_000);
        assertThat(comparisons.get()).isLessThan(50_000);
    }
}
