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
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The pages that search engines may keep: notes by path, the home page, folders by path, the page of all tags, tags. Each has a number;
 * numbers of notes that introduce a folder or a tag, and of folders whose page is not listed, have no page, since each page has one.
 *
 * @param garden whose pages
 * @param notes all listed notes, by path
 * @param folders all that hold one, by path
 * @param tags all tags of listed notes
 */
record ListedPages(Garden garden, List<Note> notes, List<Folder> folders, List<NameKey> tags) {

    private static final Slug TAGS = new Slug("tags/");

    /** A page and when what it shows last changed; empty when that is not known. */
    record Page(Slug slug, Optional<Instant> modified) {}

    /** Those of a garden. */
    static ListedPages of(Garden garden) {
        return new ListedPages(garden, garden.listed(), garden.folders(), garden.tags());
    }

    /** How many numbers there are. */
    int size() {
        return notes.size() + 1 + folders.size() + (tags.isEmpty() ? 0 : 1 + tags.size());
    }

    /** The pages with the numbers from {@code start}, up to {@code end}, which is not one of them. Costs these and no others. */
    Stream<Page> between(int start, int end) {
        return IntStream.range(start, Math.min(end, size()))
                .mapToObj(this::page)
                .flatMap(Optional::stream);
    }

    private Optional<Page> page(int number) {
        int folder = number - notes.size() - 1;
        int tag = folder - folders.size() - 1;
        if (folder < -1) {
            return Optional.of(notes.get(number))
                    .filter(note -> !isIndex(note.path()) && !isTag(note))
                    .map(note -> new Page(garden.slug(note.path()), modified(note)));
        }
        if (tag < -1) {
            return folder(folder < 0 ? Folder.ROOT : folders.get(folder));
        }
        return Optional.of(
                tag < 0
                        ? new Page(TAGS, Optional.empty())
                        : new Page(garden.tagSlug(tags.get(tag)), latest(garden.latestTagged(tags.get(tag)))));
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

    private Optional<Page> folder(Folder folder) {
        return Optional.of(garden.slug(new Target.FolderPage(folder)))
                .filter(this::isListedFolder)
                .map(slug -> new Page(slug, latest(garden.latestIn(folder))));
    }

    private boolean isListedFolder(Slug slug) {
        return !slug.equals(TAGS)
                && garden.find(slug.value()) instanceof FolderPlace(var folder, var index)
                && index.filter(note -> note.frontMatter().isUnlisted()).isEmpty();
    }

    private Optional<Instant> latest(List<Note> fromLatest) {
        return fromLatest.isEmpty() ? Optional.empty() : modified(fromLatest.getFirst());
    }

    private Optional<Instant> modified(Note note) {
        return garden.dates(note).map(Dates::modified);
    }
}
