package garden.git.push;

import garden.git.PackLimits;
import java.time.Duration;

/**
 * What git clients may do and how much of it.
 *
 * @param anonymousClone whether fetching needs no token; a repository holds what pages hide
 * @param allowForcePush whether the served branch may leave commits behind
 * @param maxPackBytes of one push, as sent
 * @param maxObjectBytes of one file, unpacked
 * @param pack what one push may unpack to and change
 * @param maxCommands branches named by one push, however few of them may be pushed
 * @param timeout for each single read from a client; whole seconds
 */
public record GitLimits(
        boolean anonymousClone,
        boolean allowForcePush,
        long maxPackBytes,
        long maxObjectBytes,
        PackLimits pack,
        int maxCommands,
        Duration timeout) {

    /** The same, with what a pack may cost as configured when nothing is. */
    public GitLimits(
            boolean anonymousClone,
            boolean allowForcePush,
            long maxPackBytes,
            long maxObjectBytes,
            int maxCommands,
            Duration timeout) {
        this(anonymousClone, allowForcePush, maxPackBytes, maxObjectBytes, PackLimits.DEFAULT, maxCommands, timeout);
    }

    public GitLimits {
        if (maxPackBytes < 1 || maxObjectBytes < 1 || maxCommands < 1 || timeout.toSeconds() < 1) {
            throw new IllegalArgumentException("git limits: expected each at least 1, found " + maxPackBytes + " and "
                    + maxObjectBytes + " bytes, " + maxCommands + " commands, " + timeout.toSeconds() + " s");
        }
    }
}
