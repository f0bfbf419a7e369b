package garden.page.list;

import garden.graph.Target;
import garden.markdown.RenderedNote;
import garden.note.Dates;
import garden.note.Folder;
import garden.note.Heading;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Problem;
import garden.note.Slug;
import garden.note.Tag;
import garden.page.address.Address;
import garden.page.address.HistoryPart;
import garden.page.layout.Addresses;
import garden.page.layout.Layouts;
import garden.page.layout.Lines;
import garden.page.layout.ListSizes;
import garden.page.layout.MetadataSource;
import garden.page.layout.Pager;
import garden.page.note.NoteBodies;
import garden.page.note.PropertyLines;
import garden.page.view.Html;
import garden.page.view.Layout;
import garden.page.view.Layout.Anchor;
import garden.page.view.NoteProperties;
import garden.page.view.View;
import garden.page.view.View.FolderLine;
import garden.page.view.View.FolderView;
import garden.page.view.View.Introduction;
import garden.page.view.View.Listing;
import garden.page.view.View.NoteContent;
import garden.page.view.View.NoteView;
import garden.page.view.View.ProblemLine;
import garden.page.view.View.TagLine;
import garden.page.view.View.TagView;
import garden.page.view.View.TagsView;
import garden.snapshot.Garden;
import garden.snapshot.Place.FolderPlace;
import garden.snapshot.Place.NotePlace;
import garden.snapshot.Place.TagPlace;
import garden.snapshot.Place.TagsPlace;
import garden.snapshot.Visibility;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the pages of what lives in a garden: notes, folders, tags. For one answer. */
public final class ContentViews {

    private final Addresses addresses;
    private final Garden garden;
    private final Layouts layouts;
    private final Lines lines;
    private final NoteBodies bodies;

    /** @param layouts what pages share, of one garden */
    public ContentViews(Layouts layouts, NoteBodies bodies) {
        this.addresses = layouts.addresses();
        this.garden = addresses.garden();
        this.layouts = layouts;
        this.lines = new Lines(addresses);
        this.bodies = bodies;
    }

    /** The page of a note. */
    public NoteView note(Note note) {
        return note(
                note,
                layouts.breadcrumb(note.path().folder()),
                new Address.Content(garden.slug(note.path())),
                Optional.empty());
    }

    /** A folder's page: that of the note that introduces it, or a plain list. */
    public View folder(Folder folder, Optional<Note> index, int page) {
        Pager pager = pager(garden.slug(new Target.FolderPage(folder)), page);
        Address address = pager.address();
        List<Anchor> breadcrumb = folder.isRoot() ? List.of() : layouts.breadcrumb(folder.parent());
        Listing listing = listing(folder, pager);
        if (index.isPresent()) {
            return note(index.get(), breadcrumb, address, Optional.of(listing));
        }
        Optional<Note> other = garden.introduction(folder);
        String name = folder.isRoot() ? addresses.site().title() : folder.name();
        String title = other.flatMap(note -> note.frontMatter().title()).orElse(name);
        String description = folder.isRoot()
                ? addresses.site().description()
                : other.map(Note::summary).orElse("");
        Layout layout = layouts.place(title, description, address, breadcrumb);
        return new FolderView(
                layout.withHead(layouts.heads().folder(layout, garden.slug(new Target.FolderPage(folder)))),
                other.map(note -> introduction(note).titled(title)),
                listing,
                lines.backlinks(new FolderPlace(folder, index)));
    }

    private NoteView note(Note note, List<Anchor> breadcrumb, Address address, Optional<Listing> listing) {
        RenderedNote body = bodies.body(note, addresses);
        boolean isPublic = garden.rules().of(note) == Visibility.PUBLIC;
        Layout layout = isPublic
                ? layouts.place(addresses.title(note), note.summary(), address, breadcrumb)
                : layouts.unlisted(addresses.title(note), address, breadcrumb);
        MetadataSource heads = layouts.heads();
        return new NoteView(
                layout.withHead(
                        listing.isPresent()
                                ? heads.index(layout, note, garden.slug(note.path()))
                                : heads.note(layout, note)),
                content(note, body),
                toc(note, body),
                problems(note),
                listing,
                lines.backlinks(
                        listing.isPresent()
                                ? new FolderPlace(note.path().folder(), Optional.of(note))
                                : new NotePlace(note)),
                sourceHref(note),
                historyHref(note));
    }

    private String historyHref(Note note) {
        Address history = Address.History.of(note.path(), new HistoryPart.Versions(1));
        return layouts.links().commits().isEmpty() ? "" : addresses.site().href(history);
    }

    private static List<Heading> toc(Note note, RenderedNote body) {
        return note.frontMatter().hasToc() ? body.headings() : List.of();
    }

    private String sourceHref(Note note) {
        NotePath path = note.path();
        boolean isPage = garden.slug(path).value().equals(path.value());
        return addresses
                .site()
                .href(
                        isPage
                                ? new Address.NoteSource(garden.slug(path))
                                : new Address.NoteSource(new Slug(path.withoutSuffix()), path.noteSuffix()));
    }

