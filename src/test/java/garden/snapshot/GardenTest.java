package garden.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import garden.graph.PageNames;
import garden.graph.Target;
import garden.note.Folder;
import garden.note.NameKey;
import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import garden.note.Slug;
import garden.note.Tag;
import garden.note.UrlCase;
import garden.snapshot.Place.AttachmentPlace;
import garden.snapshot.Place.AuthorRedirect;
import garden.snapshot.Place.CanonicalRedirect;
import garden.snapshot.Place.Closed;
import garden.snapshot.Place.ExternalRedirect;
import garden.snapshot.Place.FolderPlace;
import garden.snapshot.Place.NotePlace;
import garden.snapshot.Place.Nowhere;
import garden.snapshot.Place.Several;
import garden.snapshot.Place.TagPlace;
import garden.snapshot.Place.TagsPlace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GardenTest {

    private static final AddressRules LOWER = new AddressRules(UrlCase.LOWER, Set.of(), PageNames.AS_WRITTEN);

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

    private static final String SPELLINGS = """
        --- Deep Well/Öl & Gas.md
        alias: ../Petrol
        alias: crude/oil
        --- Deep Well/it's.md
        --- Ab.md
        --- aB.md
        --- c++.md
        --- x/one.md
        alias: twin
        --- x/two.md
        alias: Twin
        --- y/three.md
        unlisted
        alias: twin
        """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Deep+Well/Öl+&+Gas|moved Deep-Well/Öl--and--Gas",
                "deep_well/öl-and-gas.html|moved Deep-Well/Öl--and--Gas",
                "Deep Well/O\u0308l & Gas/|moved Deep-Well/Öl--and--Gas",
                "Petrol|moved Deep-Well/Öl--and--Gas",
                "petrol/index.html|moved Deep-Well/Öl--and--Gas",
                "Deep-Well/crude/oil|moved Deep-Well/Öl--and--Gas",
                "Deep Well/its|moved Deep-Well/it's",
                "deep-well/it’s|moved Deep-Well/it's",
                "deep_well|moved Deep-Well/",
                "Ab|note Ab.md",
                "AB|several [Ab, aB]",
                "c|nowhere",
                "twin|several [x/one, x/two]",
                "X/TWIN.html|several [x/one, x/two]",
                "y/twin|moved y/three",
            })
    void findsOtherSpellingsAndNeverChoosesAmongSeveral(String spelling, String expected) {
        assertThat(print(SampleGardens.of(SPELLINGS).find(spelling))).isEqualTo(expected);
    }

    /** Two notes were where the reader asks, and one of them is in no list now: so not in this one. */
    @Test
    void aNoteThatIsUnlistedIsNotNamedAmongSeveralThatWereHere() {
        String rest = "--- oak.md\n--- ash.md\n";
        assertThat(formerly("--- elm.md\nunlisted\n" + rest, "elm", "oak")).isEqualTo("moved oak");
        assertThat(formerly("--- elm.md\n" + rest, "elm", "oak")).isEqualTo("several [elm, oak]");
        assertThat(formerly("--- elm.md\nunlisted\n" + rest, "elm", "elm")).isEqualTo("moved elm");
    }

    /** What is found at an address at which the notes that are now called so were once, in the order given. */
    private static String formerly(String notes, String first, String second) {
        TreeMap<NotePath, RenamedOrDeleted> former = new TreeMap<>();
        former.put(new NotePath("Old Tree.md"), new RenamedOrDeleted.Renamed(new NotePath(first + ".md")));
        former.put(new NotePath("old-tree.md"), new RenamedOrDeleted.Renamed(new NotePath(second + ".md")));
        GardenChange change = SampleGardens.change(notes, 1);
        GardenChange moved = new GardenChange(
                change.commit(),
                change.committed(),
                change.notes(),
                change.attachments(),
                change.removed(),
                change.dates(),
                new TreeMap<>(),
                former);
        return print(Garden.empty(SampleGardens.OPEN).with(moved).garden().find("OLD-TREE"));
    }

    @Test
    void whatIsInEachOthersWayIsAProblem() {
        assertThat(SampleGardens.of("--- Ab.md\n--- aB.md\n--- healthz.md\n--- b.md\nalias: x\n--- c.md\nalias: X\n")
                        .problems())
                .extracting(Object::toString)
                .containsExactly(
                        "aB.md:1: addresses /Ab, /aB are so much alike that other spellings lead to a page that names"
                                + " them all; rename one of them",
                        "c.md:1: alias \"x\" is also that of b.md; its address names them all",
                        "healthz.md:1: its address would be the server's own; it lives at /_healthz");
    }

    @Test
    void filesThatDifferInCaseShareALowerAddress() {
        Garden garden = Garden.empty(SampleGardens.OPEN, LOWER)
                .with(SampleGardens.change("--- Trees/Elm.md\ntag: Wood\n--- trees/elm.md\n", 1))
                .garden();
        assertThat(print(garden.find("trees/elm"))).isEqualTo("note trees/elm.md");
        assertThat(print(garden.find("Trees/Elm"))).isEqualTo("note Trees/Elm.md");
        assertThat(print(garden.find("TREES/ELM"))).isEqualTo("moved trees/elm");
        assertThat(print(garden.find("tags/Wood"))).isEqualTo("moved tags/wood");
        assertThat(garden.problems())
                .extracting(Object::toString)
                .containsExactly("Trees/Elm.md:1: address /trees/elm is that of trees/elm.md; rename one of the two");
    }

    private static String print(Place place) {
        return switch (place) {
            case NotePlace(var note) -> "note " + note.path();
            case FolderPlace(var folder, var index) -> "folder " + folder + (index.isPresent() ? " index" : "");
            case TagPlace(var tag, var introduction) -> "tag " + tag;
            case TagsPlace(var introduction) -> "tags" + (introduction.isPresent() ? " index" : "");
            case AttachmentPlace(var path) -> "attachment " + path;
            case CanonicalRedirect(var to) -> "moved " + to;
            case Several(var candidates) -> "several " + candidates;
            case AuthorRedirect(var to, var suffix, var status) -> "sent " + to + suffix + " " + status;
            case ExternalRedirect(var url, var status) -> "sent away " + url + " " + status;
            case Closed(var status) -> "closed " + status;
            case Place.DeletedNote(var note) -> "gone " + note.path();
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
    void orderComesBeforeTitle() {
        Garden garden =
                SampleGardens.of("--- b.md\n--- a.md\n--- z.md\norder: 1\n--- y.md\norder: -2\n--- x.md\norder: 1\n");
        assertThat(garden.notesIn(Folder.ROOT))
                .extracting(note -> note.path().value())
                .containsExactly("y.md", "x.md", "z.md", "a.md", "b.md");
        assertThat(garden.noteCount(Folder.ROOT)).isEqualTo(5);
    }

    @Test
    void aFolderIsGoneWithItsLastNote() {
        Garden garden = SampleGardens.of("--- a/b/c.md\n--- a/d.md\n--- e.md\n");
        GardenChange change = SampleGardens.change("--- f/g.md\n", 2);
        GardenChange removal = new GardenChange(
                change.commit(),
                change.committed(),
                change.notes(),
                change.attachments(),
                new TreeSet<>(List.of(new NotePath("a/b/c.md"))),
                change.dates());
        Garden next = garden.with(removal).garden();
        assertThat(next.foldersIn(Folder.ROOT)).containsExactly(new Folder("a"), new Folder("f"));
        assertThat(next.foldersIn(new Folder("a"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',tags", "--- tags/index.md,tags index", "'--- tags/index.md\nunlisted',tags"})
    void thePageOfAllTagsIsIntroducedByAListedNote(String introduction, String expected) {
        Garden garden = SampleGardens.of("--- a.md\ntag: x\n" + introduction + "\n");
        assertThat(print(garden.find("tags/"))).isEqualTo(expected);
    }

    @Test
    void anUnlistedNoteDoesNotIntroduceATag() {
        Garden garden = SampleGardens.of("--- a.md\ntag: x\n--- tags/x.md\nunlisted\n");
        assertThat(garden.find("tags/x")).isEqualTo(new TagPlace(new NameKey("x"), Optional.empty()));
    }

    @Test
    void whereANoteTakesTheAddressOfAnotherBothAndTheirLinksAreAffected() {
        Garden garden = SampleGardens.of("--- a b.md\ntag: x\n--- c.md\n[[a b]]\n--- d.md\n");
        assertThat(garden.with(SampleGardens.change("--- a-b.md\n", 2)).affected())
                .containsExactly(
                        new Target.File(new NotePath("a b.md")),
                        new Target.File(new NotePath("a-b.md")),
                        new Target.File(new NotePath("c.md")),
                        new Target.FolderPage(Folder.ROOT),
                        new Target.TagPage(new Tag("x")));
    }

    @Test
    void theNoteThatIntroducesATagChangesItsPage() {
        Garden garden = SampleGardens.of("--- a.md\ntag: Fruit\n");
        assertThat(garden.with(SampleGardens.change("--- tags/fruit.md\n", 2)).affected())
                .contains(new Target.TagPage(new Tag("fruit")));
    }

    @Test
    void whereTagsAreSpelledOtherwiseUnlistedNotesThatShowOneAreAffected() {
        Garden garden = SampleGardens.of("""
            --- both.md
            unlisted
            tag: oak
            tag: elm
            --- inside.md
            unlisted
            tag: elm/wych
            --- other.md
            unlisted
            tag: ash
            --- z.md
            tag: oak
            """);
        assertThat(bodies(garden.with(SampleGardens.change("--- a.md\ntag: Oak\ntag: Elm\n", 2))))
                .containsExactly("a.md", "both.md", "inside.md", "z.md");
    }

    @Test
    void recentRunsFromTheLatestChangeWithoutUnlistedNotes() {
        assertThat(SampleGardens.of("--- a.md\n--- b.md\nunlisted\n--- c.md\n").recent())
                .extracting(note -> note.path().value())
                .containsExactly("c.md", "a.md");
    }

    @Test
    void changeNamesThePagesThatShowWhatChanged() {
        Garden garden = SampleGardens.of("""
            --- a.md
            ![[b]]
            --- b.md
            ![[c]] ![[a]]
            --- c.md
            ![[leaf.png]]
            --- links.md
            [[b]] [[c]]
            --- leaf.png
            """);
        assertThat(bodies(garden.with(SampleGardens.change("--- c.md\nnew\n", 2))))
                .containsExactly("a.md", "b.md", "c.md", "leaf.png");
        assertThat(bodies(garden.with(SampleGardens.change("--- a.md\n![[b]] new\n", 2))))
                .containsExactly("a.md", "b.md");
        assertThat(bodies(garden.with(SampleGardens.change("--- leaf.png\n", 2))))
                .containsExactly("a.md", "b.md", "c.md");
    }

    @Test
    void changeIsNotCarriedDeeperThanPagesShowIt() {
        StringBuilder chain = new StringBuilder("--- n0.md\n");
        for (int i = 1; i <= 8; i++) {
            chain.append("--- n").append(i).append(".md\n![[n").append(i - 1).append("]]\n");
        }
        assertThat(bodies(SampleGardens.of(chain.toString()).with(SampleGardens.change("--- n0.md\nnew\n", 2))))
                .containsExactly("n0.md", "n1.md", "n2.md", "n3.md", "n4.md", "n5.md");
    }

    private static List<String> bodies(GardenStep step) {
        return step.affected().stream()
                .flatMap(target ->
                        target instanceof Target.File(NotePath path) ? Stream.of(path.value()) : Stream.empty())
                .toList();
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
