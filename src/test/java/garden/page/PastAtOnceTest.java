package garden.page;

import static org.assertj.core.api.Assertions.assertThat;

import garden.diff.Difference;
import garden.note.BlobId;
import garden.note.CommitHistory;
import garden.note.CommitId;
import garden.note.NotePath;
import garden.note.SampleNotes;
import garden.note.Version;
import garden.page.history.Past;
import garden.page.history.PastTexts;
import garden.snapshot.SampleGardens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What many readers ask of the past at once is made once. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PastAtOnceTest {

    private static final NotePath OAK = new NotePath("oak.md");
    private static final BlobId OLD = SampleNotes.blob("old");
    private static final BlobId YOUNG = SampleNotes.blob("young");

    private final Texts texts = new Texts(Map.of(OLD, "one\ntwo\n", YOUNG, "one\nthree\n"));

    @AutoClose
    private PlantedGarden garden;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        garden = new PlantedGarden(folder);
    }

    /** Its bytes are read twice: to know its links, and to render it. */
    @Test
    void aPastVersionIsReadAndRenderedOnce() throws Exception {
        garden.plant("--- oak.md\nSee [[elm]].\n--- elm.md\nx\n");
        BlobId blob = SampleNotes.blob("oak.md\nSee [[elm]].\n");
        OthersAtOnce others = new OthersAtOnce(() -> garden.past(OAK, blob));
        garden.duringRendering(others::ask);
        assertThat(garden.past(OAK, blob).body().html()).contains(">elm</a>");
        others.join();
        assertThat(garden.renderings()).isEqualTo(2);
        assertThat(garden.past(OAK, blob).note().title()).isEqualTo("oak");
        assertThat(garden.renderings()).isEqualTo(2);
    }

    @Test
    void aPastVersionFollowsTheLinksOfToday() throws Exception {
        garden.plant("--- oak.md\nSee [[elm]].\n");
        BlobId blob = SampleNotes.blob("oak.md\nSee [[elm]].\n");
        assertThat(garden.past(OAK, blob).body().html()).contains("nothing is named");
        garden.plant("--- elm.md\nx\n");
        assertThat(garden.past(OAK, blob).body().html()).doesNotContain("nothing is named");
    }

    @Test
    void aDifferenceIsComparedOnce() throws Exception {
        PastTexts compared = PastTexts.whole(texts);
        OthersAtOnce others = new OthersAtOnce(() -> compared.difference(Optional.of(OLD), YOUNG));
        texts.duringReading = others::ask;
        Difference difference = compared.difference(Optional.of(OLD), YOUNG);
        others.join();
        assertThat(difference.inserted()).isEqualTo(1);
        assertThat(texts.read).containsExactly(OLD, YOUNG);
    }

    @Test
    void theLinesOfANoteAreComparedOnce() throws Exception {
        PastTexts compared = PastTexts.whole(texts);
        List<Version> versions = List.of(version(2, YOUNG, List.of(OLD)), version(1, OLD, List.of()));
        OthersAtOnce others = new OthersAtOnce(() -> compared.blame(versions));
        texts.duringReading = others::ask;
        assertThat(compared.blame(versions)).hasSize(2);
        others.join();
        assertThat(texts.read).containsExactly(YOUNG, OLD);
    }

    @Test
    void wordsAreCountedOnce() throws Exception {
        PastTexts compared = PastTexts.whole(texts);
        Version version = version(2, YOUNG, List.of(OLD));
        OthersAtOnce others = new OthersAtOnce(() -> compared.counts(version));
        texts.duringReading = others::ask;
        assertThat(compared.counts(version)).isEqualTo(new PastTexts.WordCounts(1, 1));
        others.join();
        assertThat(texts.read).containsExactly(OLD, YOUNG);
    }

    private static Version version(int commit, BlobId blob, List<BlobId> before) {
        return new Version(
                SampleGardens.commit(commit), Instant.EPOCH, "", "", OAK, blob, before, Optional.empty(), false);
    }

    /** Texts without a history. */
    private static final class Texts implements Past {

        private final Map<BlobId, String> texts;
        private final List<BlobId> read = Collections.synchronizedList(new ArrayList<>());
        private Runnable duringReading = () -> {};

        private Texts(Map<BlobId, String> texts) {
            this.texts = texts;
        }

        @Override
        public Optional<CommitHistory> at(CommitId commit) {
            return Optional.empty();
        }

        @Override
        public boolean isCutOff() {
            return false;
        }

        @Override
        public byte[] read(BlobId blob) {
            read.add(blob);
            duringReading.run();
            return texts.getOrDefault(blob, "").getBytes(StandardCharsets.UTF_8);
        }
    }
}
