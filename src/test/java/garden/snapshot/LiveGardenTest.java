package garden.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import garden.note.CommitId;
import garden.search.SearchIndex;
import garden.search.SearchView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LiveGardenTest {

    private static final Garden EMPTY = Garden.empty(SampleGardens.OPEN);

    @AutoClose
    private SearchIndex index;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        index = SearchIndex.open(folder, "test");
    }

    /** A view that nothing else has a part in: the index itself goes on to the next. */
    private SearchView view(String digit) throws IOException {
        index.apply(new CommitId(digit.repeat(40)), List.of(), List.of());
        index.clear();
        index.save();
        return index.view();
    }

    private static boolean isClosed(SearchView view) {
        boolean isOpen = view.tryRetain();
        if (isOpen) {
            view.release();
        }
        return !isOpen;
    }

    @Test
    void aViewIsClosedWhenTheNextIsPublishedAndNobodyReadsIt() throws IOException {
        SearchView first = view("1");
        LiveGarden live = new LiveGarden(new Snapshot(EMPTY, first));
        live.read(snapshot -> snapshot.search().notes());
        SearchView second = view("2");
        live.publish(new Snapshot(EMPTY, second));
        assertThat(isClosed(first)).isTrue();
        assertThat(isClosed(second)).isFalse();
    }

    @Test
    void aReaderKeepsItsViewUntilItIsDone() throws IOException {
        SearchView first = view("1");
        LiveGarden live = new LiveGarden(new Snapshot(EMPTY, first));
        SearchView second = view("2");
        boolean wasClosed = live.read(snapshot -> {
            live.publish(new Snapshot(EMPTY, second));
            return isClosed(first);
        });
        assertThat(wasClosed).isFalse();
        assertThat(isClosed(first)).isTrue();
    }

    @Test
    void aReaderWhoFailsGivesItsViewBack() throws IOException {
        SearchView first = view("1");
        LiveGarden live = new LiveGarden(new Snapshot(EMPTY, first));
        assertThatThrownBy(() -> live.read(snapshot -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        live.publish(new Snapshot(EMPTY, view("2")));
        assertThat(isClosed(first)).isTrue();
    }
}
