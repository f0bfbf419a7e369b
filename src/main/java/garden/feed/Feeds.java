package garden.feed;

import garden.graph.Backlink;
import garden.graph.Target;
import garden.note.Folder;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Slug;
import garden.note.Tag;
import garden.page.Views;
import garden.page.address.Address;
import garden.page.address.FeedScope;
import garden.page.address.FeedScope.Found;
import garden.page.address.FeedScope.In;
import garden.page.address.FeedScope.To;
import garden.page.address.Site;
import garden.search.Query;
import garden.snapshot.Garden;
import garden.snapshot.Place;
import garden.snapshot.Place.CanonicalRedirect;
import garden.snapshot.Place.FolderPlace;
import garden.snapshot.Place.NotePlace;
import garden.snapshot.Place.TagPlace;
import garden.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the feeds of a garden. Thread-safe; each call reads the one snapshot it is given. */
public final class Feeds {

    private final Site site;
    private final Views views;

    public Feeds(Site site, Views views) {
        this.site = site;
        this.views = views;
    }

    /** Where a feed went whose page was renamed or is spelled otherwise; empty when it is where it was asked for. */
    public Optional<FeedScope> moved(FeedScope scope, Garden garden) {
        return switch (scope) {
            case In(Slug page)
            when garden.find(page.value()) instanceof CanonicalRedirect(Slug to) -> Optional.of(new In(to));
            case To(Slug page)
            when garden.find(page.value()) instanceof CanonicalRedirect(Slug to) -> Optional.of(new To(to));
            case In in -> Optional.empty();
            case To to -> Optional.empty();
            case Found found -> Optional.empty();
        };
    }

    /**
     * The feed at an address; empty when it is about no page of the garden.
     *
     * @throws java.io.UncheckedIOException when the repository or the index cannot be read
     */
    public Optional<Feed> at(Address.Feed address, Snapshot snapshot) {
        FeedMaker maker = new FeedMaker(site, views, address, snapshot.garden());
        return switch (address.scope()) {
            case In(Slug page) -> in(snapshot.garden().find(page.value()), page, maker);
            case To(Slug page) -> to(snapshot.garden().find(page.value()), page, maker);
            case Found(String query) -> Optional.of(found(query, snapshot, maker));
        };
    }

    private Optional<Feed> in(Place place, Slug page, FeedMaker maker) {
        Garden garden = maker.garden();
        Address content = new Address.Content(page);
        return switch (place) {
            case FolderPlace(Folder folder, var index)
            when folder.isRoot() -> Optional.of(maker.feed(site.title(), content, maker.entries(garden.recent())));
            case FolderPlace(Folder folder, var index) ->
                Optional.of(maker.feed(
                        "Notes in " + index.map(Note::title).orElse(folder.name()),
                        content,
                        maker.entries(garden.latestBelow(folder))));
            case TagPlace(var tag, var introduction) -> {
                String name = garden.graph().tag(tag).map(Tag::name).orElse(tag.value());
                yield Optional.of(
                        maker.feed("Notes tagged #" + name, content, maker.entries(garden.latestTagged(tag))));
            }
            default -> Optional.empty();
        };
    }

    /** What is linked to: its title, the note that is or introduces the page, and the page where it is not only that note. */
    private record Linked(String title, Optional<Note> note, Optional<Target> page) {}

    private static Optional<Feed> to(Place place, Slug page, FeedMaker maker) {
        Optional<Linked> linked = switch (place) {
            case NotePlace(Note note) -> Optional.of(new Linked(note.title(), Optional.of(note), Optional.empty()));
            case FolderPlace(Folder folder, var index) ->
                Optional.of(new Linked(
                        index.map(Note::title).orElse(folder.name()),
                        index,
                        Optional.of(new Target.FolderPage(folder))));
            case TagPlace(var tag, var introduction) ->
                Optional.of(new Linked("#" + tag, introduction, Optional.of(new Target.TagPage(new Tag(tag.value())))));
            default -> Optional.empty();
        };
        return linked.map(found -> links(found, page, maker));
    }

    private static Feed links(Linked linked, Slug page, FeedMaker maker) {
        Optional<NotePath> own = linked.note().map(Note::path);
        List<Backlink> links = Stream.concat(own.<Target>map(Target.File::new).stream(), linked.page().stream())
                .flatMap(target -> maker.garden().graph().backlinks(target).stream())
                .filter(link -> !own.equals(Optional.of(link.from().path())))
                .toList();
        String known = linked.note().map(maker.garden()::identity).orElse(page.value());
        String title = "Notes that link to " + linked.title();
        return maker.feed(title, new Address.Content(page), maker.linkEntries(links, known));
    }

    private static Feed found(String query, Snapshot snapshot, FeedMaker maker) {
        Garden garden = snapshot.garden();
        List<NotePath> paths = snapshot.search().matching(Query.parse(query));
        return maker.feed(
                "Notes found for " + query.strip(),
                new Address.Search(query, 1),
                maker.entries(maker.latest(paths.stream().flatMap(path -> garden.note(path).stream()))));
    }
}
