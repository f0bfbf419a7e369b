package garden.sync;

import static org.assertj.core.api.Assertions.assertThat;

import garden.Arbitrary;
import garden.concurrent.Backoff;
import garden.concurrent.Listeners;
import garden.git.GitRepo;
import garden.graph.PageNames;
import garden.markdown.Markdown;
import garden.markdown.model.MarkdownLimits;
import garden.note.UrlCase;
import garden.search.FaultyDisk;
import garden.search.FaultyDisk.Fault;
import garden.snapshot.AddressRules;
import garden.snapshot.NameOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A garden is a function of its commit: random creations, edits, renames, deletions, and changes of aliases and titles,
 * pushed one after the other, leave the garden and the index that a rebuild makes.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class UpdateEqualsRebuildTest {

    private static final int STEPS = 12;

    /** A step writes so much at most, its save included. */
    private static final int MAX_WRITES = 16;

    private static final List<Fault> FAULTS = List.of(Fault.values());

    private static final List<String> QUERIES = List.of(
            "elm",
            "see",
            "now oak",
            "tag:fruit",
            "two words",
            "café",
            "path:a/",
            "elmm",
            "-ash see",
            "x",
            "label",
            "label a");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void afterEveryPush(long seed) throws Exception {
        check(seed, AddressRules.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(longs = {15, 16})
    void afterEveryPushWithLowerAddressesAndDashedNames(long seed) throws Exception {
        check(seed, new AddressRules(UrlCase.LOWER, Set.of(), PageNames.DASHED, NameOrder.of("sv")));
    }

    private void check(long seed, AddressRules rules) throws Exception {
        RandomLife life = new RandomLife(seed, folder.resolve("work"));
        try (SyncedGarden updated = SyncedGarden.open(folder.resolve("updated"), rules)) {
            for (int step = 0; step < STEPS; step++) {
                life.step(step);
                updated.receive(life.work()).sync();
                checkEqualsRebuilt(updated, life.work(), "seed " + seed + ", step " + step);
            }
        }
    }

    /** Disks that are full, memory that is short and listeners that throw, anywhere: once they are well again nothing is left of it. */
    @ParameterizedTest
    @ValueSource(longs = {17, 18, 19})
    void afterFailuresOfDiskAndListeners(long seed) throws Exception {
        RandomLife life = new RandomLife(seed, folder.resolve("work"));
        Arbitrary arbitrary = life.arbitrary();
        RandomGenerator random = new java.util.Random(seed);
        GitRepo work = life.work();
        FaultyDisk disk = new FaultyDisk();
        Listeners<Publication> listeners = new Listeners<Publication>().add("unsteady", published -> {
            if (random.nextBoolean()) {
                throw new StackOverflowError();
            }
        });
        SyncPace pace = new SyncPace(Duration.ofMillis(1), new Backoff(Duration.ofMillis(1), Duration.ofMillis(5)));
        SyncedGarden.Setup setup =
                new SyncedGarden.Setup(AddressRules.DEFAULT, place -> disk.open(place, "test"), listeners, pace);
        try (SyncedGarden updated = SyncedGarden.open(folder.resolve("updated"), setup)) {
            for (int step = 0; step < STEPS; step++) {
                life.edit();
                work.commit("step " + step);
                disk.failAt(1 + arbitrary.number(MAX_WRITES), FAULTS.get(arbitrary.number(FAULTS.size())));
                updated.receive(work)
                        .loop()
                        .sync()
                        .handle((published, failure) -> published)
                        .get();
                disk.heal();
                updated.sync();
                checkEqualsRebuilt(updated, work, "seed " + seed + ", step " + step);
            }
        }
    }

    /** Notes of many parts, and one that is refused in one piece, among some that are rendered whole. */
    @ParameterizedTest
    @ValueSource(longs = {20, 21})
    void afterEveryPushOfLongNotes(long seed) throws Exception {
        RandomLife life = new RandomLife(seed, folder.resolve("work"));
        Arbitrary arbitrary = life.arbitrary();
        GitRepo work = life.work();
        try (SyncedGarden updated = SyncedGarden.open(folder.resolve("updated"), shortPages())) {
            for (int step = 0; step < STEPS / 2; step++) {
                life.edit();
                String tail = arbitrary.pick(List.of("# Elm", "[[elm]]", "%%\n[[oak]]\n%%", "#fruit now oak ^b1"));
                work.write("long.md", "[[long " + step + "]]\n\n" + "- words of a list\n".repeat(5_000) + tail + "\n");
                work.write("refused.md", "[[long]]\n\n" + ">".repeat(150 + step) + "\n\n" + tail + "\n");
                work.commit("step " + step);
                updated.receive(work).sync();
                String when = "seed " + seed + ", step " + step;
                checkEqualsRebuilt(
                        updated, work, SyncedGarden.open(folder.resolve("rebuilt " + when), shortPages()), when);
            }
        }
    }

    private static Markdown shortPages() {
        MarkdownLimits usual = MarkdownLimits.DEFAULT;
        return new Markdown(new MarkdownLimits(
                300, usual.maxReadBytes(), usual.maxNesting(), usual.maxOutputChars(), usual.processorTime()));
    }

    private void checkEqualsRebuilt(SyncedGarden updated, GitRepo work, String when) throws Exception {
        Path data = folder.resolve("rebuilt " + when);
        checkEqualsRebuilt(
                updated, work, SyncedGarden.open(data, updated.garden().addressRules()), when);
    }

    private static void checkEqualsRebuilt(SyncedGarden updated, GitRepo work, SyncedGarden opened, String when)
            throws Exception {
        try (SyncedGarden rebuilt = opened) {
            rebuilt.receive(work).sync();
            assertThat(updated.garden()).as(when).isEqualTo(rebuilt.garden());
            for (String query : QUERIES) {
                assertThat(updated.search(query)).as(when + ", " + query).isEqualTo(rebuilt.search(query));
            }
        }
    }
}
