package garden.page.list;

import garden.graph.LocatedProblem;
import garden.graph.Target;
import garden.note.Dates;
import garden.note.Folder;
import garden.note.Heading;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Problem;
import garden.note.RenamedOrDeleted;
import garden.note.Slug;
import garden.note.Tag;
import garden.page.address.Address;
import garden.page.layout.Addresses;
import garden.page.layout.BacklinkSources;
import garden.page.layout.Layouts;
import garden.page.layout.Lines;
import garden.page.layout.ListSizes;
import garden.page.layout.Pager;
import garden.page.view.Layout;
import garden.page.view.Layout.Anchor;
import garden.page.view.View;
import garden.page.view.View.Backlinks;
import garden.page.view.View.BacklinksView;
import garden.page.view.View.Day;
import garden.page.view.View.GoneView;
import garden.page.view.View.HitLine;
import garden.page.view.View.NotFoundView;
import garden.page.view.View.Piece;
import garden.page.view.View.ProblemGroup;
import garden.page.view.View.ProblemLine;
import garden.page.view.View.ProblemsView;
import garden.page.view.View.RecentView;
import garden.page.view.View.SearchView;
import garden.page.view.View.SeveralView;
import garden.page.view.View.SnippetLine;
import garden.search.Fragment;
import garden.search.Hit;
import garden.search.Query;
import garden.search.SearchResult;
import garden.search.Snippet;
import garden.snapshot.Garden;
import garden.snapshot.Place;
import garden.snapshot.Snapshot;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the pages that help to find something: search, recent changes, problems, and what to do at an address without a page. */
public final class FinderViews {

    /** Finding a near name takes milliseconds, so only the first broken links of a page get one. */
    private static final int HINTS = 20;

    private final Layouts layouts;
    private final Addresses addresses;
    private final Snapshot snapshot;
    private final Garden garden;
    private final Lines lines;

    /** @param layouts what pages share, of the garden of {@code snapshot} */
    public FinderViews(Layouts layouts, Snapshot snapshot) {
        this.layouts = layouts;
        this.addresses = layouts.addresses();
        this.snapshot = snapshot;
        this.garden = snapshot.garden();
        this.lines = new Lines(addresses);
    }

    /** What a query finds; {@code page} from 1. */
    public SearchView search(String query, int page) {
        Pager pager = new Pager(addresses.site(), new Address.Search(query, 1), ListSizes.HITS, page);
        Query parsed = Query.parse(query);
        SearchResult result = snapshot.search().search(parsed, pager.offset(), ListSizes.HITS);
        String title = query.isBlank() ? "Search" : query.strip() + " – search";
        Layout layout = layouts.unlisted(title, pager.address(), List.of(layouts.home()));
        return new SearchView(
                layout.withHead(layouts.heads().search(layout, query)),
                query,
                result.total(),
                result.isApproximate(),
                Query.dashed(query).map(this::exclusion),
                result.hits().stream().flatMap(hit -> hit(hit).stream()).toList(),
                result.total() == 0 && !parsed.isExclusionsOnly() ? nearest(query) : List.of(),
                pager.paging(result.total()));
    }

    private Anchor exclusion(String word) {
        String query = "-\"" + word + "\"";
        return new Anchor(addresses.site().href(new Address.Search(query, 1)), query);
    }

    private Optional<HitLine> hit(Hit hit) {
        return garden.note(hit.path())
                .map(note -> new HitLine(
                        addresses.anchor(note),
                        pieces(hit.title()),
                        hit.path().value(),
                        garden.dates(note).map(Dates::modified),
                        hit.snippets().stream()
                                .map(snippet -> snippet(note, snippet))
                                .toList()));
    }

    private SnippetLine snippet(Note note, Snippet snippet) {
        return new SnippetLine(
                addresses.href(note, snippet.heading().map(Heading::anchor).orElse("")),
                snippet.heading().map(Heading::text).orElse(""),
                pieces(snippet.fragments()));
    }

    private static List<Piece> pieces(List<Fragment> fragments) {
        return fragments.stream()
                .map(fragment -> new Piece(fragment.text(), fragment.isMatch()))
                .toList();
    }

    private List<Anchor> nearest(String name) {
        return snapshot.search().similarTitles(name, ListSizes.NEAREST).stream()
                .flatMap(suggestion -> garden.note(suggestion.path()).stream())
                .map(addresses::anchor)
                .toList();
    }

    /** The notes that changed last; {@code page} from 1. */
    public RecentView recent(int page) {
        Pager pager = new Pager(addresses.site(), Address.Fixed.RECENT, ListSizes.RECENT, page);
        Map<Instant, List<View.NoteLine>> days = new LinkedHashMap<>();
        pager.cut(garden.recent()).forEach(note -> {
            Instant day = garden.dates(note).orElseThrow().modified().truncatedTo(ChronoUnit.DAYS);
            days.computeIfAbsent(day, none -> new ArrayList<>()).add(lines.note(note));
        });
        return new RecentView(
                layouts.unlisted("Recent changes", pager.address(), List.of(layouts.home())),
                days.entrySet().stream()
                        .map(entry -> new Day(entry.getKey(), entry.getValue()))
                        .toList(),
                pager.paging(garden.recent().size()));
    }

