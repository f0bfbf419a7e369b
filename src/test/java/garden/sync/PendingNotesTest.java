package garden.sync;

import static org.assertj.core.api.Assertions.assertThat;

import garden.git.GitRepo;
import garden.graph.LocatedProblem;
import garden.markdown.BusyMarkdown;
import garden.note.CommitId;
import garden.note.NotePath;
import garden.note.Problem;
import garden.snapshot.ChangeReport;
import garden.snapshot.Garden;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A garden whose parser has no time for a while. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PendingNotesTest {

    private static final NotePath OAK = new NotePath("oak.md");
    private static final NotePath ELM = new NotePath("elm.md");
    private static final NotePath DRAFT = new NotePath("draft.md");

    private final BusyMarkdown parser = new BusyMarkdown();

    @TempDir
    Path folder;

    private GitRepo work;

    @BeforeEach
    void makeWorkTree() {
        work = GitRepo.in(folder.resolve("work"));
    }

    @AfterEach
    void close() {
        parser.close();
    }

    private SyncedGarden open() throws Exception {
        return SyncedGarden.open(folder.resolve("data"), parser.markdown());
    }

    private CommitId commit() {
        return work.write("oak.md", "# Bark\n\nunder the [[elm]]")
                .write("elm.md", "---\naliases: [wych]\n---\n[[oak#Bark]]")
                .write("draft.md", "---\ndraft: true\n---\nsecret")
                .commit("notes");
    }

    private static Garden unhurried(Path data, GitRepo repo) throws Exception {
        try (SyncedGarden garden = SyncedGarden.open(data)) {
            garden.receive(repo).sync();
            return garden.garden();
        }
    }

    private static void awaitRead(SyncedGarden garden) {
        while (!garden.garden().pending().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whatIsKnownIsShownAndWhatMayBeADraftIsHidden() throws Exception {
        try (SyncedGarden garden = open()) {
            commit();
            parser.busy();
            garden.receive(work).sync();
            assertThat(garden.garden().pending()).containsOnlyKeys(OAK, ELM, DRAFT);
            assertThat(garden.garden().graph().notes()).containsOnlyKeys(OAK);
            assertThat(garden.search("under")).isEmpty();
        }
    }

    @Test
    void twoServersAtOneCommitAreEqualHoweverBusyOneWas() throws Exception {
        try (SyncedGarden garden = open()) {
            CommitId commit = commit();
            parser.busy();
            garden.receive(work).sync();
            parser.free();
            awaitRead(garden);
            assertThat(garden.commit()).isEqualTo(commit);
            assertThat(garden.garden()).isEqualTo(unhurried(folder.resolve("other"), work));
            assertThat(garden.search("under")).hasSize(1);
            assertThat(garden.garden().graph().notes()).containsOnlyKeys(OAK, ELM);
            assertThat(garden.published().getLast().before().commit()).isEqualTo(commit);
        }
    }

    @Test
    void visibleNoteWhoseFrontMatterIsNotReadIsHiddenAndComesBack() throws Exception {
        try (SyncedGarden garden = open()) {
            commit();
            garden.receive(work).sync();
            work.write("elm.md", "---\naliases: [wych]\n---\nnew words").commit("edit");
            parser.busy();
            garden.receive(work).sync();
            assertThat(garden.garden().graph().notes()).containsOnlyKeys(OAK);
            assertThat(garden.search("wych")).isEmpty();
            parser.free();
            awaitRead(garden);
            assertThat(garden.garden()).isEqualTo(unhurried(folder.resolve("other"), work));
            assertThat(garden.search("new words")).hasSize(1);
        }
    }

    @Test
    void pendingIsNotStoredAndTriedAgainAtTheNextStart() throws Exception {
        commit();
        try (SyncedGarden garden = open()) {
            parser.busy();
            garden.receive(work).sync();
            assertThat(garden.garden().pending()).hasSize(3);
        }
        try (SyncedGarden garden = SyncedGarden.open(folder.resolve("data"))) {
            assertThat(garden.garden().pending()).isEmpty();
            assertThat(garden.garden()).isEqualTo(unhurried(folder.resolve("other"), work));
            assertThat(garden.search("under")).hasSize(1);
        }
    }

    @Test
    void pendingNotesStayPendingWhileOthersArePushed() throws Exception {
        try (SyncedGarden garden = open()) {
            commit();
            parser.busy();
            garden.receive(work).sync();
            work.write("ash.md", "[[elm]]").delete("draft.md").commit("more");
            garden.receive(work).sync();
            assertThat(garden.garden().pending()).containsOnlyKeys(OAK, ELM, new NotePath("ash.md"));
            parser.free();
            awaitRead(garden);
            assertThat(garden.garden()).isEqualTo(unhurried(folder.resolve("other"), work));
        }
    }

    @Test
    void pendingNotesBringNoProblemsOfLinks() throws Exception {
        try (SyncedGarden garden = open()) {
            commit();
            garden.receive(work).sync();
            CommitId next = work.write("elm.md", "---\naliases: [wych]\n---\n# New\n\n[[oak#Bark]]")
                    .write("oak.md", "# Bark\n\nunder the [[wych#New]]")
                    .commit("edit");
            garden.receive(work);
            parser.busy();
            ChangeReport report = garden.rehearse(next);
            assertThat(report.problems().problems())
                    .extracting(LocatedProblem::problem)
                    .extracting(Problem::kind)
                    .containsOnly(Problem.Kind.PENDING);
        }
    }
}
