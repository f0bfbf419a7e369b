package garden.sync;

import static org.assertj.core.api.Assertions.assertThat;

import garden.git.GitRepo;
import garden.graph.LocatedProblem;
import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import garden.snapshot.Garden;
import garden.snapshot.Place;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a note in git, its addresses and the links to it keep leading to it. */
@Timeout(60)
class RenamesTest {

    @TempDir
    private Path folder;

    private GitRepo work;

    @AutoClose
    private SyncedGarden synced;

    @BeforeEach
    void open() throws Exception {
        work = GitRepo.in(folder.resolve("work"));
        synced = SyncedGarden.open(folder.resolve("data"));
    }

    @Test
    void everyNameThatANoteHadRedirectsToItAtOnce() throws Exception {
        put("trees/Elm Tree.md", "Of elms, at some length.\n");
        put("index.md", "[[Elm Tree]] [[trees/Elm Tree]] [t](trees/Elm%20Tree.md)\n");
        publish("add");
        move("trees/Elm Tree.md", "trees/Ulmus.md");
        publish("rename");
        move("trees/Ulmus.md", "Great Ulmus.md");
        publish("rename again");
        move("Great Ulmus.md", "plants/Great Ulmus.md");
        publish("move");

        checkMoved("trees/Elm-Tree", "plants/Great-Ulmus");
        checkMoved("trees/Elm Tree", "plants/Great-Ulmus");
        checkMoved("TREES/elm-tree.html", "plants/Great-Ulmus");
        checkMoved("trees/elm_tree/", "plants/Great-Ulmus");
        checkMoved("trees/Ulmus", "plants/Great-Ulmus");
        checkMoved("Great-Ulmus", "plants/Great-Ulmus");
        assertThat(problems()).isEqualTo("""
            index.md:1: link (trees/Elm Tree.md) leads to plants/Great Ulmus.md by its old name
            index.md:1: link [[Elm Tree]] leads to plants/Great Ulmus.md by its old name
            index.md:1: link [[trees/Elm Tree]] leads to plants/Great Ulmus.md by its old name\
            """);
        checkSameAfterRestart();
    }

    @Test
    void severalRenamesInOnePushAreAsMany() throws Exception {
        put("a.md", "Of elms, at some length.\n");
        publish("add");
        move("a.md", "b.md");
        work.commit("first");
        move("b.md", "c.md");
        work.commit("second");
        move("c.md", "d.md");
        publish("third");
        checkMoved("a", "d");
        checkMoved("b", "d");
        checkMoved("c", "d");
    }

    @Test
    void aNoteThatTookTheNameIsFound() throws Exception {
        put("a.md", "Of elms, at some length.\n");
        put("x.md", "[[a]]\n");
        publish("add");
        move("a.md", "b.md");
        publish("rename");
        put("a.md", "Something else entirely.\n");
        publish("use the name again");
        assertThat(garden().find("a")).isInstanceOf(Place.NotePlace.class);
        assertThat(problems()).isEmpty();
        work.delete("a.md");
        publish("and not any more");
        checkMoved("a", "b");
    }

    @Test
    void aDeletedNoteIsGone() throws Exception {
        put("a.md", "Of elms, at some length.\n");
        publish("add");
        move("a.md", "b.md");
        publish("rename");
        work.delete("b.md");
        publish("delete");
        checkGone("a", "b.md");
        checkGone("b", "b.md");
        checkGone("B.html", "b.md");
        assertThat(garden().find("c")).isEqualTo(new Place.Nowhere());
        checkSameAfterRestart();
        put("b.md", "Of elms again.\n");
        publish("write it again");
        checkMoved("a", "b");
    }

