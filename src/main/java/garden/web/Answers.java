package garden.web;

import garden.graph.Target;
import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import garden.note.Slug;
import garden.note.Tag;
import garden.page.Views;
import garden.page.address.Address;
import garden.page.address.Site;
import garden.page.asset.Assets;
import garden.page.history.Past;
import garden.page.history.PastViews;
import garden.page.layout.ListSizes;
import garden.page.view.Banner;
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
import garden.snapshot.Place.FolderPlace;
import garden.snapshot.Place.NotePlace;
import garden.snapshot.Place.Nowhere;
import garden.snapshot.Place.Page;
import garden.snapshot.Place.Redirect;
import garden.snapshot.Place.Several;
import garden.snapshot.Place.TagPlace;
import garden.snapshot.Place.TagsPlace;
import garden.snapshot.Snapshot;
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
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the garden answers at each address. Thread-safe; each answer reads one snapshot. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String MARKDOWN = "text/markdown; charset=utf-8";

    /** So many reports are read at a time. */
    private static final int REPORTS = 25;

    /** There are never more, and looking for one reads all reports. */
    private static final int MAX_UPDATE_PAGES = 50;

    private final Site site;
    private final Wiring.Making making;
    private final Wiring.Running running;
    private final Wiring.Doors doors;
    private final LiveUpdates.Audience audience;
    private final Api api;
    private final FeedAnswers feeds;
    private final LegacyFiles legacyFiles;
    private final PageAnswers pages;

    /** What readers get. */
    Answers(Site site, Wiring.Making making, Wiring.Running running, Wiring.Doors doors) {
        this(site, making, running, doors, LiveUpdates.Audience.READERS);
    }

    private Answers(
            Site site,
            Wiring.Making making,
            Wiring.Running running,
            Wiring.Doors doors,
            LiveUpdates.Audience audience) {
        this.site = site;
        this.making = making;
        this.running = running;
        this.doors = doors;
        this.audience = audience;
        this.api = new Api(site, running);
        this.feeds = new FeedAnswers(site, making.views());
        this.legacyFiles = new LegacyFiles(making.pages().links(site));
        this.pages = making.answers();
    }

    /** What those who may push get: what notes hide from their pages is shown, and a banner, if there is one. */
    Answers forOperators(Optional<Banner> banner) {
        Optional<PastViews> whole = making.past().map(PastViews::whole);
        Wiring.Making told = new Wiring.Making(
                banner.map(making.views()::under).orElse(making.views()),
                whole.map(views -> banner.map(views::under).orElse(views)),
                making.pages());
        return new Answers(site, told, running, doors, LiveUpdates.Audience.OPERATORS);
    }

    /** The answer at {@code address} in {@code snapshot}. */
    Answer at(Address address, Snapshot snapshot) {
        return switch (address) {
            case Address.Content(Slug slug) -> content(slug, 1, snapshot);
            case Address.More(Address.Content(Slug slug), int page) -> content(slug, page, snapshot);
            case Address.More(Address.Fixed fixed, int page) -> fixed(fixed, page, snapshot);
            case Address.More(Address.Backlinks(Slug slug), int page) -> backlinks(slug, page, snapshot);
            case Address.More(Address.NoteApi(String path), int page) -> api.note(snapshot.garden(), path, page);
            case Address.More more -> throw new HttpFailure(HttpFailure.Reason.NOT_FOUND);
            case Address.Backlinks(Slug slug) -> backlinks(slug, 1, snapshot);
            case Address.Version(Slug slug, String version) -> version(slug, version, snapshot);
            case Address.NoteSource(Slug slug, String suffix) -> source(slug, suffix, snapshot);
            case Address.Search(String query, int page) ->
                pages.kept(making.views().search(snapshot, query, page));
            case Address.Fixed fixed -> fixed(fixed, 1, snapshot);
            case Address.PushPage(String commit) -> push(commit, snapshot);
            case Address.Asset(String name) -> asset(name);
            case Address.NoteApi(String path) -> api.note(snapshot.garden(), path, 1);
            case Address.History history -> HistoryAnswers.of(site, making).at(history, snapshot.garden());
            case Address.SearchApi(String query, int limit) -> api.search(snapshot, query, limit);
            case Address.Feed feed -> feeds.feed(feed, snapshot);
            case Address.Sitemap(int part) -> feeds.sitemap(part, snapshot.garden());
            case Address.Suggestions(String query) -> feeds.suggestions(query, snapshot);
            case Address.ResolveApi(String from, String link) ->
                new ResolveApi(site, making.views()).answer(snapshot.garden(), from, link);
            case Address.Live(String at) -> new Answer.Live(watch(at, snapshot.garden()));
            case Address.Malformed malformed -> throw new HttpFailure(HttpFailure.Reason.BAD_ADDRESS);
            case Address.Hook hook -> throw new HttpFailure(HttpFailure.Reason.NOT_FOUND);
            case Address.Unknown unknown -> throw new HttpFailure(HttpFailure.Reason.NOT_FOUND);
        };
    }

    private Answer fixed(Address.Fixed fixed, int page, Snapshot snapshot) {
        return switch (fixed) {
            case RECENT -> pages.kept(making.views().recent(snapshot, page));
            case UPDATES -> updates(page, snapshot.garden());
            case COMMITS -> HistoryAnswers.of(site, making).commits(page, snapshot.garden());
            case PROBLEMS -> pages.kept(making.views().problems(snapshot, page));
            case PUSHES -> pushes(page, snapshot);
            case SIGN_IN -> new Answer.Sent(site.href(Address.Fixed.PUSHES), 302);
            case STATUS -> new StatusPage(making, running).answer(snapshot.garden());
            case STATUS_API -> api.status(snapshot.garden());
            case GRAPH_API -> api.graph(snapshot.garden());
            case LINKS_API -> api.links(snapshot.garden());
            case ROBOTS -> text(feeds.robots(), Caching.BY_COMMIT);
            case CONTENT_INDEX -> feeds.contentIndex(snapshot);
            case OPEN_SEARCH -> feeds.openSearch();
            case FAVICON -> icon("favicon.ico");
            case TOUCH_ICON -> icon("touch-icon.png");
            case METRICS -> metrics(snapshot);
            case HEALTH -> text("ok\n", Caching.NEVER);
            case READINESS -> readiness(snapshot.garden());
        };
    }

    private Answer content(Slug slug, int page, Snapshot snapshot) {
        Optional<Answer> waiting = new UpstreamAnswers(making, running.status()).waiting(snapshot.garden());
        if (waiting.isPresent()) {
            return waiting.get();
        }
        Place place = snapshot.garden().find(slug.value());
        if (Views.isWelcome(snapshot.garden(), place)) {
            return pages.kept(making.views()
                    .welcome(
                            snapshot.garden(),
                            site.origin() + site.basePath() + GardenServer.GIT_PATH,
                            doors.branch()));
        }
        return switch (place) {
            case CanonicalRedirect(Slug to) -> new Answer.Moved(making.views().href(to));
            case AttachmentPlace(NotePath path) -> file(path, Caching.BY_CONTENT, snapshot.garden());
            case AuthorRedirect(Slug to, String suffix, int status) ->
                new Answer.Sent(making.views().href(to) + suffix, status);
            case ExternalRedirect(String url, int status) -> new Answer.Sent(url, status);
            case Closed(int status) when status == 410 -> throw new HttpFailure(HttpFailure.Reason.GONE);
            case DeletedNote(var last) -> gone(slug, last, snapshot);
            case Closed closed -> notFound(slug, snapshot);
            case Nowhere nowhere -> legacyFiles.at(slug).orElseGet(() -> notFound(slug, snapshot));
            case Several(var candidates) -> pages.unkept(300, making.views().several(snapshot, candidates));
            case Page found -> pages.kept(making.views().at(snapshot, found, page));
        };
    }

    private Answer backlinks(Slug slug, int page, Snapshot snapshot) {
        return making.views()
                .backlinks(snapshot, slug, page)
                .<Answer>map(pages::kept)
                .orElseThrow(() -> new HttpFailure(HttpFailure.Reason.NOT_FOUND));
    }

    private Answer notFound(Slug slug, Snapshot snapshot) {
        return pages.unkept(404, making.views().notFound(snapshot, slug.value()));
    }

    private Answer gone(Slug slug, RenamedOrDeleted.Deleted last, Snapshot snapshot) {
        return pages.unkept(410, making.views().gone(snapshot, slug, last));
    }

    private Answer pushes(int page, Snapshot snapshot) {
        int size = ListSizes.PUSHES;
        int offset = (int) Math.min(Integer.MAX_VALUE / 2, (page - 1L) * size);
        List<ChangeReport> reports = told(door -> door.newest(offset, size));
        return pages.unkept(200, making.views().pushes(snapshot.garden(), reports, told(PushReports::size), page));
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
    private Answer updates(int page, Garden garden) {
        if (page > MAX_UPDATE_PAGES) {
            throw new HttpFailure(HttpFailure.Reason.NOT_FOUND);
        }
        Optional<Past.At> past = making.past().flatMap(views -> views.at(garden));
        Iterator<ChangeReport> reports = Stream.iterate(0, offset -> offset + REPORTS)
                .map(offset -> told(door -> door.upTo(garden.tip(), offset, REPORTS)))
                .takeWhile(some -> !some.isEmpty())
                .flatMap(List::stream)
                .iterator();
        return pages.unkept(200, making.views().updates(garden, past, reports, page));
    }

    private Answer push(String commit, Snapshot snapshot) {
        return CommitId.parse(commit)
                .flatMap(id -> told(door -> door.at(id)))
                .<Answer>map(report -> pages.unkept(200, making.views().push(snapshot, report)))
                .orElseThrow(() -> new HttpFailure(HttpFailure.Reason.NOT_FOUND));
    }

    private static Answer text(String text, Caching caching) {
        return new Answer.Body(200, TEXT, text.getBytes(StandardCharsets.UTF_8), caching);
    }

    private Answer version(Slug slug, String version, Snapshot snapshot) {
        Place place = snapshot.garden().find(slug.value());
        if (!(place instanceof AttachmentPlace(NotePath path))) {
            return content(slug, 1, snapshot);
        }
        BlobId blob = snapshot.garden().attachment(path).orElseThrow();
        boolean isThatVersion = !version.isEmpty() && blob.hex().startsWith(version);
        return file(path, isThatVersion ? Caching.FOR_EVER : Caching.BY_CONTENT, snapshot.garden());
    }

    private static Answer file(NotePath path, Caching caching, Garden garden) {
        BlobId blob = garden.attachment(path).orElseThrow();
        return new Answer.File(path, blob, ContentTypes.of(path), caching);
    }

    /** Whole to operators; the tag that readers get is of the commit, since that of the content would tell of every remark. */
    private Answer markdown(Note note) {
        return audience == LiveUpdates.Audience.OPERATORS
                ? new Answer.File(note.path(), note.blob(), MARKDOWN, Caching.FOR_OPERATORS)
                : new Answer.Body(
                        200, MARKDOWN, making.views().readable(note), Caching.BY_COMMIT, SecurityHeaders.FILE);
    }

    /** The Markdown of a note, at its path or at its address with a suffix of notes. Two notes of one name: the page of the second is at its path. */
    private Answer source(Slug slug, String suffix, Snapshot snapshot) {
        Garden garden = snapshot.garden();
        Slug whole = new Slug(slug.value() + suffix);
        Optional<Note> note =
                Optional.of(whole.value()).filter(NotePath::isPath).flatMap(path -> garden.note(new NotePath(path)));
        if (note.isPresent() && garden.slug(note.get().path()).equals(whole)) {
            return content(whole, 1, snapshot);
        }
        if (note.isPresent()) {
            return markdown(note.get());
        }
        return switch (garden.find(slug.value())) {
            case NotePlace(Note found) -> markdown(found);
            case CanonicalRedirect(Slug to)
            when !to.value().endsWith("/") -> new Answer.Moved(site.href(new Address.NoteSource(to, suffix)));
            case DeletedNote(var last) -> gone(slug, last, snapshot);
            case Page page -> content(whole, 1, snapshot);
            case AttachmentPlace attachment -> content(whole, 1, snapshot);
            case Redirect elsewhere -> content(whole, 1, snapshot);
            case Several several -> content(whole, 1, snapshot);
            case Absent absent -> content(whole, 1, snapshot);
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
    private Answer metrics(Snapshot snapshot) {
        return running.metrics()
                .<Answer>map(metrics -> new Answer.Body(
                        200, Metrics.TYPE, metrics.text().getBytes(StandardCharsets.UTF_8), Caching.NEVER))
                .orElseGet(() -> content(new Slug("metrics"), 1, snapshot));
    }

    private Answer readiness(Garden garden) {
        Optional<Answer> ofMirror = new UpstreamAnswers(making, running.status()).readiness(garden);
        if (ofMirror.isPresent()) {
            return ofMirror.get();
        }
        return running.status().get().publishedAt().isPresent()
                ? text("ready, serving " + garden.commit().hex() + "\n", Caching.NEVER)
                : new Answer.Body(503, TEXT, "starting\n".getBytes(StandardCharsets.UTF_8), Caching.NEVER);
    }

    /** What the page at {@code at} shows. Pages about the whole garden, and places where nothing is yet, watch everything. */
    private LiveUpdates.Watch watch(String at, Garden garden) {
        int question = at.indexOf('?');
        String path = question < 0 ? at : at.substring(0, question);
        Slug slug = switch (Address.parse(path, "")) {
            case Address.Content(Slug content) -> content;
            default -> new Slug("-");
        };
        return switch (garden.find(slug.value())) {
            case NotePlace(Note note) -> watch(Optional.of(note), Optional.empty());
            case FolderPlace(var folder, var index)
            when !folder.isRoot() ->
                watch(index.or(() -> garden.introduction(folder)), Optional.of(new Target.FolderPage(folder)));
            case TagPlace(var tag, var introduction) ->
                watch(introduction, Optional.of(new Target.TagPage(new Tag(tag.value()))));
            case FolderPlace root -> LiveUpdates.Watch.EVERYTHING;
            case TagsPlace tags -> LiveUpdates.Watch.EVERYTHING;
            case AttachmentPlace attachment -> LiveUpdates.Watch.EVERYTHING;
            case Redirect elsewhere -> LiveUpdates.Watch.EVERYTHING;
            case Several several -> LiveUpdates.Watch.EVERYTHING;
            case Absent absent -> LiveUpdates.Watch.EVERYTHING;
        };
    }

    private static LiveUpdates.Watch watch(Optional<Note> note, Optional<Target> listing) {
        Set<Target> targets = new HashSet<>();
        note.ifPresent(found -> targets.add(new Target.File(found.path())));
        listing.ifPresent(targets::add);
        return new LiveUpdates.Watch(targets);
    }
}
