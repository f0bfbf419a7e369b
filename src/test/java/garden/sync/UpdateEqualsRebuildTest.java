package garden.sync;

import static org.assertj.core.api.Assertions.assertThat;

import garden.Arbitrary;
import garden.concurrent.Backoff;
import garden.concurrent.Listeners;
import garden.git.GitRepo;
import garden.graph.PageNames;
import garden.markdown.Markdown;
import garden.markdown.model.MarkdownLimits;
import garden.note.NotePath;
import garden.note.UrlCase;
import garden.search.FaultyDisk;
import garden.search.FaultyDisk.Fault;
import garden.snapshot.AddressRules;
import garden.snapshot.NameOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
        Arbitrary arbitrary = new Arbitrary(seed);
        RandomGenerator random = new java.util.Random(seed);
        GitRepo work = GitRepo.in(folder.resolve("work"));
        TreeSet<NotePath> living = new TreeSet<>();
        try (SyncedGarden updated = SyncedGarden.open(folder.resolve("updated"), rules)) {
            for (int step = 0; step < STEPS; step++) {
                edit(work, living, arbitrary);
                if (step % 3 == 2 && !living.isEmpty()) {
                    rename(work, living, random.nextInt(living.size()));
                }
                move(work, living, arbitrary);
                redirect(work, random.nextInt(4));
                ignore(work, random.nextInt(8));
                breakLines(work, random.nextInt(6));
                work.commit("step " + step);
                updated.receive(work).sync();
                checkEqualsRebuilt(updated, work, "seed " + seed + ", step " + step);
            }
        }
    }

    /** Disks that are full, memory that is short and listeners that throw, anywhere: once they are well again nothing is left of it. */
    @ParameterizedTest
    @ValueSource(longs = {17, 18, 19})
    void afterFailuresOfDiskAndListeners(long seed) throws Exception {
        Arbitrary arbitrary = new Arbitrary(seed);
        RandomGenerator random = new java.util.Random(seed);
        GitRepo work = GitRepo.in(folder.resolve("work"));
        TreeSet<NotePath> living = new TreeSet<>();
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
                edit(work, living, arbitrary);
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
        Arbitrary arbitrary = new Arbitrary(seed);
        GitRepo work = GitRepo.in(folder.resolve("work"));
        TreeSet<NotePath> living = new TreeSet<>();
        try (SyncedGarden updated = SyncedGarden.open(folder.resolve("updated"), shortPages())) {
            for (int step = 0; step < STEPS / 2; step++) {
                edit(work, living, arbitrary);
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

    private static void edit(GitRepo work, Set<NotePath> living, Arbitrary arbitrary) {
        List<NotePath> deleted = arbitrary.deletions(List.copyOf(living));
        Map<NotePath, Arbitrary.Draft> edits = arbitrary.edits(List.copyOf(living), 3);
        deleted.forEach(path -> work.delete(path.value()));
        deleted.forEach(living::remove);
        edits.forEach((path, draft) -> {
            String visibility = arbitrary.pick(List.of("", "", "", "unlisted: true\n", "draft: true\n"));
            work.write(path.value(), draft.markdown().replaceFirst("^---\n", "---\n" + visibility));
        });
        living.addAll(edits.keySet());
    }

    private static void redirect(GitRepo work, int choice) {
        switch (choice) {
            case 0 -> work.write("_redirects", "/old /a\n/bad\n/x/* /b/:splat\n");
            case 1 -> work.write("_redirects", "/old /b 302!\n");
            case 2 -> work.write(".redirects.gollum", "---\nold.md: a.md\n");
            default -> work.write("_redirects", "");
        }
    }

    private static void ignore(GitRepo work, int choice) {
        switch (choice) {
            case 0 -> work.write(".gardenignore", "moved/\n");
            case 1 -> work.write(".gardenignore", "*\n!a/\n!*.md\n");
            case 2 -> work.write("a/.gardenignore", "/E*\n");
            case 3 -> work.write(".gardenignore", "");
            case 4 -> work.write("a/.gardenignore", "*.png\n");
            default -> {}
        }
    }

    private static void move(GitRepo work, Set<NotePath> living, Arbitrary arbitrary) {
        arbitrary.move(List.copyOf(living)).forEach((to, from) -> {
            work.move(from.value(), to.value());
            living.remove(from);
            living.add(to);
        });
    }

    private static void breakLines(GitRepo work, int choice) {
        switch (choice) {
            case 0 -> work.write(".obsidian/app.json", "{}");
            case 1 -> work.write(".obsidian/app.json", "{\"strictLineBreaks\": true}");
            case 2 ->
                work.write(".obsidian/app.json", "{\"strictLineBreaks\": false}")
                        .write(".obsidian/x.json", "{}");
            case 3 -> work.write(".obsidian/app.json", "unreadable");
            case 4 -> work.write(".obsidian/app.json", "").delete(".obsidian/app.json");
            default -> {}
        }
    }

    private static void rename(GitRepo work, Set<NotePath> living, int index) {
        NotePath from = List.copyOf(living).get(index);
        NotePath to = new NotePath("moved/" + from.fileName());
        if (living.add(to)) {
            work.move(from.value(), to.value());
            living.remove(from);
        }
    }
}
