package garden.page.history;

import garden.diff.Blame;
import garden.diff.Difference;
import garden.markdown.ReadableText;
import garden.note.BlobId;
import garden.note.Version;
import garden.page.note.Memo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Texts of past versions compared; results are kept, since bytes in git never change. Thread-safe. */
public final class PastTexts {

    private static final int KEPT_COUNTS = 50_000;
    private static final int KEPT_BLAMES = 200;
    private static final long KEPT_DIFFERENCE_CHARS = 4L << 20;

    private final Past past;
    private final UnaryOperator<String> reading;
    private final Memo<List<BlobId>, WordCounts> counts = Memo.ofSize(KEPT_COUNTS);
    private final Memo<List<BlobId>, Boolean> sames = Memo.ofSize(KEPT_COUNTS);
    private final Memo<List<Version>, List<Blame.Passage>> blames = Memo.ofSize(KEPT_BLAMES);
    private final Memo<Change, Difference> differences =
            Memo.ofWeight(KEPT_DIFFERENCE_CHARS, (change, difference) -> 100 + length(difference), difference -> true);

    /** Those that readers may read: remarks, HTML comments and scripts are left out, their lines are not. */
    static PastTexts readable(Past past) {
        return new PastTexts(past, ReadableText::of);
    }

    /** Those that authors wrote. */
    public static PastTexts whole(Past past) {
        return new PastTexts(past, UnaryOperator.identity());
    }

    private PastTexts(Past past, UnaryOperator<String> reading) {
        this.past = past;
        this.reading = reading;
    }

    /** Whether two versions of a note are one to readers. */
    boolean isSame(BlobId one, BlobId other) {
        if (one.equals(other)) {
            return true;
        }
        return sames.get(List.of(one, other), () -> ReadableText.isSame(bytes(one), bytes(other)));
    }

    /** From what to what. */
    private record Change(Optional<BlobId> before, BlobId after) {}

    /** How many words came in and were taken out. */
    public record WordCounts(int inserted, int deleted) {}

    /** What a version changed of what it replaced; of several that it joined, of the first. */
    public WordCounts counts(Version version) {
        List<BlobId> key = version.before().isEmpty()
                ? List.of(version.blob())
                : List.of(version.before().getFirst(), version.blob());
        return counts.get(key, () -> {
            Difference difference = compared(version.before().stream().findFirst(), version.blob());
            return new WordCounts(difference.inserted(), difference.deleted());
        });
    }

    /** How {@code before}, or nothing, became {@code after}. */
    public Difference difference(Optional<BlobId> before, BlobId after) {
        return differences.get(new Change(before, after), () -> compared(before, after));
    }

    private Difference compared(Optional<BlobId> before, BlobId after) {
        return Difference.between(before.map(this::text).orElse(""), text(after));
    }

    private static int length(Difference difference) {
        return difference.blocks().stream()
                .mapToInt(block -> switch (block) {
                    case Difference.Near near -> near.text().length();
                    case Difference.Folded folded -> 0;
                    case Difference.Changed changed ->
                        changed.pieces().stream()
                                .mapToInt(piece -> piece.text().length())
                                .sum();
                })
                .sum();
    }

    /** Which of {@code versions}, from the newest, wrote which lines of the first. */
    public List<Blame.Passage> blame(List<Version> versions) {
        return blames.get(versions, () -> {
            Map<BlobId, String> texts = new HashMap<>();
            return Blame.of(versions, blob -> texts.computeIfAbsent(blob, this::text));
        });
    }

    private String text(BlobId blob) {
        return reading.apply(new String(bytes(blob), StandardCharsets.UTF_8))
                .replace("\r\n", "\n")
                .replace("\r", "\n");
    }

    private byte[] bytes(BlobId blob) {
        try {
            return past.read(blob);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
