package garden.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import garden.git.GitRepo;
import garden.note.CommitId;
import garden.note.NotePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SyncLoopTest {

    @TempDir
    Path folder;

    private GitRepo work;

    @BeforeEach
    void makeWorkTree() {
        work = GitRepo.in(folder.resolve("work"));
    }

    private SyncedGarden open() throws IOException {
        return SyncedGarden.open(folder.resolve("data"));
    }

    @Test
    void emptyRepositoryIsAnEmptyGarden() throws IOException {
        try (SyncedGarden garden = open()) {
            assertThat(garden.commit()).isEqualTo(CommitId.NONE);
            assertThat(garden.garden().graph().notes()).isEmpty();
        }
    }

    @Test
    void publishesTheTipWithItsIndex() throws Exception {
        try (SyncedGarden garden = open()) {
            CommitId commit = work.write("elm.md", "an [[oak]] stands").commit("elm");
            garden.receive(work);
            Publication step = garden.sync();
            assertThat(step.now().commit()).isEqualTo(commit);
            assertThat(garden.garden().graph().notes()).containsOnlyKeys(new NotePath("elm.md"));
            assertThat(garden.search("stands")).hasSize(1);
            assertThat(garden.published()).containsExactly(step);
        }
    }

    @Test
    void requestsThatPileUpAreAnsweredTogether() throws Exception {
        try (SyncedGarden garden = open()) {
            work.write("elm.md", "x").commit("elm");
            garden.receive(work);
            List<CompletableFuture<Publication>> requests =
                    IntStream.range(0, 20).mapToObj(i -> garden.loop().sync()).toList();
            for (CompletableFuture<Publication> request : requests) {
                assertThat(request.get().now().commit()).isEqualTo(work.head());
            }
            assertThat(garden.published()).hasSize(1);
        }
    }

    @Test
    void privateNotesAreNowhere() throws Exception {
        try (SyncedGarden garden = open()) {
            work.write("draft.md", "---\ndraft: true\n---\nsecretive [[elm]]")
                    .write("elm.md", "[[draft]]")
                    .write(".obsidian/x.md", "secretive")
                    .commit("all");
            garden.receive(work).sync();
            assertThat(garden.garden().graph().notes()).containsOnlyKeys(new NotePath("elm.md"));
            assertThat(garden.search("secretive")).isEmpty();

            work.write("draft.md", "secretive no more").commit("publish");
            garden.receive(work).sync();
            assertThat(garden.search("secretive")).hasSize(1);

            work.write("draft.md", "---\npublish: false\n---\nsecretive").commit("hide");
            garden.receive(work).sync();
            assertThat(garden.search("secretive")).isEmpty();
            assertThat(garden.garden().graph().notes()).containsOnlyKeys(new NotePath("elm.md"));
        }
    }

    @Test
    void aListOfIgnoredFilesHoldsInItsPushForAllThatItNames() throws Exception {
        work.write("elm.md", "![[p/oak.png]] [[p/oak]]")
                .write("p/oak.md", "secretive")
                .write("p/oak.png", "x")
                .write("open.md", "said aloud")
                .commit("all");
        try (SyncedGarden garden = open()) {
            garden.receive(work).sync();
            assertThat(garden.search("secretive")).hasSize(1);

            work.write(".gardenignore", "P/\nnowhere/\n").delete("open.md").commit("hide");
            garden.receive(work);
            Publication step = garden.sync();
            assertThat(garden.garden().graph().notes()).containsOnlyKeys(new NotePath("elm.md"));
            assertThat(garden.garden().attachments()).isEmpty();
            assertThat(garden.search("secretive")).isEmpty();
            assertThat(step.details().hidden()).containsExactly(new NotePath("p/oak.md"));
            assertThat(step.details().remarks())
                    .containsExactly(
                            ".gardenignore:2: pattern \"nowhere/\" fits no file; patterns are those of .gitignore");
        }
        try (SyncedGarden restarted = open()) {
            assertThat(restarted.garden().graph().notes()).containsOnlyKeys(new NotePath("elm.md"));
            assertThat(restarted.garden().attachments()).isEmpty();

            work.write(".gardenignore", "p/*\n!p/oak.md\n").commit("show");
            restarted.receive(work);
            assertThat(restarted.sync().details().revealed()).containsExactly(new NotePath("p/oak.md"));
            assertThat(restarted.search("secretive")).hasSize(1);
            assertThat(restarted.garden().attachments()).isEmpty();

            work.delete(".gardenignore").commit("all again");
            restarted.receive(work).sync();
            assertThat(restarted.garden().attachments()).containsOnlyKeys(new NotePath("p/oak.png"));
        }
    }

    @Test
    void aListOfIgnoredFilesThatCannotBeReadHidesItsFolder() throws Exception {
        work.write("elm.md", "").write("p/oak.md", "").write("p/q/ash.md", "").commit("all");
        try (SyncedGarden garden = open()) {
            garden.receive(work).sync();
            for (byte[] list : List.of(
                    "nothing\n\0".getBytes(StandardCharsets.UTF_8),
                    ("# " + "x".repeat(1 << 20) + "\noak.md\n").getBytes(StandardCharsets.UTF_8))) {
                work.write("p/.gardenignore", list).commit("list");
                garden.receive(work);
                assertThat(garden.sync().details().remarks())
                        .containsExactly(
                                "p/.gardenignore: expected text in UTF-8 or UTF-16 of at most 1 MiB, found something"
                                        + " else; until then nothing in its folder is shown");
                assertThat(garden.garden().graph().notes()).containsOnlyKeys(new NotePath("elm.md"));
                work.delete("p/.gardenignore").commit("none");
                garden.receive(work).sync();
                assertThat(garden.garden().graph().notes()).hasSize(3);
            }
            work.write("p/.gardenignore", "\uFEFFoak.md\r\n".getBytes(StandardCharsets.UTF_16LE))
                    .commit("as some shells write it");
            garden.receive(work);
            assertThat(garden.sync().details().remarks()).isEmpty();
            assertThat(garden.garden().graph().notes())
                    .containsOnlyKeys(new NotePath("elm.md"), new NotePath("p/q/ash.md"));
        }
    }

    @Test
    void theAuthorIsToldWhyANoteIsHidden() throws Exception {
        try (SyncedGarden garden = open()) {
            work.write("elm.md", "---\ndraft: maybe\n---\n").commit("elm");
            garden.receive(work);
            assertThat(garden.sync().details().toAuthor())
                    .containsExactly("elm.md:2: draft: expected true or false, found \"maybe\", so the note is hidden");
        }
    }

    @Test
    void unlistedNotesAreShownButNotFound() throws Exception {
        try (SyncedGarden garden = open()) {
            work.write("hidden.md", "---\nunlisted: true\ntags: [quiet]\n---\nwhispered")
                    .write("b.md", "aloud")
                    .commit("all");
            garden.receive(work).sync();
            assertThat(garden.garden().note(new NotePath("hidden.md"))).isPresent();
            for (String query : List.of("whispered", "hidden", "tag:quiet", "path:hid", "quiet -aloud", "hiden")) {
                assertThat(garden.search(query)).as(query).isEmpty();
            }
        }
        try (SyncedGarden restarted = open()) {
            assertThat(restarted.garden().note(new NotePath("hidden.md"))).isPresent();
        }
    }

    @Test
    void restartReplaysOnlyTheDifference() throws Exception {
        try (SyncedGarden garden = open()) {
            work.write("a.md", "[[b]] first").write("img.png", "x").commit("one");
            garden.receive(work).sync();
        }
        work.write("b.md", "second").commit("two");
        try (SyncedGarden bare = open()) {
            bare.receive(work);
        }
        try (SyncedGarden garden = open()) {
            assertThat(garden.commit()).isEqualTo(work.head());
            checkEqualsColdStart(garden);
        }
    }

    @Test
    void forcePushIsAsAColdStart() throws Exception {
        try (SyncedGarden garden = open()) {
            work.write("a.md", "[[b]]").write("b.md", "b").commit("one");
            work.write("c.md", "[[a]]").commit("two");
            garden.receive(work).sync();
            work.git("checkout", "-q", "--orphan", "other").orFail();
            work.delete("a.md").write("b.md", "[[c]] b").commit("unrelated");
            garden.receive(work).sync();
            assertThat(garden.commit()).isEqualTo(work.head());
            checkEqualsColdStart(garden);
        }
    }

    @Test
    void damagedIndexIsRebuilt() throws Exception {
        try (SyncedGarden garden = open()) {
            work.write("a.md", "first").commit("one");
            garden.receive(work).sync();
        }
        try (Stream<Path> files = Files.list(folder.resolve("data/index"))) {
            for (Path file : files.toList()) {
                Files.writeString(file, "not an index");
            }
        }
        try (SyncedGarden garden = open()) {
            assertThat(garden.search("first")).hasSize(1);
            checkEqualsColdStart(garden);
        }
    }

    @Test
    void keepsServingTheOldCommitWhenTheRepositoryIsDamaged() throws Exception {
        try (SyncedGarden garden = open()) {
            CommitId good = work.write("a.md", "first").commit("one");
            garden.receive(work).sync();
            String missing = "0123456789012345678901234567890123456789";
            Path ref = garden.bare().resolve("refs/heads/main");
            Files.writeString(ref, missing + "\n");
            assertThatThrownBy(garden::sync)
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining(missing);
            assertThat(garden.commit()).isEqualTo(good);
            assertThat(garden.loop().status().lastFailure()).isPresent();

            Files.writeString(ref, good + "\n");
            work.write("a.md", "second").commit("two");
            garden.receive(work).sync();
            assertThat(garden.search("second")).hasSize(1);
            assertThat(garden.loop().status().lastFailure()).isEmpty();
            checkEqualsColdStart(garden);
        }
    }

    @Test
    void whoeverWaitsIsToldWhenTheServerStops() throws Exception {
        SyncedGarden garden = open();
        work.write("a.md", "first").commit("one");
        garden.receive(work);
        List<CompletableFuture<Publication>> requests =
                IntStream.range(0, 50).mapToObj(i -> garden.loop().sync()).toList();
        garden.close();
        assertThat(requests).allMatch(CompletableFuture::isDone);
        assertThatThrownBy(() -> garden.loop().sync().get()).hasMessageContaining("stopping");
    }

    private void checkEqualsColdStart(SyncedGarden garden) throws Exception {
        try (SyncedGarden cold = SyncedGarden.open(folder.resolve("cold"))) {
            cold.receive(work).sync();
            assertThat(garden.garden()).isEqualTo(cold.garden());
        }
    }
}