    @Test
    void aFolderThatMovedRedirectsToo() throws Exception {
        for (String name : "elm ash oak".split(" ", -1)) {
            put("old trees/wild/" + name + ".md", "Of the " + name + ", at some length.\n");
        }
        put("old trees/stray.md", "Of none of them, whatever it says.\n");
        publish("add");
        for (String name : "elm ash oak".split(" ", -1)) {
            move("old trees/wild/" + name + ".md", "plants/wild/" + name + ".md");
        }
        move("old trees/stray.md", "stray.md");
        publish("move");
        checkMoved("old-trees/", "plants/");
        checkMoved("old-trees", "plants/");
        checkMoved("old-trees/wild/", "plants/wild/");
        checkMoved("old-trees/wild/ash", "plants/wild/ash");
    }

    @Test
    void attachmentsMoveAsNotesDo() throws Exception {
        put("leaf.png", "no real picture, but bytes");
        put("index.md", "![[leaf.png]]\n");
        publish("add");
        move("leaf.png", "img/big leaf.png");
        publish("move");
        checkMoved("leaf.png", "img/big-leaf.png");
        assertThat(problems()).isEqualTo("index.md:1: link [[leaf.png]] leads to img/big leaf.png by its old name");
        work.delete("img/big leaf.png");
        publish("delete");
        assertThat(garden().find("leaf.png")).isEqualTo(new Place.Nowhere());
    }

    @Test
    void theAuthorsRedirectWins() throws Exception {
        put("a.md", "Of elms, at some length.\n");
        put("other.md", "Other.\n");
        publish("add");
        move("a.md", "b.md");
        put("_redirects", "/a /other\n");
        publish("rename");
        assertThat(garden().find("a")).isInstanceOf(Place.AuthorRedirect.class);
    }

    @Test
    void aRewrittenHistoryForgetsWhatItNeverHad() throws Exception {
        put("a.md", "Of elms, at some length.\n");
        publish("add");
        move("a.md", "b.md");
        publish("rename");
        checkMoved("a", "b");
        GitRepo other = GitRepo.in(folder.resolve("other"));
        other.write("b.md", "Of elms, at some length.\n").commit("all anew");
        synced.receive(other).sync();
        assertThat(garden().find("a")).isEqualTo(new Place.Nowhere());
    }

    @Test
    void aRehearsalKnowsThatLinksFollow() throws Exception {
        put("a.md", "Of elms, at some length.\n");
        put("x.md", "[[a]] [[b]]\n");
        publish("add");
        move("a.md", "b.md");
        publish("first");
        move("b.md", "c.md");
        work.commit("second");
        synced.receive(work);
        assertThat(synced.rehearse(work.head()).problems().count()).isZero();
        assertThat(synced.rehearse(work.head()).moved().problems())
                .extracting(LocatedProblem::toString)
                .containsExactly(
                        "x.md:1: link [[a]] leads to c.md by its old name",
                        "x.md:1: link [[b]] leads to c.md by its old name");
    }

    private void put(String path, String text) {
        work.write(path, text);
    }

    private void move(String from, String to) {
        work.move(from, to);
    }

    private void publish(String message) throws Exception {
        work.commit(message);
        synced.receive(work).sync();
    }

    private Garden garden() {
        return synced.garden();
    }

    private String problems() {
        return garden().problems().stream()
                .map(LocatedProblem::toString)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private void checkMoved(String asked, String slug) {
        assertThat(garden().find(asked))
                .as(asked)
                .isInstanceOfSatisfying(
                        Place.CanonicalRedirect.class,
                        moved -> assertThat(moved.to().value()).isEqualTo(slug));
    }

    private void checkGone(String asked, String last) {
        assertThat(garden().find(asked))
                .as(asked)
                .isInstanceOfSatisfying(
                        Place.DeletedNote.class,
                        gone -> assertThat(gone)
                                .extracting(Place.DeletedNote::note)
                                .extracting(RenamedOrDeleted.Deleted::path)
                                .isEqualTo(new NotePath(last)));
    }

    private void checkSameAfterRestart() throws Exception {
        Garden before = garden();
        synced.close();
        synced = SyncedGarden.open(folder.resolve("data"));
        assertThat(garden()).isEqualTo(before);
    }
}
