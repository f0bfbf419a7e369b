package garden.server;

import garden.concurrent.Listeners;
import garden.page.address.Site;
import garden.snapshot.Audience;
import garden.sync.Publication;
import garden.web.cache.PageCache;
import garden.web.live.LiveUpdates;
import garden.web.webhook.OutgoingWebhooks;
import garden.web.wiring.Metrics;
import java.util.Locale;

/** Those who are told of each publication, one by one, in the sync thread, in the order in which they were added; none of them makes it wait. */
record PublicationListeners(Listeners<Publication> all) {

    /** None yet. */
    PublicationListeners() {
        this(new Listeners<>());
    }

    void addLog(Pushes pushes) {
        all.add("push log", pushes::add);
    }

    /** Before open pages, which ask for what they show now. */
    void addFinishedPages(PageCache cache) {
        all.add(
                "finished pages",
                published -> cache.published(published.before(), published.now(), published.affected()));
    }

    /** Each audience is told the commit that it knows of. */
    void addOpenPages(LiveUpdates updates) {
        all.add("open pages", published -> {
            updates.published(Audience.OPERATORS, published.now().tip(), published.affected());
            if (published.isSeen()) {
                updates.published(Audience.READERS, published.now().commit(), published.seen());
            }
        });
    }

    void addWebhooks(OutgoingWebhooks webhooks, Site site) {
        PublicationPayload payloads = new PublicationPayload(site);
        all.add("announcements", published -> webhooks.announce(() -> payloads.of(published)));
    }

    /** Only what readers see is counted. */
    void addFigures(Metrics figures) {
        all.add("figures", published -> {
            if (published.isSeen()) {
                figures.published(published.took());
                published
                        .phases()
                        .forEach((phase, took) -> figures.phase(phase.name().toLowerCase(Locale.ROOT), took));
            }
        });
    }
}
