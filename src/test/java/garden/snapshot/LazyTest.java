package garden.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class LazyTest {

    @Test
    void whatIsKnownIsNotComputedAgain() {
        Deque<String> left = new ArrayDeque<>(List.of("first", "second"));
        Lazy<String> lazy = new Lazy<>(left::pop);
        assertThat(left).as("before it is asked for").hasSize(2);
        assertThat(List.of(lazy.get(), lazy.get())).containsExactly("first", "first");
    }

    @Test
    void whatFailedIsComputedForTheNextWhoAsks() {
        Deque<Integer> divisors = new ArrayDeque<>(List.of(0, 2));
        Lazy<Integer> lazy = new Lazy<>(() -> 8 / divisors.pop());
        assertThatThrownBy(lazy::get).isInstanceOf(ArithmeticException.class);
        assertThat(lazy.get()).isEqualTo(4);
    }
}
