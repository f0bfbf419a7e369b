package garden.page;

import static org.assertj.core.api.Assertions.assertThat;

import garden.page.view.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Lists that are longer than a page. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ListPagesTest {

    @AutoClose
    private PlantedGarden garden;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        garden = new PlantedGarden(folder);
    }

    @Test
    void aFolderOf101NotesHasTwoPages() throws IOException {
        garden.plant(IntStream.rangeClosed(1, 101)
                .mapToObj(i -> "--- trees/oak %03d.md\n.\n".formatted(i))
                .collect(Collectors.joining()));
        View.Listing first = ((View.FolderView) garden.at("trees/")).listing();
        assertThat(first.notes()).hasSize(100);
        assertThat(first.total()).isEqualTo(101);
        assertThat(first.paging())
                .isEqualTo(new View.Paging(1, 2, Optional.empty(), Optional.of("/garden/trees/?page=2")));
        View.Listing second = ((View.FolderView) garden.at("trees/", 2)).listing();
        assertThat(second.notes()).extracting(line -> line.link().href()).containsExactly("/garden/trees/oak-101");
        assertThat(second.paging()).isEqualTo(new View.Paging(2, 2, Optional.of("/garden/trees/"), Optional.empty()));
        View.Listing beyond = ((View.FolderView) garden.at("trees/", 999_999)).listing();
        assertThat(beyond.notes()).isEmpty();
        assertThat(beyond.paging().previous()).contains("/garden/trees/?page=2");
    }

    @Test
    void foldersInAFolderHavePagesBesideItsNotes() throws IOException {
        garden.plant("--- trees/a.md\n.\n"
                + IntStream.rangeClosed(1, 201)
                        .mapToObj(i -> "--- trees/oak %d/leaf.md\n.\n".formatted(i))
                        .collect(Collectors.joining()));
        View.Listing first = ((View.FolderView) garden.at("trees/")).listing();
        assertThat(first.folders()).hasSize(100);
        assertThat(first.notes()).hasSize(1);
        assertThat(first.paging())
                .isEqualTo(new View.Paging(1, 3, Optional.empty(), Optional.of("/garden/trees/?page=2")));
        View.Listing last = ((View.FolderView) garden.at("trees/", 3)).listing();
        assertThat(last.folders()).extracting(line -> line.link().text()).containsExactly("oak 201");
        assertThat(last.notes()).isEmpty();
    }

    @Test
    void tagsInATagHavePagesBesideItsNotes() throws IOException {
        garden.plant("--- a.md\n---\ntags: ["
                + IntStream.rangeClosed(1, 101).mapToObj(i -> "x/t" + i).collect(Collectors.joining(", "))
                + "]\n---\n");
        View.TagView first = (View.TagView) garden.at("tags/x");
        assertThat(first.inside()).hasSize(100);
        assertThat(first.listing().paging().next()).contains("/garden/tags/x?page=2");
        View.TagView second = (View.TagView) garden.at("tags/x", 2);
        assertThat(second.inside()).extracting(line -> line.link().text()).containsExactly("x/t101");
        assertThat(second.listing().notes()).isEmpty();
        assertThat(garden.html(second)).contains("Page 2 of 2");
    }

    @Test
    void aDeadAddressShowsSomeOfThoseWhoWantIt() throws IOException {
        garden.plant(IntStream.rangeClosed(1, 151)
                .mapToObj(i -> "--- n%d.md\n[[lost]]\n".formatted(i))
                .collect(Collectors.joining()));
        View.NotFoundView lost = (View.NotFoundView) garden.views().notFound(garden.viewing(), "lost");
        assertThat(lost.wantedBy().groups()).hasSize(50);
        assertThat(lost.wantedBy().groups().getLast().from().text()).isEqualTo("n50");
        assertThat(lost.wantedBy().more()).isEqualTo(101);
        assertThat(garden.html(lost)).contains("and 101 more");
    }
}
