package garden.page;

import garden.note.CommitHistory;
import garden.note.CommitId;
import garden.note.Link;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import garden.note.Slug;
import garden.page.address.Address;
import garden.page.address.Site;
import garden.page.history.UpdateViews;
import garden.page.layout.Addresses;
import garden.page.layout.Layouts;
import garden.page.layout.PageContext;
import garden.page.layout.Uncommitted;
import garden.page.layout.Viewer;
import garden.page.layout.Viewing;
import garden.page.list.ContentViews;
import garden.page.list.FinderViews;
import garden.page.list.PushViews;
import garden.page.note.NoteBodies;
import garden.page.view.Html;
import garden.page.view.Layout;
import garden.page.view.Layout.LayoutLinks;
import garden.page.view.RequestFailure;
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
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Makes every page of a garden. Thread-safe; each call reads the one snapshot it is given, for whom it is told. */
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

    /** The page at a place, of a long list the {@code page}th, counted from 1. */
    public View at(Viewing viewing, Place.Page place, int page) {
        ContentViews views = new ContentViews(layouts(viewing), bodies);
        return switch (place) {
            case NotePlace(var note) -> views.note(note);
            case FolderPlace(var folder, var index) -> views.folder(folder, index, page);
            case TagPlace(var tag, var introduction) -> views.tag(tag, introduction, page);
            case TagsPlace(var introduction) -> views.tags(introduction, page);
        };
    }

    /** Search results. */
    public View search(Viewing viewing, String query, int page) {
        return finder(viewing).search(query, page);
    }

    /** The latest changes. */
    public View recent(Viewing viewing, int page) {
        return finder(viewing).recent(page);
    }

    /**
     * The latest changes by what brought them, as far as every reader may know it.
     *
     * @param past the history of the garden's commit; empty when it is not shown
     * @param reports from the newest; only as many are taken as the page needs
     */
    public View updates(Viewing viewing, Optional<CommitHistory> past, Iterator<ChangeReport> reports, int page) {
        return new UpdateViews(layouts(viewing), past).updates(reports, page);
    }

    /** What authors may want to mend. */
    public View problems(Viewing viewing, int page) {
        return finder(viewing).problems(page);
    }

    /** A page of the list of {@code total} pushes. */
    public View pushes(Viewing viewing, List<ChangeReport> reports, int total, int page) {
        return new PushViews(layouts(viewing)).pushes(reports, total, page);
    }

    /** All that one push did. */
    public View push(Viewing viewing, ChangeReport report) {
        return new PushViews(layouts(viewing)).push(viewing.snapshot(), report);
    }

    /** All notes that link to the page at {@code slug}; empty when there is no page. */
    public Optional<View> backlinks(Viewing viewing, Slug slug, int page) {
        return finder(viewing).backlinks(slug, page).map(view -> view);
    }

    /** What to do at an address where nothing lives; {@code asked} is decoded, without leading slash. */
    public View notFound(Viewing viewing, String asked) {
        return finder(viewing).notFound(asked);
    }

    /**
     * What is left of a note that was deleted.
     *
     * @throws java.io.UncheckedIOException when the repository cannot be read
     */
    public View gone(Viewing viewing, Slug asked, RenamedOrDeleted.Deleted last) {
        return finder(viewing).gone(asked, bodies.titleOnce(last.path(), last.last()), last);
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
    public View several(Viewing viewing, List<Slug> candidates) {
        return finder(viewing).several(candidates);
    }

    /** The link that {@code text} is when it stands in a note at {@code from}; a bare name is a wikilink. */
    public Optional<Link.Local> link(NotePath from, String text) {
        return bodies.link(from, text);
    }

    /** How to begin: the page of a repository without commits. */
    public View welcome(Viewing viewing, String cloneUrl, String branch) {
        Layout layout = layouts(viewing).unlisted(site.title(), Address.Content.HOME, List.of());
        return new WelcomeView(layout, cloneUrl, branch);
    }

    /** What to expect of a mirror that has nothing to show yet. */
    public View waiting(Viewing viewing, String upstream, Optional<String> reason) {
        Layout layout = layouts(viewing).unlisted(site.title(), Address.Content.HOME, List.of());
        return new WaitingView(layout, upstream, reason);
    }

    /** How the server is doing. */
    public View status(Viewing viewing, List<Fact> facts, Optional<Failure> failure) {
        Layouts layouts = layouts(viewing);
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

    /** What a request is answered that failed. */
    public View error(Garden garden, Viewer viewer, RequestFailure failure) {
        Layouts layouts = pageContext.of(garden, viewer);
        return new ErrorView(layouts.passing("Error " + failure.status(), Optional.empty()), failure);
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

    private FinderViews finder(Viewing viewing) {
        return new FinderViews(layouts(viewing), viewing.snapshot());
    }

    private Layouts layouts(Viewing viewing) {
        return pageContext.of(viewing.garden(), viewing.viewer());
    }
}
