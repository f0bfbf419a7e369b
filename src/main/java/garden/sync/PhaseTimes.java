package garden.sync;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** How long the phases of one publication take. Used by the sync thread alone. */
final class PhaseTimes {

    private final Map<PublicationPhase, Duration> times = new EnumMap<>(PublicationPhase.class);
    private long begun = System.nanoTime();

    /** Ends a phase that began with the end of the one before, the first with this object. */
    void end(PublicationPhase phase) {
        long now = System.nanoTime();
        times.merge(phase, Duration.ofNanos(now - begun), Duration::plus);
        begun = now;
    }

    /** Of the phases that ended, in their order. */
    Map<PublicationPhase, Duration> all() {
        return times;
    }
}
