package garden.sync;

import garden.concurrent.Timings;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator about work that takes longer than a second, at most once a second. For one thread. */
final class Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

    private Instant last = Instant.now();

    /** So many of so many are done. */
    void report(String verb, int done, int total) {
        Instant now = Instant.now();
        if (now.isBefore(last.plus(Timings.PROGRESS))) {
            return;
        }
        last = now;
        LOG.info("{} {} of {}", verb, done, total);
    }
}
