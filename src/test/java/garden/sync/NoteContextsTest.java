package garden.sync;

import static org.assertj.core.api.Assertions.assertThat;

import garden.git.GitRepo;
import garden.graph.GraphChange;
import garden.graph.LinkGraph;
import garden.note.NotePath;
import garden.note.SampleNotes;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others call a note, and what it was called, finds it. */
class NoteContextsTest {

    private static final NotePath HUB = new NotePath("hub.md");

    @TempDir
    Path folder;

    @Test
    void wordsOfLinksFindTheirTarget() throws Exception {
        GitRepo work = GitRepo.in(folder.resolve("work"));
        work.write("a.md", "See [[elm|the tree by the gate]] and ![[elm|an embed]].\n")
                .write("elm.md", "Words.\n")
                .write("z.md", "the tree by the gate\n");
        work.commit("first");
        try (SyncedGarden garden = SyncedGarden.open(folder.resolve("data"))) {
            garden.receive(work).sync();
            assertThat(paths(garden, "the tree by the gate")).containsExactly("elm.md", "z.md", "a.md");
            assertThat(paths(garden, "embed")).containsExactly("a.md");
            work.write("a.md", "See [[elm|a shrub]].\n").commit("second");
            garden.receive(work).sync();
            assertThat(paths(garden, "shrub")).containsExactlyInAnyOrder("elm.md", "a.md");
            assertThat(paths(garden, "tree gate")).containsExactly("z.md");
            work.write("a.md", "---\nunlisted: true\n---\nSee [[elm|a shrub]].\n")
                    .commit("third");
            garden.receive(work).sync();
            assertThat(paths(garden, "shrub")).isEmpty();
        }
    }

    @Test
    void formerNamesFindTheNote() throws Exception {
        GitRepo work = GitRepo.in(folder.resolve("work"));
        work.write("beech.md", "A tree with smooth bark and a broad crown.\n").commit("first");
        work.move("beech.md", "fagus.md").commit("second");
        try (SyncedGarden garden = SyncedGarden.open(folder.resolve("data"))) {
            garden.receive(work).sync();
            assertThat(paths(garden, "beech")).containsExactly("fagus.md");
        }
    }

    @Test
    void oneMoreLinkToAHubChangesNothingOfIt() {
        LinkGraph before = hub(300);
        LinkGraph after = hub(301);
        assertThat(new NoteContexts(after).of(HUB)).isEqualTo(new NoteContexts(before).of(HUB));
        assertThat(new NoteContexts(hub(511)).of(HUB).doubledLinks()).isEqualTo(8);
        assertThat(new NoteContexts(hub(512)).of(HUB).doubledLinks()).isEqualTo(9);
    }

    @Test
    void labelsOfANoteAreBounded() {
        String notes = IntStream.range(0, 1_400)
                .mapToObj("--- n%1$04d.md\n[[hub#h%1$d]]\n"::formatted)
                .collect(Collectors.joining("", "--- hub.md\n", ""));
        assertThat(new NoteContexts(graph(notes)).of(HUB).labels()).hasSize(250);
    }

    @Test
    void onlyNotesThatLinksCameToOrLeftAreLookedAt() {
        LinkGraph before = graph("--- a.md\n[[elm]]\n--- b.md\n[[oak]]\n--- elm.md\n--- oak.md\n--- ash.md\n");
        SampleNotes put = SampleNotes.of("--- a.md\n[[ash]]\n");
        LinkGraph after = before.with(new GraphChange(put.byPath(), new TreeSet<>(), new TreeSet<>(), new TreeMap<>()))
                .graph();
        TreeSet<NotePath> changed = new TreeSet<>(put.byPath().keySet());
        assertThat(NoteContexts.touched(
                        before, after, changed, new TreeSet<>(before.notes().keySet())))
                .extracting(NotePath::value)
                .containsExactly("ash.md", "elm.md");
    }

    private static LinkGraph hub(int sources) {
        return graph(IntStream.range(0, sources)
                .mapToObj("--- n%03d.md\n[[hub]]\n"::formatted)
                .collect(Collectors.joining("", "--- hub.md\n", "")));
    }

    private static LinkGraph graph(String notes) {
        SampleNotes sample = SampleNotes.of(notes);
        return LinkGraph.of(sample.notes(), sample.attachments());
    }

    private static List<String> paths(SyncedGarden garden, String query) {
        return garden.search(query).stream()
                .map(hit -> hit.substring(0, hit.indexOf(' ')))
                .toList();
    }
}
