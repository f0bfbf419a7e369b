package garden.sync;

import static org.assertj.core.api.Assertions.assertThat;

import garden.concurrent.Failing;
import garden.git.GitRepo;
import garden.git.ServedBranch;
import garden.git.upstream.Upstream;
import garden.git.upstream.UpstreamAccess;
import garden.git.upstream.UpstreamAddress;
import garden.git.upstream.UpstreamLimits;
import garden.note.CommitId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The last good garden is always served, and nobody has to lend a hand. */
@Timeout(60)
class MirrorLoopTest {

    private static final MirrorPace FAST = new MirrorPace(Duration.ofMillis(100), Duration.ofMillis(400));
    private static final MirrorPace SELDOM = MirrorPace.every(Duration.ofHours(1));

    @TempDir
    private Path folder;

    private final LinkedBlockingQueue<MirrorStatus> outcomes = new LinkedBlockingQueue<>();
    private GitRepo theirs;
    private SyncedGarden ours;
    private Optional<MirrorLoop> followed = Optional.empty();

    @BeforeEach
    void begin() throws IOException {
        theirs = GitRepo.in(folder.resolve("theirs"));
        ours = SyncedGarden.open(folder.resolve("data"));
    }

    @AfterEach
    void end() throws IOException {
        followed.ifPresent(MirrorLoop::close);
        ours.close();
    }

    private MirrorLoop follow(MirrorPace pace) {
        Upstream upstream = new Upstream(
                ours.bare(),
                new UpstreamAddress(theirs.path().toString(), Optional.of("main")),
                UpstreamAccess.OPEN,
                new UpstreamLimits(1_000_000, 1_000_000, Duration.ofSeconds(5), Duration.ofSeconds(30)));
        MirrorLoop mirror = MirrorLoop.start(
                new MirrorLoop.Mirrored(upstream, new ServedBranch("main")), ours.loop(), pace, outcomes::add);
        followed = Optional.of(mirror);
        return mirror;
    }

    private MirrorStatus next(Predicate<MirrorStatus> wanted) throws InterruptedException {
        while (true) {
            MirrorStatus outcome = outcomes.poll(20, TimeUnit.SECONDS);
            assertThat(outcome).as("an outcome in time").isNotNull();
            if (wanted.test(outcome)) {
                return outcome;
            }
        }
    }

    private void untilServed(CommitId commit) throws InterruptedException {
        next(outcome -> outcome.behind().isEmpty() && ours.commit().equals(commit));
        assertThat(followed.orElseThrow().status().behind()).isEmpty();
    }

    private Failing untilBehind(String reason) throws InterruptedException {
        return next(outcome -> outcome.behind()
                        .filter(behind -> behind.reason().contains(reason))
                        .isPresent())
                .behind()
                .orElseThrow();
    }

    @Test
    void showsWhatIsPushedThereWithoutBeingTold() throws Exception {
        CommitId first = theirs.write("oak.md", "Oak.").commit("one");
        follow(FAST);
        untilServed(first);
        untilServed(theirs.write("elm.md", "Elm.").commit("two"));
        assertThat(ours.search("elm")).hasSize(1);
    }

    @Test
    void showsItAtOnceWhenTold() throws Exception {
        CommitId first = theirs.write("oak.md", "Oak.").commit("one");
        MirrorLoop mirror = follow(SELDOM);
        untilServed(first);
        CommitId second = theirs.write("elm.md", "Elm.").commit("two");
        mirror.fetchNow();
        untilServed(second);
    }

    @Test
    void manyRequestsAtOnceAreFewFetches() throws Exception {
        CommitId first = theirs.write("oak.md", "Oak.").commit("one");
        MirrorLoop mirror = follow(SELDOM);
        untilServed(first);
        for (int i = 0; i < 1000; i++) {
            mirror.fetchNow();
        }
        next(outcome -> true);
        mirror.close();
        assertThat(outcomes.size()).as("fetches after the first").isLessThan(20);
    }

    @Test
    void servesTheLastGardenWhileTheUpstreamIsGoneAndGoesOnWhenItIsBack() throws Exception {
        CommitId first = theirs.write("oak.md", "Oak.").commit("one");
        follow(FAST);
        untilServed(first);
        Path elsewhere = folder.resolve("elsewhere");
        Files.move(theirs.path(), elsewhere);

        Failing once = untilBehind("there is no repository");
        Failing later = next(outcome -> outcome.behind().orElseThrow().failures() > once.failures())
                .behind()
                .orElseThrow();
        assertThat(later.since()).isEqualTo(once.since());
        assertThat(ours.commit()).isEqualTo(first);
        assertThat(ours.garden().graph().notes()).hasSize(1);

        Files.move(elsewhere, theirs.path());
        untilServed(theirs.write("elm.md", "Elm.").commit("two"));
    }

    @Test
    void aDeletedBranchIsNoDeletedGarden() throws Exception {
        CommitId first = theirs.write("oak.md", "Oak.").commit("one");
        follow(FAST);
        untilServed(first);
        theirs.git("checkout", "-q", "--detach").orFail();
        theirs.git("branch", "-D", "main").orFail();
        untilBehind("expected the branch \"main\", found none");
        assertThat(ours.commit()).isEqualTo(first);

        theirs.git("checkout", "-q", "--orphan", "main").orFail();
        untilServed(theirs.write("elm.md", "Elm.").commit("unrelated"));
    }

    @Test
    void anUpstreamThatIsNotThereYetIsWaitedFor() throws Exception {
        follow(FAST);
        untilBehind("found none");
        untilServed(theirs.write("oak.md", "Oak.").commit("one"));
    }

    @Test
    void stopsSoonWhateverItDoes() throws Exception {
        theirs.write("oak.md", "Oak.").commit("one");
        MirrorLoop mirror = follow(SELDOM);
        mirror.close();
        assertThat(mirror.status().behind()).isEmpty();
    }
}
