package garden.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import garden.diff.Blame;
import garden.diff.Difference;
import garden.markdown.HiddenText;
import garden.note.BlobId;
import garden.note.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Texts of past versions compared; results are kept, since bytes in git never change. Thread-safe. */
final class PastTexts {

    private static final int KEPT_COUNTS = 50_000;
    private static final int KEPT_BLAMES = 200;

    private final Past past;
    private final UnaryOperator<String> reading;
    private final Cache<List<BlobId>, WordCounts> counts =
            Caffeine.newBuilder().maximumSize(KEPT_COUNTS).build();
    private final Cache<List<Version>, List<Blame.Passage>> blames =
            Caffeine.newBuilder().maximumSize(KEPT_BLAMES).build();

    private final Cache<List<BlobId>, Boolean> sames =
            Caffeine.newBuilder().maximumSize(KEPT_COUNTS).build();

    /** Those that readers may read: remarks, HTML comments and scripts are left out, their lines are not. */
    static PastTexts readable(Past past) {
        return new PastTexts(past, HiddenText::readable);
    }

    /** Those that authors wrote. */
    static PastTexts whole(Past past) {
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
        List<BlobId> key = List.of(one, other);
        Boolean known = sames.getIfPresent(key);
        if (known != null) {
            return known;
        }
        boolean fresh = HiddenText.isSameButHidden(bytes(one), bytes(other));
        sames.put(key, fresh);
        return fresh;
    }

    /** How many words came in and were taken out. */
    record WordCounts(int inserted, int deleted) {}

    /** What a version changed of what it replaced; of several that it joined, of the first. */
    WordCounts counts(Version version) {
        List<BlobId> key = version.before().isEmpty()
                ? List.of(version.blob())
                : List.of(version.before().getFirst(), version.blob());
        WordCounts known = counts.getIfPresent(key);
        if (known != null) {
            return known;
        }
        Difference difference = difference(version.before().stream().findFirst(), version.blob());
        WordCounts fresh = new WordCounts(difference.inserted(), difference.deleted());
        counts.put(key, fresh);
        return fresh;
    }

    /** How {@code before}, or nothing, became {@code after}. */
    Difference difference(Optional<BlobId> before, BlobId after) {
        return Difference.between(before.map(this::text).orElse(""), text(after));
    }

    /** Which of {@code versions}, from the newest, wrote which lines of the first. */
    List<Blame.Passage> blame(List<Version> versions) {
        List<Blame.Passage> known = blames.getIfPresent(versions);
        if (known != null) {
            return known;
        }
        Map<BlobId, String> texts = new HashMap<>();
        List<Blame.Passage> fresh = Blame.of(versions, blob -> texts.computeIfAbsent(blob, this::text));
        blames.put(versions, fresh);
        return fresh;
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
