package garden.git;

import static org.assertj.core.api.Assertions.assertThat;

import garden.git.RawPack.Entry;
import garden.git.push.GitLimits;
import garden.git.push.GitServer;
import garden.git.push.RawPush;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Small pushes that become large here. */
@Timeout(120)
class PackBudgetTest {

    private static final PackLimits LIMITS = new PackLimits(1_000_000, 200, 1_000, 20, Duration.ofMinutes(5));

    @TempDir
    private Path folder;

    private GitServer server(PackLimits limits) throws Exception {
        GitLimits most = GitServer.LIMITS;
        return new GitServer(
                folder.resolve("data"),
                new GitLimits(
                        false,
                        false,
                        most.maxPackBytes(),
                        most.maxObjectBytes(),
                        limits,
                        most.maxCommands(),
                        most.timeout()),
                GitServer.quiet());
    }

    private void checkRefused(RawPack pack, ObjectId tip, String reason) throws Exception {
        checkRefused(LIMITS, pack, tip, reason);
    }

    private void checkRefused(PackLimits limits, RawPack pack, ObjectId tip, String reason) throws Exception {
        try (GitServer server = server(limits)) {
            assertThat(RawPush.push(server, pack, tip))
                    .contains("refused: expected " + reason)
                    .contains("in the configuration to allow it")
                    .doesNotContain("ok refs/heads/main");
            assertThat(server.tip()).isEmpty();
        }
    }

    private static ObjectId commitOf(RawPack pack, ObjectId blob) {
        return pack.commit(pack.tree(new Entry("100644 a.bin", blob)));
    }

    @Test
    void theSumOfAllObjectsCounts() throws Exception {
        RawPack pack = new RawPack();
        ObjectId blob = pack.zeros(400_000);
        pack.zeros(400_001);
        pack.zeros(400_002);
        ObjectId tip = commitOf(pack, blob);

        assertThat(pack.bytes()).hasSizeLessThan(3_000);
        checkRefused(pack, tip, "at most 1000000 bytes when unpacked, found more; raise git.maxUnpackedBytes in the");
    }

    /** A few kilobytes that unpack to gigabytes are no notes. */
    @Test
    void aSmallPackMayUnpackToLess() throws Exception {
        PackLimits limits = new PackLimits(8_000_000, 200, 1_000, 20, Duration.ofMinutes(5));
        RawPack pack = new RawPack();
        ObjectId blob = pack.zeros(500_000);
        for (int i = 0; i < 5; i++) {
            pack.delta(blob, copyAnd(500_000, i));
        }

        assertThat(pack.bytes()).hasSizeLessThan(2_000);
        checkRefused(limits, pack, commitOf(pack, blob), "at most 2000000 bytes when unpacked from so small a pack");
    }

    @Test
    void soDoDifferencesThatAreNone() throws Exception {
        RawPack pack = new RawPack();
        ObjectId blob = pack.blob("x");
        pack.delta(blob, new byte[700_000]);
        pack.delta(blob, new byte[700_000]);

        checkRefused(pack, commitOf(pack, blob), "at most 1000000 bytes when unpacked");
    }

    @Test
    void soDoesWhatDifferencesMakeOfOneObject() throws Exception {
        RawPack pack = new RawPack();
        ObjectId blob = pack.zeros(300_000);
        pack.blob(new Random(1).ints(2_000, 0, 256).boxed().map(String::valueOf).collect(Collectors.joining()));
        for (int i = 0; i < 5; i++) {
            pack.delta(blob, copyAnd(300_000, i));
        }

        assertThat(pack.bytes()).hasSizeLessThan(8_000);
        checkRefused(pack, commitOf(pack, blob), "at most 1000000 bytes when unpacked");
    }

    /** The whole base, 65,536 bytes at a time, and one byte more; form: gitformat-pack(5), "Deltified representation". */
    private static byte[] copyAnd(int size, int last) {
        ByteArrayOutputStream delta = new ByteArrayOutputStream();
        number(delta, size);
        number(delta, size + 1);
        for (int at = 0; at < size; at += 0x10000) {
            int count = Math.min(0x10000, size - at);
            delta.writeBytes(new byte[] {
                (byte) 0xbf, (byte) at, (byte) (at >> 8), (byte) (at >> 16), 0, (byte) count, (byte) (count >> 8)
            });
        }
        delta.writeBytes(new byte[] {1, (byte) last});
        return delta.toByteArray();
    }

