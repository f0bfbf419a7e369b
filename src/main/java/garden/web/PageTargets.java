package garden.web;

import garden.graph.Target;
import garden.note.Note;
import garden.note.Slug;
import garden.note.Tag;
import garden.snapshot.Garden;
import garden.snapshot.Place;
import garden.snapshot.Place.Absent;
import garden.snapshot.Place.AttachmentPlace;
import garden.snapshot.Place.FolderPlace;
import garden.snapshot.Place.NotePlace;
import garden.snapshot.Place.Redirect;
import garden.snapshot.Place.Several;
import garden.snapshot.Place.TagPlace;
import garden.snapshot.Place.TagsPlace;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a page shows, in the words in which a step says what it affects. */
final class PageTargets {

    private PageTargets() {}

    /**
     * What is shown at an address, or on the list of what links to it; empty when any change may touch that: pages about the whole garden, and
     * places where nothing is yet, or from where a forced rule leads on as soon as
     * something is where it leads.
     */
    static Set<Target> at(Slug slug, Garden garden) {
        if (garden.redirects().isForced(slug.value())) {
            return Set.of();
        }
        Place place = garden.find(slug.value());
        return switch (place) {
            case NotePlace(Note note) when garden.hasOwnAddress(note) -> of(Optional.of(note), Optional.empty());
            case FolderPlace(var folder, var index)
            when !folder.isRoot() ->
                of(index.or(() -> garden.introduction(folder)), Optional.of(new Target.FolderPage(folder)));
            case TagPlace(var tag, var introduction) ->
                of(introduction, Optional.of(new Target.TagPage(new Tag(tag.value()))));
            case NotePlace elsewhere -> Set.of();
            case FolderPlace root -> Set.of();
            case TagsPlace tags -> Set.of();
            case AttachmentPlace file -> Set.of();
            case Redirect redirect -> Set.of();
            case Several several -> Set.of();
            case Absent absent -> Set.of();
        };
    }

    private static Set<Target> of(Optional<Note> note, Optional<Target> listing) {
        Set<Target> targets = new HashSet<>();
        note.ifPresent(found -> targets.add(new Target.File(found.path())));
        listing.ifPresent(targets::add);
        return targets;
    }
}
