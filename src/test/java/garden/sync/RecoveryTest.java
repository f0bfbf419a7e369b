package garden.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import garden.concurrent.Backoff;
import garden.concurrent.Failure;
import garden.concurrent.Listeners;
import garden.git.GitRepo;
import garden.note.CommitId;
import garden.search.FaultyDisk;
import garden.search.FaultyDisk.Fault;
import garden.search.SearchIndex;
import garden.snapshot.AddressRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The one writer goes on, whatever happens to it and to those whom it tells. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RecoveryTest {

    private static final SyncPace FAST =
            new SyncPace(Duration.ofMillis(1), new Backoff(Duration.ofMillis(1), Duration.ofMillis(20)));
    /** One may have begun before the disk was healed. */
    private static final int MOST_RETRIES = 20;

    private static final SyncPace NEVER =
            new SyncPace(Duration.ofHours(1), new Backoff(Duration.ofHours(1), Duration.ofHours(1)));

    @TempDir
    Path folder;

    private final FaultyDisk disk = new FaultyDisk();
    private final Listeners<Publication> listeners = new Listeners<>();
    private GitRepo work;

    @BeforeEach
    void makeWorkTree() {
        work = GitRepo.in(folder.resolve("work"));
    }

    private SyncedGarden open(SyncPace pace) throws IOException {
        return SyncedGarden.open(
                folder.resolve("data"),
                new SyncedGarden.Setup(AddressRules.DEFAULT, place -> disk.open(place, "test"), listeners, pace));
    }

    private static void until(BooleanSupplier wanted) throws InterruptedException {
        while (!wanted.getAsBoolean()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("waited in vain");
            }
            Thread.onSpinWait();
        }
    }

    /** Fails as soon as that was tried often and in vain, which does not depend on how long it takes. */
    private static void untilMended(SyncedGarden garden) throws InterruptedException {
        Set<Instant> failures = new HashSet<>();
        until(() -> {
            Optional<Failure> failure =
                    Optional.ofNullable(garden.loop().status().troubles().get("search index"));
            failure.ifPresent(known -> failures.add(known.at()));
            assertThat(failures).as("failures after the disk was healed").hasSizeLessThan(MOST_RETRIES);
            return failure.isEmpty();
        });
    }

    private void checkEqualsColdStart(SyncedGarden garden) throws Exception {
        try (SyncedGarden cold = SyncedGarden.open(folder.resolve("cold"))) {
            cold.receive(work).sync();
            assertThat(garden.garden()).isEqualTo(cold.garden());
            assertThat(garden.search("oak")).isEqualTo(cold.search("oak"));
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whateverAStepThrowsTheNextOneIsPublished(Fault fault) throws Exception {
        try (SyncedGarden garden = open(NEVER)) {
            CommitId first = work.write("a.md", "an oak").commit("one");
            garden.receive(work).sync();
            work.write("b.md", "another oak").commit("two");
            disk.failAt(1, fault);
            assertThatThrownBy(() -> garden.receive(work).sync()).hasRootCauseInstanceOf(Throwable.class);
            assertThat(garden.loop().status().lastFailure()).isPresent();
            assertThat(garden.commit()).isEqualTo(first);
            assertThat(garden.search("oak")).hasSize(1);

            disk.heal();
            garden.sync();
            assertThat(garden.loop().status().lastFailure()).isEmpty();
            checkEqualsColdStart(garden);
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aFailedSaveIsMendedByItself(Fault fault) throws Exception {
        try (SyncedGarden garden = open(FAST)) {
            work.write("a.md", "an oak").commit("one");
            garden.receive(work).sync();
            until(() -> disk.saves() == 2);
            work.write("b.md", "another oak").commit("two");
            listeners.add("saboteur", published -> disk.failAt(1, fault));
            garden.receive(work).sync();
            until(() -> garden.loop().status().troubles().containsKey("search index"));
            assertThat(garden.search("oak")).hasSize(2);

            disk.heal();
            untilMended(garden);
            assertThat(garden.search("oak")).hasSize(2);
            assertThat(savedCommit()).contains(garden.commit());
            checkEqualsColdStart(garden);
        }
    }

    @Test
    void aPushAfterAFailedSaveIsPublishedAsEver() throws Exception {
        try (SyncedGarden garden = open(new SyncPace(Duration.ofMillis(1), NEVER.retry()))) {
            work.write("a.md", "an oak").write("pic.png", "x").commit("one");
            listeners.add("saboteur", published -> disk.failAt(1, Fault.DISK));
            garden.receive(work).sync();
            until(() -> garden.loop().status().troubles().containsKey("search index"));
            disk.heal();
            work.write("b.md", "another oak").commit("two");
            Publication published = garden.receive(work).sync();
            assertThat(published.report().notes().counts()).isEqualTo("1 added");
            assertThat(published.report().attachments()).isZero();
            disk.heal();
            checkEqualsColdStart(garden);
        }
    }

    @Test
    void readersSearchTheOldIndexWhileANewOneIsBuilt() throws Exception {
        try (SyncedGarden garden = open(NEVER)) {
            work.write("a.md", "an oak").commit("one");
            garden.receive(work).sync();
            work.write("b.md", "another oak").commit("two");
            disk.failAt(1, Fault.DISK);
            assertThatThrownBy(() -> garden.receive(work).sync()).hasMessageContaining("No space");
            disk.heal();
            ConcurrentLinkedQueue<Integer> found = new ConcurrentLinkedQueue<>();
            disk.watch(() -> found.add(garden.search("oak").size()));
            garden.sync();
            assertThat(found).isNotEmpty().containsOnly(1);
            assertThat(garden.search("oak")).hasSize(2);
        }
    }

    @Test
    void everyFailureIsRetriedUntilItIsMended() throws Exception {
        try (SyncedGarden garden = open(FAST)) {
            CommitId good = work.write("a.md", "an oak").commit("one");
            garden.receive(work).sync();
            CommitId second = work.write("b.md", "another oak").commit("two");
            work.git("push", "-q", garden.bare().toString(), "HEAD:refs/heads/elsewhere")
                    .orFail();
            Path ref = garden.bare().resolve("refs/heads/main");
            point(ref, "0123456789012345678901234567890123456789");
            assertThatThrownBy(garden::sync).hasMessageContaining("0123456789");
            for (int failures = 0; failures < 3; failures++) {
                Instant last = tried(garden);
                until(() -> tried(garden).isAfter(last));
            }
            assertThat(garden.commit()).isEqualTo(good);
            point(ref, second.hex());
            until(() -> garden.commit().equals(second));
            until(() -> garden.loop().status().lastFailure().isEmpty());
        }
    }

    /** What goes meanwhile is of the save before. */
    private static void copyIfThere(Path file, Path copy) throws IOException {
        try {
            Files.copy(file, copy);
        } catch (NoSuchFileException e) {
            assertThat(file).doesNotExist();
        }
    }

    /** As git does: another file in its place, so that who knows the old one sees that it is another. */
    private static void point(Path ref, String id) throws IOException {
        Path next = Files.writeString(ref.resolveSibling("next"), id + "\n");
        Files.move(next, ref, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Instant tried(SyncedGarden garden) {
        return garden.loop().status().lastFailure().orElseThrow().at();
    }

    @Test
    void theIndexIsSavedWhenTheWriterIsQuiet() throws Exception {
        try (SyncedGarden garden = open(FAST)) {
            CommitId commit = work.write("a.md", "an oak").commit("one");
            garden.receive(work).sync();
            until(() -> disk.saves() == 2);
            assertThat(savedCommit()).contains(commit);
        }
    }

    /** The commit of the index as it is on disk, while the writer has it. */
    private Optional<CommitId> savedCommit() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("copy"));
        try (var files = Files.list(folder.resolve("data/index"))) {
            for (Path file : files.filter(file -> !file.endsWith("write.lock")).toList()) {
                copyIfThere(file, copy.resolve(file.getFileName()));
            }
        }
        try (SearchIndex saved = SearchIndex.open(copy, "test")) {
            return saved.commit();
        }
    }

    @Test
    void listenersAreToldOneByOne() throws Exception {
        listeners.add("broken one", published -> {
            throw new IllegalStateException("about a hidden note");
        });
        listeners.add("deep one", published -> {
            throw new StackOverflowError();
        });
        try (SyncedGarden garden = open(NEVER)) {
            CommitId commit = work.write("a.md", "an oak").commit("one");
            Publication published = garden.receive(work).sync();
            assertThat(published.now().commit()).isEqualTo(commit);
            assertThat(garden.published()).containsExactly(published);
            SyncStatus status = garden.loop().status();
            assertThat(status.lastFailure()).isEmpty();
            assertThat(status.troubles()).containsOnlyKeys("broken one", "deep one");
            assertThat(status.troubles().values())
                    .extracting(Failure::message)
                    .contains("internal error (StackOverflowError); the log has the details");
            assertThat(status.toString()).doesNotContain("hidden");
        }
    }

    @Test
    void anEndInTheMiddleOfAnExchangeOfIndexesLeavesOne() throws Exception {
        CommitId commit = work.write("a.md", "an oak").commit("one");
        try (SyncedGarden garden = open(NEVER)) {
            garden.receive(work).sync();
        }
        Path index = folder.resolve("data/index");
        Files.move(index, folder.resolve("data/index.new"));
        Files.createDirectories(folder.resolve("data/index.old"));
        try (SyncedGarden garden = open(NEVER)) {
            assertThat(garden.published()).isEmpty();
            assertThat(garden.commit()).isEqualTo(commit);
        }
        Files.createDirectories(folder.resolve("data/index.new"));
        try (SyncedGarden garden = open(NEVER)) {
            assertThat(garden.published()).isEmpty();
            assertThat(garden.search("oak")).hasSize(1);
        }
        try (var left = Files.list(folder.resolve("data"))) {
            List<String> names = left.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("index"))
                    .toList();
            assertThat(names).containsExactly("index");
        }
    }
}
