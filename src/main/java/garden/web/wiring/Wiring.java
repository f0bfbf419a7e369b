package garden.web.wiring;

import garden.page.Pages;
import garden.page.Views;
import garden.page.address.Site;
import garden.page.history.PastViews;
import garden.snapshot.LiveGarden;
import garden.web.answer.BlobSource;
import garden.web.answer.PageAnswers;
import garden.web.answer.PushReports;
import garden.web.answer.ServerStatus;
import garden.web.cache.PageCache;
import garden.web.live.LiveUpdates;
import garden.web.webhook.Webhooks;
import jakarta.servlet.http.HttpServlet;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the web is connected to, by what it is for. Only what is made here is handed the whole; everything else takes what it needs.
 *
 * @param settings all that besides the commit and the site decides what pages say, in whichever form
 * @param heartbeat how long a live stream may be silent
 */
public record Wiring(Site site, Making making, Running running, Doors doors, String settings, Duration heartbeat) {

    /**
     * What pages are made with.
     *
     * @param past makes the pages about the past; empty when readers may not open them
     */
    public record Making(Views views, Optional<PastViews> past, Pages pages) {

        /** From a view to an answer. */
        public PageAnswers answers() {
            return new PageAnswers(pages);
        }
    }

    /**
     * What changes while the server runs.
     *
     * @param metrics figures for machines; empty when they are not told
     */
    public record Running(
            LiveGarden live,
            LiveUpdates updates,
            PageCache cache,
            Supplier<ServerStatus> status,
            Optional<Metrics> metrics) {}

    /**
     * The ways to git.
     *
     * @param pushes empty where nobody can push
     * @param git serves the repository at {@code /garden.git}; empty when nobody may clone or push
     * @param hooks where forges tell of news; empty when nobody may
     * @param branch the served branch, for people who push
     */
    public record Doors(
            BlobSource blobs,
            Optional<PushReports> pushes,
            Optional<HttpServlet> git,
            Optional<Webhooks> hooks,
            String branch) {}
}
