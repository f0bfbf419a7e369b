package garden.sync;

import static org.assertj.core.api.Assertions.assertThat;

import garden.graph.LinkGraph;
import garden.note.CommitId;
import garden.note.Note;
import garden.note.ParsedNote;
import garden.note.SampleNotes;
import garden.search.Query;
import garden.search.SearchIndex;
import garden.search.SearchView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFeedTest {

    private static final CommitId COMMIT = new CommitId("1".repeat(40));
    private static final SampleNotes NOTES = SampleNotes.of("--- a.md\n[[c]]\n--- b.md\n[[c]]\n--- c.md\n[[a]]\n");

    @TempDir
    Path folder;

    @Test
    void notesForWhichThereIsRoomAreWrittenOnce() throws IOException {
        check(Long.MAX_VALUE, 0);
    }

    @Test
    void othersAreWrittenBeforeTheGraphIsKnown() throws IOException {
        check(0, 2);
    }

    /** Three batches of a note each. */
    private void check(long room, int early) throws IOException {
        try (SearchIndex index = SearchIndex.open(folder, "test")) {
            IndexFeed feed = new IndexFeed(index, COMMIT, room);
            for (Note note : NOTES.notes()) {
                feed.take(List.of(new ParsedNote(note, "words of " + note.title())), List.of());
            }
            assertThat(feed.hasTouchedIndex()).isEqualTo(early > 0);
            feed.end(LinkGraph.of(List.of(), List.of()), LinkGraph.of(NOTES.notes(), List.of()), List.of());
            assertThat(feed.early()).isEqualTo(early);
            assertThat(index.notes()).isEqualTo(NOTES.notes());
            SearchView view = index.view();
            assertThat(view.search(Query.parse("words"), 0, 10).total()).isEqualTo(3);
            view.release();
        }
    }
}
