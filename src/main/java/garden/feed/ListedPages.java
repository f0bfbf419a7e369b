package garden.feed;

import garden.graph.Target;
import garden.note.Dates;
import garden.note.Folder;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Slug;
import garden.snapshot.Garden;
import garden.snapshot.Place.FolderPlace;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The pages that search engines may keep: notes, folders, tags.
 *
 * @param garden whose pages
 */
record ListedPages(Garden garden) {

    private static final Slug TAGS = new Slug("tags/");

    /** A page and when what it shows last changed; empty when that is not known. */
    record Page(Slug slug, Optional<Instant> modified) {}

    /** Notes by path, then folders by path, then tags. Each page once: one that a note introduces is a folder's or a tag's. */
    Stream<Page> all() {
        return Stream.of(notes(), folders(), tags()).flatMap(pages -> pages);
    }

    private Stream<Note> listed() {
        return garden.notesBelow(Folder.ROOT);
    }

    private Stream<Page> notes() {
        return listed().filter(note -> !isIndex(note.path()) && !isTag(note))
                .map(note -> new Page(garden.slug(note.path()), modified(note)));
    }

    private boolean isIndex(NotePath path) {
        return garden.slug(path).equals(garden.slug(new Target.FolderPage(path.folder())));
    }

    private boolean isTag(Note note) {
        String slug = garden.slug(note.path()).value();
        return slug.startsWith(TAGS.value())
                && !garden.tagged(new NameKey(slug.substring(TAGS.value().length())))
                        .isEmpty();
    }

    private Stream<Page> folders() {
        Map<Folder, Optional<Instant>> modified = new TreeMap<>(Map.of(Folder.ROOT, Optional.empty()));
        listed().forEach(note -> {
            Folder folder = note.path().folder();
            modified.merge(folder, modified(note), ListedPages::later);
            while (!folder.isRoot()) {
                folder = folder.parent();
                modified.putIfAbsent(folder, Optional.empty());
            }
        });
        return modified.entrySet().stream()
                .map(entry -> new Page(garden.slug(new Target.FolderPage(entry.getKey())), entry.getValue()))
                .filter(page -> isListedFolder(page.slug()));
    }

    private boolean isListedFolder(Slug slug) {
        return !slug.equals(TAGS)
                && garden.find(slug.value()) instanceof FolderPlace(var folder, var index)
                && index.filter(note -> note.frontMatter().isUnlisted()).isEmpty();
    }

    private Stream<Page> tags() {
        if (garden.graph().tags().isEmpty()) {
            return Stream.empty();
        }
        Stream<Page> each = garden.graph().tags().entrySet().stream()
                .map(tag -> new Page(
                        garden.tagSlug(tag.getKey()),
                        tag.getValue().stream()
                                .flatMap(path -> garden.note(path).stream())
                                .map(this::modified)
                                .reduce(Optional.empty(), ListedPages::later)));
        return Stream.concat(Stream.of(new Page(TAGS, Optional.empty())), each);
    }

    private Optional<Instant> modified(Note note) {
        return garden.dates(note).map(Dates::modified);
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Instant::compareTo);
    }
}