    /** The problems of the garden; {@code page} from 1. */
    public ProblemsView problems(int page) {
        Pager pager = new Pager(addresses.site(), Address.Fixed.PROBLEMS, ListSizes.PROBLEMS, page);
        List<LocatedProblem> all = garden.listedProblems();
        Map<Problem.Kind, List<ProblemLine>> byKind = new LinkedHashMap<>();
        int hints = 0;
        for (LocatedProblem located : pager.cut(all)) {
            boolean isHinted = located.problem().kind() != Problem.Kind.BROKEN_LINK || hints++ < HINTS;
            byKind.computeIfAbsent(located.problem().kind(), none -> new ArrayList<>())
                    .add(lines.problem(located, isHinted ? Lines.hint(snapshot, located) : ""));
        }
        List<ProblemGroup> groups = byKind.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .toList();
        return new ProblemsView(
                layouts.unlisted("Problems", pager.address(), List.of(layouts.home())),
                all.size(),
                groups,
                pager.paging(all.size()));
    }

    private static ProblemGroup group(Problem.Kind kind, List<ProblemLine> problems) {
        ProblemKind words = ProblemKind.of(kind);
        return new ProblemGroup(words.title(), words.advice(), problems);
    }

    /** Empty when no page lives at {@code slug}, or it lives elsewhere. */
    public Optional<BacklinksView> backlinks(Slug slug, int page) {
        return BacklinkSources.of(garden, garden.find(slug.value())).map(sources -> backlinks(sources, page));
    }

    private BacklinksView backlinks(BacklinkSources sources, int page) {
        Pager pager = new Pager(addresses.site(), new Address.Backlinks(sources.slug()), ListSizes.BACKLINKS, page);
        List<Note> notes = sources.notes();
        Anchor to = new Anchor(addresses.href(sources.slug()), title(sources));
        return new BacklinksView(
                layouts.unlisted("Linked to " + to.text(), pager.address(), List.of(layouts.home(), to)),
                to,
                notes.size(),
                pager.cut(notes).stream()
                        .map(note -> lines.group(note, sources.in(note)))
                        .toList(),
                pager.paging(notes.size()));
    }

    private String title(BacklinkSources sources) {
        return switch (sources.targets().getFirst()) {
            case Target.File(NotePath path) ->
                garden.note(path).map(Note::title).orElse(path.name());
            case Target.FolderPage(Folder folder) ->
                folder.isRoot() ? addresses.site().title() : folder.name();
            case Target.TagPage(Tag tag) ->
                "#" + garden.graph().tag(tag.key()).map(Tag::name).orElse(tag.name());
        };
    }

    /** {@code asked} is an address without leading slash, decoded. */
    public NotFoundView notFound(String asked) {
        String name = withoutSlash(asked);
        String words = name.replace('-', ' ');
        List<Anchor> nearest = new ArrayList<>(nearest(words.substring(words.lastIndexOf('/') + 1)));
        return new NotFoundView(
                layouts.passing("Page not found", Optional.of(new Address.Content(new Slug(asked)).print())),
                asked,
                nearest,
                wantedBy(name, words));
    }

    /** {@code title} is the last of the note. */
    public GoneView gone(Slug asked, String title, RenamedOrDeleted.Deleted last) {
        String name = withoutSlash(asked.value());
        Backlinks wanted = wantedBy(name, name.replace('-', ' '));
        return new GoneView(
                layouts.passing("Deleted", Optional.of(new Address.Content(asked).print())),
                title,
                last.when(),
                nearest(title),
                wanted.groups().isEmpty() ? wantedBy(last.path().withoutSuffix(), title) : wanted);
    }

    /** What may be meant by an address that is one of several but for its spelling. */
    public SeveralView several(List<Slug> candidates) {
        List<Anchor> anchors = candidates.stream()
                .map(slug -> new Anchor(
                        addresses.href(slug),
                        garden.find(slug.value()) instanceof Place.NotePlace(Note note) ? note.title() : "/" + slug))
                .toList();
        return new SeveralView(layouts.passing("Several pages", Optional.empty()), anchors);
    }

    /** Missing links are known by the name as written; an address shows it slugged, with or without its folder. */
    private Backlinks wantedBy(String name, String words) {
        return Stream.of(name, words, last(name), last(words))
                .map(spelling -> lines.wantedBy(new NameKey(spelling)))
                .filter(wanted -> !wanted.groups().isEmpty())
                .findFirst()
                .orElse(Backlinks.NONE);
    }

    private static String withoutSlash(String asked) {
        return asked.endsWith("/") ? asked.substring(0, asked.length() - 1) : asked;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
