package garden.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import garden.graph.Target;
import garden.note.Folder;
import garden.note.NotePath;
import garden.note.Slug;
import garden.note.Tag;
import garden.snapshot.Place.AttachmentPlace;
import garden.snapshot.Place.FolderPlace;
import garden.snapshot.Place.Moved;
import garden.snapshot.Place.NotePlace;
import garden.snapshot.Place.Nowhere;
import garden.snapshot.Place.TagPlace;
import garden.snapshot.Place.TagsPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GardenTest {

    private static final String ORCHARD = """
        --- index.md
        ![[leaf.png]] [[leaf.png]]
        --- trees/Old Elm.md
        alias: ulmus
        tag: Tree/Broad
        --- trees/ash.md
        tag: tree
        unlisted
        --- trees/deep/oak.md
        title: An oak
        --- tags/fruit.md
        --- a b.md
        --- a-b.md
        --- my folder/x.md
        --- leaf.png
        --- secret.png
        """;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'',folder  index",
                "trees/Old-Elm,note trees/Old Elm.md",
                "trees/Old Elm,moved trees/Old-Elm",
                "trees/old-elm,moved trees/Old-Elm",
                "trees/Old-Elm/,moved trees/Old-Elm",
                "trees/Old-Elm.html,moved trees/Old-Elm",
                "ulmus,moved trees/Old-Elm",
                "trees/ulmus,moved trees/Old-Elm",
                "Ulmus,moved trees/Old-Elm",
                "trees/ash,note trees/ash.md",
                "trees/,folder trees",
                "trees,moved trees/",
                "trees/index,moved trees/",
                "Trees/,moved trees/",
                "my-folder/,folder my folder",
                "my folder,moved my-folder/",
                "tags/,tags",
                "tags/tree,moved tags/Tree",
                "tags/Tree,tag tree",
                "tags/Tree/,moved tags/Tree",
                "tags/fruit,note tags/fruit.md",
                "leaf.png,attachment leaf.png",
                "secret.png,nowhere",
                "a-b,note a-b.md",
                "a b,note a b.md",
                "index,moved ''",
                "nothing,nowhere",
                "..,nowhere",
                "a//b,nowhere",
            })
    void findsWhatLivesAtAnAddress(String spelling, String expected) {
        assertThat(print(SampleGardens.of(ORCHARD).find(spelling))).isEqualTo(expected.replace("''", ""));
    }

    private static String print(Place place) {
        return switch (place) {
            case NotePlace(var note) -> "note " + note.path();
            case FolderPlace(var folder, var index) -> "folder " + folder + (index.isPresent() ? " index" : "");
            case TagPlace(var tag, var introduction) -> "tag " + tag;
            case TagsPlace tags -> "tags";
            case AttachmentPlace(var path) -> "attachment " + path;
            case Moved(var to) -> "moved " + to;
            case Nowhere nowhere -> "nowhere";
        };
    }

    @Test
    void secondFileOfAnAddressKeepsItsPlainPathAndIsAProblem() {
        Garden garden = SampleGardens.of(ORCHARD);
        assertThat(garden.slug(new NotePath("a-b.md"))).isEqualTo(new Slug("a-b"));
        assertThat(garden.slug(new NotePath("a b.md"))).isEqualTo(new Slug("a b"));
        assertThat(garden.problems())
                .extracting(Object::toString)
                .contains("a b.md:1: address /a-b is that of a-b.md; rename one of the two");
    }

    @Test
    void folderListsItsOwnNotesByTitleAndItsFolders() {
        Garden garden = SampleGardens.of(ORCHARD);
        assertThat(garden.notesIn(Folder.ROOT))
                .extracting(note -> note.path().value())
                .containsExactly("a b.md", "a-b.md");
        assertThat(garden.foldersIn(Folder.ROOT))
                .containsExactly(new Folder("my folder"), new Folder("tags"), new Folder("trees"));
        assertThat(garden.notesIn(new Folder("trees")))
                .extracting(note -> note.path().value())
                .containsExactly("trees/Old Elm.md");
    }

    @Test
    void recentRunsFromTheLatestChangeWithoutUnlistedNotes() {
        assertThat(SampleGardens.of("--- a.md\n--- b.md\nunlisted\n--- c.md\n").recent())
                .extracting(note -> note.path().value())
                .containsExactly("c.md", "a.md");
    }

    @Test
    void changeNamesThePagesThatDiffer() {
        Garden garden = SampleGardens.of("--- a.md\n[[b]]\n--- b.md\ntag: x\n--- c/d.md\n[[e]]\n");
        GardenStep step = garden.with(SampleGardens.change("--- e.md\n[[b]]\n", 2));
        assertThat(step.affected())
                .containsExactly(
                        new Target.File(new NotePath("b.md")),
                        new Target.File(new NotePath("c/d.md")),
                        new Target.File(new NotePath("e.md")),
                        new Target.FolderPage(Folder.ROOT));
        assertThat(garden.with(SampleGardens.change("--- b.md\n", 2)).affected())
                .contains(new Target.TagPage(new Tag("x")));
    }
}