    private NoteContent content(Note note, RenderedNote body) {
        Optional<Dates> dates = garden.dates(note);
        return new NoteContent(
                addresses.title(note),
                dates.map(Dates::created),
                dates.map(Dates::modified),
                lines.tags(note),
                new Html(body.html()),
                body.features(),
                new NoteProperties(
                        note.frontMatter().language(),
                        note.frontMatter().cssClasses(),
                        otherNames(note),
                        PropertyLines.of(note, addresses)),
                layouts.isUncommitted(note),
                body.isPending());
    }

    /** The aliases but for what stands above them as the title. */
    private static List<String> otherNames(Note note) {
        NameKey title = new NameKey(note.title());
        return note.frontMatter().aliases().stream()
                .filter(alias -> !new NameKey(alias).equals(title))
                .toList();
    }

    /** Those that the body does not tell of itself, by line. */
    private List<ProblemLine> problems(Note note) {
        return garden.graph().problems(note.path()).stream()
                .filter(located -> !isToldElsewhere(located.problem()))
                .sorted(Comparator.comparingInt(located -> located.problem().line()))
                .map(located -> lines.problem(located, ""))
                .toList();
    }

    /** What the body says itself, and what is no trouble to a reader. */
    private static boolean isToldElsewhere(Problem problem) {
        return switch (problem.kind()) {
            case OVER_BUDGET, PENDING, NOT_TEXT, MOVED_LINK -> true;
            default -> false;
        };
    }

    private Pager pager(Slug first, int page) {
        return new Pager(addresses.site(), new Address.Content(first), ListSizes.FOLDER_PAGE, page);
    }

    private Listing listing(Folder folder, Pager pager) {
        List<Folder> folders = garden.foldersIn(folder);
        List<Note> notes = garden.notesIn(folder);
        return new Listing(
                pager.cut(folders).stream().map(this::folderLine).toList(),
                pager.cut(notes).stream().map(lines::note).toList(),
                notes.size(),
                pager.paging(Math.max(folders.size(), notes.size())));
    }

    private FolderLine folderLine(Folder folder) {
        Anchor link = new Anchor(addresses.href(new Target.FolderPage(folder)), folder.name());
        return new FolderLine(link, garden.noteCount(folder));
    }

    /** The page of a tag; {@code page} from 1. */
    public TagView tag(NameKey tag, Optional<Note> introduction, int page) {
        Anchor anchor = addresses.anchor(tag);
        Pager pager = pager(garden.tagSlug(tag), page);
        List<NameKey> inside = garden.tagsIn(tag);
        List<Note> notes = garden.notesTagged(tag);
        int outermost = depth(tag) + 1;
        String title = introduction.map(Note::title).orElse("#" + anchor.text());
        Layout layout = layouts.place(
                title, introduction.map(Note::summary).orElse(""), pager.address(), tagTrail(anchor.text()));
        return new TagView(
                layout.withHead(layouts.heads().tag(layout, garden.tagSlug(tag), anchor.text())),
                anchor.text(),
                introduction.map(this::introduction),
                pager.cut(inside).stream().map(key -> line(key, outermost)).toList(),
                new Listing(
                        List.of(),
                        pager.cut(notes).stream().map(lines::note).toList(),
                        notes.size(),
                        pager.paging(Math.max(inside.size(), notes.size()))),
                lines.backlinks(new TagPlace(tag, introduction)));
    }

    private Introduction introduction(Note note) {
        RenderedNote body = bodies.body(note, addresses);
        return new Introduction(content(note, body), toc(note, body), problems(note), sourceHref(note));
    }

    private List<Anchor> tagTrail(String name) {
        List<Anchor> breadcrumb = new ArrayList<>(List.of(layouts.home(), new Anchor(tagsHref(), "tags")));
        List<Tag> lineage = new Tag(name).lineage();
        lineage.subList(0, lineage.size() - 1).forEach(level -> breadcrumb.add(addresses.anchor(level.key())));
        return breadcrumb;
    }

    private String tagsHref() {
        return addresses.href(new Slug("tags/"));
    }

    /** The page of all tags; {@code page} from 1. */
    public TagsView tags(Optional<Note> introduction, int page) {
        Pager pager = new Pager(addresses.site(), new Address.Content(new Slug("tags/")), ListSizes.TAGS_PAGE, page);
        String title = introduction.flatMap(note -> note.frontMatter().title()).orElse("Tags");
        Layout layout = layouts.place(
                title, introduction.map(Note::summary).orElse(""), pager.address(), List.of(layouts.home()));
        List<NameKey> tags = garden.tags();
        return new TagsView(
                layout.withHead(layouts.heads().tags(layout)),
                introduction.map(this::introduction),
                pager.cut(tags).stream().map(tag -> line(tag, 0)).toList(),
                pager.paging(tags.size()),
                lines.backlinks(new TagsPlace(introduction)));
    }

    private TagLine line(NameKey tag, int outermost) {
        return new TagLine(addresses.anchor(tag), garden.notesTagged(tag).size(), depth(tag) - outermost);
    }

    private static int depth(NameKey tag) {
        return (int) tag.value().chars().filter(c -> c == '/').count();
    }
}
