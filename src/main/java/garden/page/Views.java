package garden.page;

import garden.note.CommitId;
import garden.note.Link;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import garden.note.Slug;
import garden.page.address.Address;
import garden.page.address.Site;
import garden.page.history.Past;
import garden.page.history.UpdateViews;
import garden.page.layout.Addresses;
import garden.page.layout.Layouts;
import garden.page.layout.PageContext;
import garden.page.layout.Uncommitted;
import garden.page.list.ContentViews;
import garden.page.list.FinderViews;
import garden.page.list.PushViews;
import garden.page.note.NoteBodies;
import garden.page.view.Banner;
import garden.page.view.Html;
import garden.page.view.Layout;
import garden.page.view.Layout.LayoutLinks;
import garden.page.view.View;
import garden.page.view.View.ErrorView;
import garden.page.view.View.Fact;
import garden.page.view.View.Failure;
import garden.page.view.View.StatusView;
import garden.page.view.View.WaitingView;
import garden.page.view.View.WelcomeView;
import garden.snapshot.ChangeReport;
import garden.snapshot.Garden;
import garden.snapshot.Place;
import garden.snapshot.Place.FolderPlace;
import garden.snapshot.Place.NotePlace;
import garden.snapshot.Place.TagPlace;
import garden.snapshot.Place.TagsPlace;
import garden.snapshot.Snapshot;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Makes every page of a garden. Thread-safe; each call reads the one snapshot it is given. */
public final class Views {

    private final Site site;
    private final PageContext pageContext;
    private final NoteBodies bodies;

    /** Of gardens that show only what is committed. */
    public Views(Site site, LayoutLinks links, NoteBodies bodies) {
        this(new PageContext(site, links, Uncommitted.NOTHING), bodies);
    }

    public Views(PageContext pageContext, NoteBodies bodies) {
        this.site = pageContext.site();
        this.pageContext = pageContext;
        this.bodies = bodies;
    }

    /** The same pages under a banner. */
    public Views under(Banner told) {
        return new Views(pageContext.under(told), bodies);
    }

    /** The page at a place, of a long list the {@code page}th, counted from 1. */
    public View at(Snapshot snapshot, Place.Page place, int page) {
        ContentViews views = new ContentViews(layouts(snapshot.garden()), bodies);
        return switch (place) {
            case NotePlace(var note) -> views.note(note);
            case FolderPlace(var folder, var index) -> views.folder(folder, index, page);
            case TagPlace(var tag, var introduction) -> views.tag(tag, introduction, page);
            case TagsPlace(var introduction) -> views.tags(introduction, page);
        };
    }

    /** Search results. */
    public View search(Snapshot snapshot, String query, int page) {
        return finder(snapshot).search(query, page);
    }

    /** The latest changes. */
    public View recent(Snapshot snapshot, int page) {
        return finder(snapshot).recent(page);
    }

    /**
     * The latest changes by what brought them, as far as every reader may know it.
     *
     * @param past the history of the garden's commit; empty when it is not shown
     * @param reports from the newest; only as many are taken as the page needs
     */
    public View updates(Garden garden, Optional<Past.At> past, Iterator<ChangeReport> reports, int page) {
        return new UpdateViews(layouts(garden), past).updates(reports, page);
    }

    /** What authors may want to mend. */
    public View problems(Snapshot snapshot, int page) {
        return finder(snapshot).problems(page);
    }

    /** A page of the list of {@code total} pushes. */
    public View pushes(Garden garden, List<ChangeReport> reports, int total, int page) {
        return new PushViews(layouts(garden)).pushes(reports, total, page);
    }

    /** All that one push did. */
    public View push(Snapshot snapshot, ChangeReport report) {
        return new PushViews(layouts(snapshot.garden())).push(snapshot, report);
    }

    /** All notes that link to the page at {@code slug}; empty when there is no page. */
    public Optional<View> backlinks(Snapshot snapshot, Slug slug, int page) {
        return finder(snapshot).backlinks(slug, page).map(view -> view);
    }

    /** What to do at an address where nothing lives; {@code asked} is decoded, without leading slash. */
    public View notFound(Snapshot snapshot, String asked) {
        return finder(snapshot).notFound(asked);
    }

    /**
     * What is left of a note that was deleted.
     *
     * @throws java.io.UncheckedIOException when the repository cannot be read
     */
    public View gone(Snapshot snapshot, Slug asked, RenamedOrDeleted.Deleted last) {
        return finder(snapshot).gone(asked, bodies.titleOnce(last.path(), last.last()), last);
    }

    /**
     * The body of a note as it stands on its page, for readers that cannot draw its formulas; empty when it could not be rendered in time, or the
     * repository lacks the note.
     *
     * @throws java.io.UncheckedIOException when the repository cannot be read
     */
    public Optional<Html> body(Garden garden, Note note) {
        return bodies.readableBody(note, new Addresses(site, garden))
                .filter(body -> !body.isPending())
                .map(body -> new Html(body.htmlWithoutTex()));
    }

    /** The Markdown of a note as readers get it, without what its page hides. */
    public byte[] readable(Note note) {
        return bodies.readable(note);
    }

    /** The choice at an address that is that of several pages but for its spelling; {@code candidates} are canonical. */
    public View several(Snapshot snapshot, List<Slug> candidates) {
        return finder(snapshot).several(candidates);
    }

    /** The link that {@code text} is when it stands in a note at {@code from}; a bare name is a wikilink. */
    public Optional<Link.Local> link(NotePath from, String text) {
        return bodies.link(from, text);
    }

    /** How to begin: the page of a repository without commits. */
    public View welcome(Garden garden, String cloneUrl, String branch) {
        Layout layout = layouts(garden).unlisted(site.title(), Address.Content.HOME, List.of());
        return new WelcomeView(layout, cloneUrl, branch);
    }

    /** What to expect of a mirror that has nothing to show yet. */
    public View waiting(Garden garden, String upstream, Optional<String> reason) {
        Layout layout = layouts(garden).unlisted(site.title(), Address.Content.HOME, List.of());
        return new WaitingView(layout, upstream, reason);
    }

    /** How the server is doing. */
    public View status(Garden garden, List<Fact> facts, Optional<Failure> failure) {
        Layouts layouts = layouts(garden);
        return new StatusView(
                layouts.unlisted("Status", Address.Fixed.STATUS, List.of(layouts.home())),
                facts,
                failure,
                site.href(Address.Fixed.SIGN_IN));
    }

    /** What {@code garden} shows, with all digits of its commit, as {@link PageContext#standing}. */
    public Optional<String> standing(Garden garden) {
        return pageContext.standing(garden, PageContext.Digits.ALL);
    }

    /** A failure, with the number that finds it in the log, if it is there. */
    public View error(Garden garden, int status, String reason, Optional<String> id) {
        return new ErrorView(layouts(garden).passing("Error " + status, Optional.empty()), status, reason, id);
    }

    /** Whether the garden has nothing to show yet. */
    public static boolean isWelcome(Garden garden, Place place) {
        boolean isHome = place instanceof FolderPlace(var folder, var index) && folder.isRoot() && index.isEmpty();
        return isHome && garden.commit().equals(CommitId.NONE);
    }

    /** The canonical href of an address that was found under another spelling. */
    public String href(Slug slug) {
        return site.href(new Address.Content(slug));
    }

    private FinderViews finder(Snapshot snapshot) {
        return new FinderViews(layouts(snapshot.garden()), snapshot);
    }

    private Layouts layouts(Garden garden) {
        return pageContext.of(garden);
    }
}
