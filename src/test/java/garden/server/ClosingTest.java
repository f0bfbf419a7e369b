package garden.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {

    @Test
    void whatWasOpenedLastIsClosedFirst() {
        List<String> closed = new ArrayList<>();
        Closing closing = new Closing();
        closing.add(() -> closed.add("folder"));
        closing.add(() -> closed.add("repository"));
        closing.add(() -> closed.add("server"));

        closing.close();
        closing.close();

        assertThat(closed).containsExactly("server", "repository", "folder");
    }

    @Test
    void aFailureStopsNoOther() {
        List<String> closed = new ArrayList<>();
        Closing closing = new Closing();
        closing.add(() -> closed.add("folder"));
        closing.add(() -> {
            throw new IOException("disk full");
        });
        closing.add(() -> closed.add("server"));

        closing.close();

        assertThat(closed).containsExactly("server", "folder");
    }
}
