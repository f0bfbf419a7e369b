package garden.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloseStackTest {

    @Test
    void whatWasOpenedLastIsClosedFirst() {
        List<String> closed = new ArrayList<>();
        CloseStack closeStack = new CloseStack();
        closeStack.add(() -> closed.add("folder"));
        closeStack.add(() -> closed.add("repository"));
        closeStack.add(() -> closed.add("server"));

        closeStack.close();
        closeStack.close();

        assertThat(closed).containsExactly("server", "repository", "folder");
    }

    @Test
    void aFailureStopsNoOther() {
        List<String> closed = new ArrayList<>();
        CloseStack closeStack = new CloseStack();
        closeStack.add(() -> closed.add("folder"));
        closeStack.add(() -> {
            throw new IOException("disk full");
        });
        closeStack.add(() -> closed.add("server"));

        closeStack.close();

        assertThat(closed).containsExactly("server", "folder");
    }
}