    private static void number(ByteArrayOutputStream out, int value) {
        int left = value;
        while (left > 127) {
            out.write((left & 127) | 128);
            left >>>= 7;
        }
        out.write(left);
    }

    @Test
    void theNumberOfObjectsIsBelievedOnlySoFar() throws Exception {
        RawPack pack = new RawPack();
        ObjectId tip = commitOf(pack, pack.blob("x"));

        checkRefused(
                pack.claiming(4_000_000_000L),
                tip,
                "at most 200 objects, found 4000000000; raise git.maxObjects in the");
    }

    @Test
    void aFolderInManyPlacesCountsInEach() throws Exception {
        RawPack pack = new RawPack();
        ObjectId tree = pack.tree(new Entry("100644 a.md", pack.blob("x")));
        for (int level = 0; level < 10; level++) {
            List<Entry> entries = new ArrayList<>();
            for (char name = 'a'; name < 'k'; name++) {
                entries.add(new Entry("40000 " + name, tree));
            }
            tree = pack.tree(entries.toArray(Entry[]::new));
        }

        checkRefused(
                pack,
                pack.commit(tree),
                "commits that change at most 1000 files and folders together, found more; raise git.maxChangedFiles");
    }

    @Test
    void commitsThatChangeEverythingAgainAndAgainCountEachTime() throws Exception {
        RawPack pack = new RawPack();
        ObjectId[] trees = new ObjectId[2];
        for (int i = 0; i < 2; i++) {
            ObjectId blob = pack.blob("" + i);
            List<Entry> entries = new ArrayList<>();
            for (char name = 'a'; name <= 'z'; name++) {
                entries.add(new Entry("100644 " + name + ".md", blob));
            }
            trees[i] = pack.tree(entries.toArray(Entry[]::new));
        }
        ObjectId tip = pack.commit(trees[0]);
        for (int i = 1; i < 50; i++) {
            tip = pack.commit(trees[i % 2], tip);
        }

        checkRefused(pack, tip, "commits that change at most 1000 files and folders together");
    }

    @Test
    void aCommitOfManyParentsIsNotFree() throws Exception {
        RawPack pack = new RawPack();
        ObjectId tree = pack.tree(new Entry("100644 a.md", pack.blob("x")));
        ObjectId first = pack.commit(tree);
        ObjectId[] parents = new ObjectId[1_000];
        Arrays.fill(parents, first);

        checkRefused(pack, pack.commit(tree, parents), "commits that change at most 1000 files and folders together");
    }

    @Test
    void foldersAreOnlySoDeep() throws Exception {
        RawPack pack = new RawPack();
        ObjectId tree = pack.tree(new Entry("100644 a.md", pack.blob("x")));
        for (int level = 0; level < 20; level++) {
            tree = pack.tree(new Entry("40000 d", tree));
        }
        try (GitServer server = server(LIMITS)) {
            assertThat(RawPush.push(server, pack, pack.commit(tree))).contains("ok refs/heads/main");
        }
        folder = folder.resolve("deeper");
        RawPack deeper = new RawPack();
        ObjectId inner = deeper.tree(new Entry("100644 a.md", deeper.blob("x")));
        for (int level = 0; level < 21; level++) {
            inner = deeper.tree(new Entry("40000 d", inner));
        }
        checkRefused(
                deeper,
                deeper.commit(inner),
                "at most 20 folders inside each other, found more; raise git.maxFolderDepth");
    }

    @Test
    void everyPushEnds() throws Exception {
        RawPack pack = new RawPack();
        PackLimits none = new PackLimits(1_000_000, 200, 1_000, 20, Duration.ofMillis(1));

        checkRefused(none, pack, commitOf(pack, pack.zeros(900_000)), "to be done after 0 s");
    }

    @Test
    void whatIsWithinTheLimitsIsTaken() throws Exception {
        RawPack pack = new RawPack();
        ObjectId blob = pack.zeros(300_000);
        pack.delta(blob, copyAnd(300_000, 1));
        ObjectId tip = commitOf(pack, blob);
        try (GitServer server = server(LIMITS)) {
            assertThat(RawPush.push(server, pack, tip)).contains("ok refs/heads/main");
        }
    }
}
