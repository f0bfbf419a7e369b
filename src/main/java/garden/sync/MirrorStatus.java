package garden.sync;

import garden.concurrent.Failing;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the garden is at the commit of its upstream, and if not, why.
 *
 * @param upstream what is followed, fit to be shown
 * @param inStep when the garden was last known to be where the upstream is; empty when it never was since the start
 * @param behind why it cannot be followed; empty as long as it is in step, for all that is known
 */
public record MirrorStatus(String upstream, Optional<Instant> inStep, Optional<Failing> behind) {}
