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

/** Texts of past versions compared; results are kept, since bytes in git never change. Thread-safe. */
final class PastTexts {

    private static final int KEPT_COUNTS = 50_000;
    private static final int KEPT_BLAMES = 200;

    private final Past past;
    private final Cache<List<BlobId>, WordCounts> counts =
            Caffeine.newBuilder().maximumSize(KEPT_COUNTS).build();
    private final Cache<List<Version>, List<Blame.Passage>> blames =
            Caffeine.newBuilder().maximumSize(KEPT_BLAMES).build();

    PastTexts(Past past) {
        this.past = past;
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

    /** What readers may read of it: remarks, HTML comments and scripts are left out, their lines are not. */
    String text(BlobId blob) {
        try {
            return HiddenText.readable(new String(past.read(blob), StandardCharsets.UTF_8))
                    .replace("\r\n", "\n")
                    .replace("\r", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
