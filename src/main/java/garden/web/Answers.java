package garden.web;

import garden.graph.Target;
import garden.note.BlobId;
import garden.note.CommitHistory;
import garden.note.CommitId;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import garden.note.Slug;
import garden.page.Views;
import garden.page.address.Address;
import garden.page.address.Site;
import garden.page.asset.Assets;
import garden.page.layout.ListSizes;
import garden.page.layout.Viewer;
import garden.page.layout.Viewing;
import garden.snapshot.Audience;
import garden.snapshot.ChangeReport;
import garden.snapshot.Garden;
import garden.snapshot.Place;
import garden.snapshot.Place.Absent;
import garden.snapshot.Place.AttachmentPlace;
import garden.snapshot.Place.AuthorRedirect;
import garden.snapshot.Place.CanonicalRedirect;
import garden.snapshot.Place.Closed;
import garden.snapshot.Place.DeletedNote;
import garden.snapshot.Place.ExternalRedirect;
import garden.snapshot.Place.NotePlace;
import garden.snapshot.Place.Nowhere;
import garden.snapshot.Place.Page;
import garden.snapshot.Place.Redirect;
import garden.snapshot.Place.Several;
import garden.web.answer.Answer;
import garden.web.answer.Answer.Caching;
import garden.web.answer.ContentTypes;
import garden.web.answer.HttpFailure;
import garden.web.answer.PageAnswers;
import garden.web.answer.PushReports;
import garden.web.answer.SecurityHeaders;
import garden.web.api.Api;
import garden.web.api.ResolveApi;
import garden.web.content.FeedAnswers;
import garden.web.content.HistoryAnswers;
import garden.web.content.LegacyFiles;
import garden.web.content.StatusPage;
import garden.web.content.UpstreamAnswers;
import garden.web.live.LiveUpdates;
import garden.web.wiring.Metrics;
import garden.web.wiring.Wiring;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the garden answers at each address. Thread-safe; each answer reads one viewing, for whom it is told. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    /** So many reports are read at a time. */
    private static final int REPORTS = 25;

    /** There are never more, and looking for one reads all reports. */
    private static final int MAX_UPDATE_PAGES = 50;

    private final Site site;
    private final Wiring.Making making;
    private final Wiring.Running running;
    private final Wiring.Doors doors;
    private final Api api;
    private final FeedAnswers feeds;
    private final LegacyFiles legacyFiles;
    private final PageAnswers pages;

    Answers(Site site, Wiring.Making making, Wiring.Running running, Wiring.Doors doors) {
        this.site = site;
        this.making = making;
        this.running = running;
        this.doors = doors;
        this.api = new Api(site, running);
        this.feeds = new FeedAnswers(site, making.views());
        this.legacyFiles = new LegacyFiles(making.pages().links(site));
        this.pages = making.answers();
    }

    /** The answer at {@code address}. */
    Answer at(Address address, Viewing viewing) {
        return switch (address) {
            case Address.Content(Slug slug) -> content(slug, 1, viewing);
            case Address.More(Address.Content(Slug slug), int page) -> content(slug, page, viewing);
            case Address.More(Address.Fixed fixed, int page) -> fixed(fixed, page, viewing);
            case Address.More(Address.Backlinks(Slug slug), int page) -> backlinks(slug, page, viewing);
            case Address.More(Address.NoteApi(String path), int page) -> api.note(viewing.garden(), path, page);
            case Address.More more -> throw new HttpFailure(HttpFailure.Reason.NOT_FOUND);
            case Address.Backlinks(Slug slug) -> backlinks(slug, 1, viewing);
            case Address.Version(Slug slug, String version) -> version(slug, version, viewing);
            case Address.NoteSource(Slug slug, String suffix) -> source(slug, suffix, viewing);
            case Address.Search(String query, int page) ->
                pages.kept(making.views().search(viewing, query, page));
            case Address.Fixed fixed -> fixed(fixed, 1, viewing);
            case Address.PushPage(String commit) -> push(commit, viewing);
            case Address.Asset(String name) -> asset(name);
            case Address.NoteApi(String path) -> api.note(viewing.garden(), path, 1);
            case Address.History history -> HistoryAnswers.of(site, making).at(history, viewing);
            case Address.SearchApi(String query, int limit) -> api.search(viewing.snapshot(), query, limit);
            case Address.Feed feed -> feeds.feed(feed, viewing.snapshot());
            case Address.Sitemap(int part) -> feeds.sitemap(part, viewing.garden());
            case Address.Suggestions(String query) -> feeds.suggestions(query, viewing.snapshot());
            case Address.ResolveApi(String from, String link) ->
                new ResolveApi(site, making.views()).answer(viewing.garden(), from, link);
            case Address.Live live -> live(live, viewing);
            case Address.Malformed malformed -> throw new HttpFailure(HttpFailure.Reason.BAD_ADDRESS);
            case Address.Hook hook -> throw new HttpFailure(HttpFailure.Reason.NOT_FOUND);
            case Address.Unknown unknown -> throw new HttpFailure(HttpFailure.Reason.NOT_FOUND);
        };
    }

    private Answer fixed(Address.Fixed fixed, int page, Viewing viewing) {
        return switch (fixed) {
            case RECENT -> pages.kept(making.views().recent(viewing, page));
            case UPDATES -> updates(page, viewing);
            case COMMITS -> HistoryAnswers.of(site, making).commits(page, viewing);
            case PROBLEMS -> pages.kept(making.views().problems(viewing, page));
            case PUSHES -> pushes(page, viewing);
            case SIGN_IN -> new Answer.Sent(site.href(Address.Fixed.PUSHES), 302);
            case STATUS -> new StatusPage(making, running).answer(viewing);
            case STATUS_API -> api.status(viewing.garden());
            case GRAPH_API -> api.graph(viewing.garden());
            case LINKS_API -> api.links(viewing.garden());
            case ROBOTS -> Answer.Body.text(200, feeds.robots(), Caching.BY_COMMIT);
            case CONTENT_INDEX -> feeds.contentIndex(viewing.snapshot());
            case OPEN_SEARCH -> feeds.openSearch();
            case FAVICON -> icon("favicon.ico");
            case TOUCH_ICON -> icon("touch-icon.png");
            case METRICS -> metrics(viewing);
            case HEALTH -> Answer.Body.text(200, "ok\n", Caching.NEVER);
            case READINESS -> readiness(viewing.garden());
        };
    }

    private Answer content(Slug slug, int page, Viewing viewing) {
        Optional<Answer> waiting = new UpstreamAnswers(making, running.status()).waiting(viewing);
        if (waiting.isPresent()) {
            return waiting.get();
        }
        Place place = viewing.garden().find(slug.value());
        if (Views.isWelcome(viewing.garden(), place)) {
            return pages.kept(making.views()
                    .welcome(viewing, site.origin() + site.basePath() + GardenServer.GIT_PATH, doors.branch()));
        }
        return switch (place) {
            case CanonicalRedirect(Slug to) -> new Answer.Moved(making.views().href(to));
            case AttachmentPlace(NotePath path) -> file(path, Caching.BY_CONTENT, viewing.garden());
            case AuthorRedirect(Slug to, String suffix, int status) ->
                new Answer.Sent(making.views().href(to) + suffix, status);
            case ExternalRedirect(String url, int status) -> new Answer.Sent(url, status);
            case Closed(int status) when status == 410 -> throw new HttpFailure(HttpFailure.Reason.GONE);
            case DeletedNote(var last) -> gone(slug, last, viewing);
            case Closed closed -> notFound(slug, viewing);
            case Nowhere nowhere -> legacyFiles.at(slug).orElseGet(() -> notFound(slug, viewing));
            case Several(var candidates) -> pages.unkept(300, making.views().several(viewing, candidates));
            case Page found -> pages.finished(making.views().at(viewing, found, page));
        };
    }

    private Answer backlinks(Slug slug, int page, Viewing viewing) {
        return making.views()
                .backlinks(viewing, slug, page)
                .<Answer>map(pages::finished)
                .orElseThrow(() -> new HttpFailure(HttpFailure.Reason.NOT_FOUND));
    }

    private Answer notFound(Slug slug, Viewing viewing) {
        return pages.unkept(404, making.views().notFound(viewing, slug.value()));
    }

    private Answer gone(Slug slug, RenamedOrDeleted.Deleted last, Viewing viewing) {
        return pages.unkept(410, making.views().gone(viewing, slug, last));
    }

    private Answer pushes(int page, Viewing viewing) {
        int size = ListSizes.PUSHES;
        int offset = (int) Math.min(Integer.MAX_VALUE / 2, (page - 1L) * size);
        List<ChangeReport> reports = told(door -> door.newest(offset, size));
        return pages.unkept(200, making.views().pushes(viewing, reports, told(PushReports::size), page));
    }

    /** Something that is asked of the reports. */
    @FunctionalInterface
    private interface Question<T> {

        T of(PushReports door) throws IOException;
    }

    private <T> T told(Question<T> question) {
        PushReports door = doors.pushes().orElseThrow(() -> new HttpFailure(HttpFailure.Reason.NOT_FOUND));
        try {
            return question.of(door);
        } catch (IOException e) {
            LOG.warn("cannot tell of pushes: {}", e.getMessage());
            throw new HttpFailure(HttpFailure.Reason.NO_REPORTS);
        }
    }

    /** Made anew each time: when updates came is not in the commit. */
    private Answer updates(int page, Viewing viewing) {
        Garden garden = viewing.garden();
        if (page > MAX_UPDATE_PAGES) {
            throw new HttpFailure(HttpFailure.Reason.NOT_FOUND);
        }
        Optional<CommitHistory> past = making.past().flatMap(views -> views.at(garden));
        Iterator<ChangeReport> reports = Stream.iterate(0, offset -> offset + REPORTS)
                .map(offset -> told(door -> door.upTo(garden.tip(), offset, REPORTS)))
                .takeWhile(some -> !some.isEmpty())
                .flatMap(List::stream)
                .iterator();
        return pages.unkept(200, making.views().updates(viewing, past, reports, page));
    }

    private Answer push(String commit, Viewing viewing) {
        return CommitId.parse(commit)
                .flatMap(id -> told(door -> door.at(id)))
                .<Answer>map(report -> pages.unkept(200, making.views().push(viewing, report)))
                .orElseThrow(() -> new HttpFailure(HttpFailure.Reason.NOT_FOUND));
    }

    private Answer version(Slug slug, String version, Viewing viewing) {
        Place place = viewing.garden().find(slug.value());
        if (!(place instanceof AttachmentPlace(NotePath path))) {
            return content(slug, 1, viewing);
        }
        BlobId blob = viewing.garden().attachment(path).orElseThrow();
        boolean isThatVersion = !version.isEmpty() && blob.hex().startsWith(version);
        return file(path, isThatVersion ? Caching.FOR_EVER : Caching.BY_CONTENT, viewing.garden());
    }

    private static Answer file(NotePath path, Caching caching, Garden garden) {
        BlobId blob = garden.attachment(path).orElseThrow();
        return new Answer.File(path, blob, ContentTypes.of(path), caching);
    }

    /** Whole to operators; the tag that readers get is of the commit, since that of the content would tell of every remark. */
    private Answer markdown(Note note, Viewer viewer) {
        return viewer.isOperator()
                ? new Answer.File(note.path(), note.blob(), ContentTypes.MARKDOWN, Caching.FOR_OPERATORS)
                : new Answer.Body(
                        200,
                        ContentTypes.MARKDOWN,
                        making.views().readable(note),
                        Caching.BY_COMMIT,
                        SecurityHeaders.FILE);
    }

    /** The Markdown of a note, at its path or at its address with a suffix of notes. Two notes of one name: the page of the second is at its path. */
    private Answer source(Slug slug, String suffix, Viewing viewing) {
        Garden garden = viewing.garden();
        Slug whole = new Slug(slug.value() + suffix);
        Optional<Note> note =
                Optional.of(whole.value()).filter(NotePath::isPath).flatMap(path -> garden.note(new NotePath(path)));
        if (note.isPresent() && garden.slug(note.get().path()).equals(whole)) {
            return content(whole, 1, viewing);
        }
        if (note.isPresent()) {
            return markdown(note.get(), viewing.viewer());
        }
        return switch (garden.find(slug.value())) {
            case NotePlace(Note found) -> markdown(found, viewing.viewer());
            case CanonicalRedirect(Slug to)
            when !to.value().endsWith("/") -> new Answer.Moved(site.href(new Address.NoteSource(to, suffix)));
            case DeletedNote(var last) -> gone(slug, last, viewing);
            case Page page -> content(whole, 1, viewing);
            case AttachmentPlace attachment -> content(whole, 1, viewing);
            case Redirect elsewhere -> content(whole, 1, viewing);
            case Several several -> content(whole, 1, viewing);
            case Absent absent -> content(whole, 1, viewing);
        };
    }

    private Answer asset(String name) {
        return making.pages()
                .assets()
                .find(name)
                .<Answer>map(asset -> file(asset, Caching.FOR_EVER))
                .orElseThrow(() -> new HttpFailure(HttpFailure.Reason.NOT_FOUND));
    }

    /** At an address that browsers know without being told, so it cannot be named by its content. */
    private Answer icon(String file) {
        return file(making.pages().assets().named(file), Caching.FOR_A_DAY);
    }

    private static Answer file(Assets.Asset asset, Caching caching) {
        return new Answer.Body(200, asset.contentType(), asset.bytes(), caching, SecurityHeaders.FILE);
    }

    /** Where figures are not told, a note may live. */
    private Answer metrics(Viewing viewing) {
        return running.metrics()
                .<Answer>map(metrics -> new Answer.Body(
                        200, Metrics.TYPE, metrics.text().getBytes(StandardCharsets.UTF_8), Caching.NEVER))
                .orElseGet(() -> content(new Slug("metrics"), 1, viewing));
    }

    private Answer readiness(Garden garden) {
        Optional<Answer> ofMirror = new UpstreamAnswers(making, running.status()).readiness(garden);
        if (ofMirror.isPresent()) {
            return ofMirror.get();
        }
        return running.status().get().publishedAt().isPresent()
                ? Answer.Body.text(200, "ready, serving " + garden.commit().hex() + "\n", Caching.NEVER)
                : Answer.Body.text(503, "starting\n", Caching.NEVER);
    }

    /** The greeting of who does not say what the page shows. */
    private Answer.Live live(Address.Live live, Viewing viewing) {
        int question = live.at().indexOf('?');
        String path = question < 0 ? live.at() : live.at().substring(0, question);
        Set<Target> targets = Address.parse(path, "") instanceof Address.Content(Slug slug)
                ? PageTargets.at(slug, viewing.garden())
                : Set.of();
        Audience audience = viewing.viewer().audience();
        return new Answer.Live(
                audience,
                new LiveUpdates.Watch(targets),
                () -> new Answer.Greeting(audience.commit(running.live().garden()), Optional.empty()));
    }
}
