package garden.page;

import garden.graph.Backlink;
import garden.graph.Target;
import garden.note.Folder;
import garden.note.Note;
import garden.note.Slug;
import garden.note.Tag;
import garden.snapshot.Garden;
import garden.snapshot.Place;
import garden.snapshot.Place.FolderPlace;
import garden.snapshot.Place.NotePlace;
import garden.snapshot.Place.TagPlace;
import garden.snapshot.Place.TagsPlace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which notes link to one page. A page may be several targets: a folder and the note that introduces it are one page.
 *
 * @param slug the page's address
 */
record BacklinkSources(Garden garden, Slug slug, List<Target> targets) {

    /** Those of the page at {@code place}; empty when it is no page that notes link to. */
    static Optional<BacklinkSources> of(Garden garden, Place place) {
        return switch (place) {
            case NotePlace(Note note) -> of(garden, garden.slug(note.path()), Optional.of(note), Optional.empty());
            case FolderPlace(Folder folder, Optional<Note> index) ->
                of(
                        garden,
                        garden.slug(new Target.FolderPage(folder)),
                        index,
                        Optional.of(new Target.FolderPage(folder)));
            case TagPlace(var tag, Optional<Note> introduction) ->
                of(garden, garden.tagSlug(tag), introduction, Optional.of(new Target.TagPage(new Tag(tag.value()))));
            case TagsPlace(Optional<Note> introduction) ->
                of(garden, new Slug("tags/"), introduction, Optional.of(new Target.FolderPage(new Folder("tags"))));
            case Place.AttachmentPlace attachment -> Optional.empty();
            case Place.Moved moved -> Optional.empty();
            case Place.Several several -> Optional.empty();
            case Place.Sent sent -> Optional.empty();
            case Place.SentAway sent -> Optional.empty();
            case Place.Closed closed -> Optional.empty();
            case Place.Gone gone -> Optional.empty();
            case Place.Nowhere nowhere -> Optional.empty();
        };
    }

    private static Optional<BacklinkSources> of(Garden garden, Slug slug, Optional<Note> note, Optional<Target> list) {
        Stream<Target> file = note.<Target>map(found -> new Target.File(found.path())).stream();
        return Optional.of(new BacklinkSources(
                garden, slug, Stream.concat(file, list.stream()).toList()));
    }

    /** The listed notes that link to the page, as {@link Garden#linking}. */
    List<Note> notes() {
        return garden.linking(targets);
    }

    /** The links to the page in one note. */
    List<Backlink> in(Note from) {
        return targets.stream()
                .flatMap(target -> garden.graph().backlinks(from.path(), target).stream())
                .toList();
    }
}
