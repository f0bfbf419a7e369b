package garden.git.upstream;

import garden.git.PackLimits;
import java.time.Duration;

/**
 * How much of an upstream is taken at once.
 *
 * @param maxPackBytes of one fetch, as sent
 * @param maxObjectBytes of one file, unpacked
 * @param pack what one fetch may unpack to and change
 * @param silence how long each single read may wait; whole seconds
 * @param whole how long a fetch may take
 */
public record UpstreamLimits(
        long maxPackBytes, long maxObjectBytes, PackLimits pack, Duration silence, Duration whole) {

    /** The same, with what a pack may cost as configured when nothing is. */
    public UpstreamLimits(long maxPackBytes, long maxObjectBytes, Duration silence, Duration whole) {
        this(maxPackBytes, maxObjectBytes, PackLimits.DEFAULT, silence, whole);
    }

    public UpstreamLimits {
        if (maxPackBytes < 1 || maxObjectBytes < 1 || silence.toSeconds() < 1 || whole.toSeconds() < 1) {
            throw new IllegalArgumentException("upstream limits: expected each at least 1, found " + maxPackBytes
                    + " and " + maxObjectBytes + " bytes, " + silence + ", " + whole);
        }
    }
}
