package garden.web;

import garden.page.Banner;
import garden.page.Pages;
import garden.page.PastViews;
import garden.page.Site;
import garden.page.Views;
import garden.snapshot.LiveGarden;
import jakarta.servlet.http.HttpServlet;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the web is connected to.
 *
 * @param settings all that besides the commit and the site decides what pages say, in whichever form
 * @param past makes the pages about the past; empty when readers may not open them
 * @param pushes empty where nobody can push
 * @param git serves the repository at {@code /garden.git}; empty when nobody may clone or push
 * @param branch the served branch, for people who push
 * @param heartbeat how long a live stream may be silent
 * @param hooks where forges tell of news; empty when nobody may
 * @param metrics figures for machines; empty when they are not told
 */
public record Wiring(
        Site site,
        String settings,
        LiveGarden live,
        Views views,
        Optional<PastViews> past,
        Pages pages,
        BlobDoor blobs,
        LiveUpdates updates,
        Supplier<ServerStatus> status,
        Optional<PushDoor> pushes,
        Optional<HttpServlet> git,
        String branch,
        Duration heartbeat,
        Optional<Webhooks> hooks,
        Optional<Metrics> metrics) {

    /** The same for those who may push: what notes hide from their pages is shown, and a banner, if there is one. */
    Wiring forOperators(Optional<Banner> banner) {
        Optional<PastViews> whole = past.map(PastViews::whole);
        return banner.map(told -> with(views.under(told), whole.map(pages -> pages.under(told))))
                .orElseGet(() -> with(views, whole));
    }

    private Wiring with(Views views, Optional<PastViews> past) {
        return new Wiring(
                site, settings, live, views, past, pages, blobs, updates, status, pushes, git, branch, heartbeat, hooks,
                metrics);
    }

    /** The address that git is given. */
    String cloneUrl() {
        return site.origin() + site.basePath() + GardenServer.GIT_PATH;
    }
}
