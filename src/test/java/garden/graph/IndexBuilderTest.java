package garden.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexBuilderTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsGatheredIsAsWhatIsAddedOneByOne(long seed) {
        Random random = new Random(seed);
        IndexBuilder<Integer, Integer> builder = new IndexBuilder<>(Index.<Integer, Integer>empty());
        Index<Integer, Integer> index = Index.empty();
        for (int step = 0; step < 400; step++) {
            int key = random.nextInt(5);
            int value = random.nextInt(40);
            if (random.nextInt(8) > 0) {
                builder.plus(key, value);
                index = index.plus(key, value);
            } else {
                builder.minus(key, value);
                index = index.minus(key, value);
            }
            if (random.nextInt(50) == 0) {
                assertThat(builder.index()).as("seed %d, step %d", seed, step).isEqualTo(index);
            }
        }
        assertThat(builder.index()).isEqualTo(index);
    }
}
