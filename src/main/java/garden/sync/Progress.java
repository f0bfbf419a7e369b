package garden.sync;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator about work that takes longer than a second, at most once a second. For one thread. */
final class Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private Instant last = Instant.now();

    /** So many of so many are done. */
    void report(String verb, int done, int total) {
        Instant now = Instant.now();
        if (now.isBefore(last.plus(INTERVAL))) {
            return;
        }
        last = now;
        LOG.info("{} {} of {}", verb, done, total);
    }
}
