package garden.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenersTest {

    private final List<String> told = new ArrayList<>();

    @Test
    void oneThatThrowsKeepsNothingFromTheOthers() throws Exception {
        Listeners<String> listeners = new Listeners<String>()
                .add("first", told::add)
                .add("broken", news -> {
                    if (news.equals("bad")) {
                        throw new StackOverflowError();
                    }
                })
                .add("last", told::add);
        listeners.tell("bad");
        assertThat(told).containsExactly("bad", "bad");
        assertThat(listeners.failing()).containsOnlyKeys("broken");
        listeners.tell("good");
        assertThat(told).containsExactly("bad", "bad", "good", "good");
        assertThat(listeners.failing()).isEmpty();
    }
}
