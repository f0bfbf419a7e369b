package garden.diff;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.NotePath;
import garden.note.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BlameTest {

    /** Versions of a note, by number; the texts are what the blobs hold. */
    private final List<Version> versions = new ArrayList<>();

    private final List<String> texts = new ArrayList<>();

    private BlameTest add(String text, int... before) {
        versions.addFirst(version(text, before));
        return this;
    }

    private BlameTest addIgnored(String text, int... before) {
        Version version = version(text, before);
        versions.addFirst(new Version(
                version.commit(),
                Instant.EPOCH,
                "A",
                "s",
                version.path(),
                version.blob(),
                version.before(),
                Optional.empty(),
                true));
        return this;
    }

    private Version version(String text, int... before) {
        texts.add(text.replace(' ', '\n') + "\n");
        List<BlobId> replaced = new ArrayList<>();
        for (int number : before) {
            replaced.add(blob(number));
        }
        return new Version(
                new CommitId(String.format("%040x", versions.size())),
                Instant.EPOCH,
                "A",
                "s",
                new NotePath("a.md"),
                blob(texts.size() - 1),
                replaced,
                Optional.empty(),
                false);
    }

    private static BlobId blob(int number) {
        return new BlobId(String.format("%040x", number));
    }

    private String blamed() {
        List<Blame.Passage> passages = Blame.of(versions, blob -> texts.get(Integer.parseInt(blob.hex(), 16)));
        return passages.stream()
                .map(passage -> (passage.origin() < 0 ? "?" : "" + (versions.size() - 1 - passage.origin())) + ":"
                        + passage.text().strip().replace('\n', ' '))
                .collect(Collectors.joining(" | "));
    }

    @Test
    void lineIsOfTheVersionThatBroughtItIn() {
        add("a b c").add("a x c", 0).add("a x c d", 1);

        assertThat(blamed()).isEqualTo("0:a | 1:x | 0:c | 2:d");
    }

    @Test
    void mergeKeepsTheLinesOfBothSides() {
        add("a b").add("a b left", 0).add("right a b", 0).add("right a b left", 1, 2);

        assertThat(blamed()).isEqualTo("2:right | 0:a b | 1:left");
    }

    @Test
    void ignoredVersionHandsItsLinesOn() {
        add("a b c").addIgnored("A B C", 0).add("A B x", 1);

        assertThat(blamed()).isEqualTo("0:A B | 2:x");
    }

    @Test
    void lineThatAnIgnoredVersionAddedIsItsOwn() {
        add("a").addIgnored("A B", 0);

        assertThat(blamed()).isEqualTo("0:A | 1:B");
    }

    @Test
    void whatIsOlderThanTheVersionsAtHandHasNoOrigin() {
        texts.add("a\nb\n");
        add("a x", 0);

        assertThat(blamed()).isEqualTo("?:a | 0:x");
    }

    @Test
    void emptyNoteHasNoPassage() {
        texts.add("");
        versions.add(new Version(
                new CommitId("0".repeat(40)),
                Instant.EPOCH,
                "",
                "",
                new NotePath("a.md"),
                blob(0),
                List.of(),
                Optional.empty(),
                false));

        assertThat(blamed()).isEmpty();
    }
}
