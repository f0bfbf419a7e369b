package garden.git;

import java.time.Duration;

/**
 * What one push or fetch may cost here. A few kilobytes can unpack to gigabytes, name a folder in a million places, or change
 * every file in each of a thousand commits; so what is counted is what comes out.
 *
 * @param maxUnpackedBytes of all objects together; a quarter of it for a pack that would have to unpack to over a thousand times its
 *     size to use more, as no history of notes does
 * @param maxObjects in one pack
 * @param maxEntries files and folders that differ from a commit to those it was built on, of all commits together
 * @param maxDepth folders inside each other
 * @param whole how long all of it may take; only so that a push ends in any case
 */
public record PackLimits(long maxUnpackedBytes, int maxObjects, long maxEntries, int maxDepth, Duration whole) {

    /** As configured when nothing is. */
    public static final PackLimits DEFAULT = new PackLimits(4L << 30, 1_000_000, 1_000_000, 100, Duration.ofHours(1));

    private static final int USUAL_RATIO = 1_000;

    public PackLimits {
        if (maxUnpackedBytes < 1 || maxObjects < 1 || maxEntries < 1 || maxDepth < 1 || whole.toMillis() < 1) {
            throw new IllegalArgumentException("pack limits: expected each at least 1, found " + maxUnpackedBytes
                    + " bytes, " + maxObjects + " objects, " + maxEntries + " entries, " + maxDepth + " folders, "
                    + whole);
        }
    }

    /** What a pack of which so many bytes came may unpack to. */
    long maxUnpackedBytes(long received) {
        long usual = received > Long.MAX_VALUE / USUAL_RATIO ? Long.MAX_VALUE : received * USUAL_RATIO;
        return Math.min(maxUnpackedBytes, Math.max(maxUnpackedBytes / 4, usual));
    }
}
