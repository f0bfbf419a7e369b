package garden.page.layout;

import garden.graph.Backlink;
import garden.graph.Target;
import garden.note.Folder;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.Slug;
import garden.note.Tag;
import garden.snapshot.Garden;
import garden.snapshot.Place;
import garden.snapshot.Place.FolderPlace;
import garden.snapshot.Place.NotePlace;
import garden.snapshot.Place.TagPlace;
import garden.snapshot.Place.TagsPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which notes link to one page. A page may be several targets: a folder and the note that introduces it are one page.
 *
 * @param slug the page's address
 */
public record BacklinkSources(Garden garden, Slug slug, List<Target> targets) {

    /** Those of the page at {@code place}; empty when it is no page that notes link to. */
    public static Optional<BacklinkSources> of(Garden garden, Place place) {
        return place instanceof Place.Page page ? Optional.of(of(garden, page)) : Optional.empty();
    }

    /** Those of a page. */
    static BacklinkSources of(Garden garden, Place.Page page) {
        List<Target> targets = new ArrayList<>();
        page.text().ifPresent(note -> targets.add(new Target.File(note.path())));
        list(page).ifPresent(targets::add);
        return new BacklinkSources(garden, slug(garden, page), targets);
    }

    private static Slug slug(Garden garden, Place.Page page) {
        return switch (page) {
            case NotePlace(Note note) -> garden.slug(note.path());
            case FolderPlace(Folder folder, var index) -> garden.slug(new Target.FolderPage(folder));
            case TagPlace(NameKey tag, var introduction) -> garden.tagSlug(tag);
            case TagsPlace(var introduction) -> new Slug("tags/");
        };
    }

    /** What links to the list on the page lead to. */
    private static Optional<Target> list(Place.Page page) {
        return switch (page) {
            case NotePlace note -> Optional.empty();
            case FolderPlace(Folder folder, var index) -> Optional.of(new Target.FolderPage(folder));
            case TagPlace(NameKey tag, var introduction) -> Optional.of(new Target.TagPage(new Tag(tag.value())));
            case TagsPlace tags -> Optional.of(new Target.FolderPage(new Folder("tags")));
        };
    }

    /** The listed notes that link to the page, as {@link Garden#linking}. */
    public List<Note> notes() {
        return garden.linking(targets);
    }

    /** The links to the page in one note. */
    public List<Backlink> in(Note from) {
        return targets.stream()
                .flatMap(target -> garden.graph().backlinks(from.path(), target).stream())
                .toList();
    }
}
