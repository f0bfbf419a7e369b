package garden;

import garden.sync.Published;
import garden.web.Announcements;
import garden.web.LiveUpdates;
import garden.web.Metrics;
import java.util.Optional;

/** Passes each publication on to those who want to know, in the sync thread, without making it wait. */
final class Publication {

    private final LiveUpdates updates;
    private final Announcements announcements;
    private final Announcing announcing;
    private volatile Optional<Metrics> metrics = Optional.empty();

    Publication(LiveUpdates updates, Announcements announcements, Announcing announcing) {
        this.updates = updates;
        this.announcements = announcements;
        this.announcing = announcing;
    }

    /** Counts publications too, from now on. */
    void count(Metrics counted) {
        metrics = Optional.of(counted);
    }

    void tell(Published published) {
        updates.published(published.now().commit(), published.affected());
        metrics.ifPresent(figures -> figures.published(published.took()));
        announcements.announce(() -> announcing.of(published));
    }
}
