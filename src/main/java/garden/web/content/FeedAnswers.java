package garden.web.content;

import garden.feed.ContentIndex;
import garden.feed.Feed;
import garden.feed.FeedText;
import garden.feed.Feeds;
import garden.feed.OpenSearch;
import garden.feed.Sitemap;
import garden.page.Views;
import garden.page.address.Address;
import garden.page.address.FeedForm;
import garden.page.address.Site;
import garden.snapshot.Garden;
import garden.snapshot.Snapshot;
import garden.web.answer.Answer;
import garden.web.answer.Answer.Caching;
import garden.web.answer.ContentTypes;
import garden.web.answer.HttpFailure;
import garden.web.answer.HttpFailure.Reason;
import garden.web.answer.SecurityHeaders;

/** The garden for feed readers, search engines and browsers. */
public final class FeedAnswers {

    private final Site site;
    private final Feeds feeds;

    /** @param views of one garden */
    public FeedAnswers(Site site, Views views) {
        this.site = site;
        this.feeds = new Feeds(site, views);
    }

    /** The feed at an address. */
    public Answer feed(Address.Feed address, Snapshot snapshot) {
        FeedForm form = address.form();
        return feeds.moved(address.scope(), snapshot.garden())
                .<Answer>map(scope -> new Answer.Moved(site.href(new Address.Feed(form, scope))))
                .or(() -> feeds.at(address, snapshot).map(feed -> feed(feed, form)))
                .orElseThrow(() -> new HttpFailure(Reason.NOT_FOUND));
    }

    private static Answer feed(Feed feed, FeedForm form) {
        Answer answer = body(form.contentType() + "; charset=utf-8", FeedText.of(feed, form));
        return feed.isPending() ? answer.forNow() : answer;
    }

    /** The parts are counted only for those who ask for one. */
    public Answer sitemap(int part, Garden garden) {
        Sitemap sitemap = new Sitemap(site, garden);
        if (part > 0 && part > sitemap.parts()) {
            throw new HttpFailure(Reason.NOT_FOUND);
        }
        return new Answer.Stream(
                ContentTypes.XML, Caching.BY_COMMIT, SecurityHeaders.FEED, out -> sitemap.write(part, out));
    }

    /** All notes with their links. */
    public Answer contentIndex(Snapshot snapshot) {
        ContentIndex index = new ContentIndex(site, snapshot.garden(), snapshot.search());
        return new Answer.Stream(ContentTypes.JSON, Caching.BY_COMMIT, SecurityHeaders.FEED, index::write);
    }

    /** The description of the search, for browsers. */
    public Answer openSearch() {
        return body(OpenSearch.TYPE + "; charset=utf-8", OpenSearch.description(site));
    }

    /** Suggestions for a query, as OpenSearch wants them. */
    public Answer suggestions(String query, Snapshot snapshot) {
        return body(OpenSearch.SUGGESTIONS_TYPE, OpenSearch.suggestions(site, snapshot, query));
    }

    /** Pictures and styles are for those who show previews; searches and histories are endless. */
    public String robots() {
        String own = site.basePath() + "/-/";
        return "User-agent: *\nAllow: " + own + "assets/\nAllow: " + own + "feed/\nDisallow: " + own + "\n\nSitemap: "
                + site.url(new Address.Sitemap(0)) + "\n";
    }

    private static Answer body(String contentType, byte[] bytes) {
        return new Answer.Body(200, contentType, bytes, Caching.BY_COMMIT, SecurityHeaders.FEED);
    }
}
