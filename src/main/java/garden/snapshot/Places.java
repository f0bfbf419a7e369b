package garden.snapshot;

import garden.note.Folder;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Slug;
import garden.note.Tag;
import garden.snapshot.Place.Absent;
import garden.snapshot.Place.AttachmentPlace;
import garden.snapshot.Place.AuthorRedirect;
import garden.snapshot.Place.CanonicalRedirect;
import garden.snapshot.Place.Closed;
import garden.snapshot.Place.ExternalRedirect;
import garden.snapshot.Place.FolderPlace;
import garden.snapshot.Place.NotePlace;
import garden.snapshot.Place.Nowhere;
import garden.snapshot.Place.Page;
import garden.snapshot.Place.TagPlace;
import garden.snapshot.Place.TagsPlace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what lives at an address. In this order: a forced redirect rule of the author's; the file, folder or tag with exactly this address;
 * one whose address differs in case only, or a note with this alias; the author's other redirect rules; the file or folder with this former
 * path; the address as another program would spell it; a deleted note. A redirect always leads to where something is, never to another
 * redirect.
 */
record Places(Garden garden, AddressBook addresses, AuthorRedirects redirects) {

    /** The folder in which tags have their pages. */
    static final String TAGS = "tags/";

    /** So many redirects that lead to each other are followed. */
    private static final int MAX_HOPS = 10;

    /** What the server answers itself, though it is no place of the garden. */
    private static final String SERVER = "-/";

    /** The tag on whose page the note at {@code path} stands, spelled as its key; empty when it is no such note. */
    static Optional<Tag> introducedBy(NotePath path, AddressRules rules) {
        String slug = rules.slug(path).value();
        return slug.startsWith(TAGS) && Tag.isTag(slug.substring(TAGS.length()))
                ? Optional.of(new Tag(new NameKey(slug.substring(TAGS.length())).value()))
                : Optional.empty();
    }

    Place find(String spelling) {
        return find(spelling, 0);
    }

    private Place find(String spelling, int hops) {
        return redirects
                .findForced(spelling)
                .flatMap(to -> follow(to, hops))
                .filter(place -> !isBack(place, spelling))
                .or(() -> exactly(spelling))
                .or(() -> elsewhere(spelling, hops))
                .orElseGet(Nowhere::new);
    }

    private Optional<Place> elsewhere(String spelling, int hops) {
        List<String> readings = Spellings.readings(spelling, addresses.rules());
        SpellingRedirects other = new SpellingRedirects(this, spelling, readings);
        RenameRedirects former = new RenameRedirects(this, spelling, readings);
        return other.closely()
                .or(() -> redirects
                        .find(spelling)
                        .flatMap(to -> follow(to, hops))
                        .filter(place -> !isBack(place, spelling)))
                .or(former::redirect)
                .or(other::loosely)
                .or(former::deleted);
    }

    /** Whether a reader who asked for {@code spelling} would be sent to it again. */
    private static boolean isBack(Place place, String spelling) {
        return place instanceof AuthorRedirect(Slug to, String suffix, int status)
                && to.value().equals(spelling);
    }

    /** Where a redirect leads in the end; empty when that is nowhere. */
    private Optional<Place> follow(RedirectRule.To to, int hops) {
        return switch (to) {
            case RedirectRule.To.Closed(int status) -> Optional.of(new Closed(status));
            case RedirectRule.To.External(String url, int status) -> Optional.of(new ExternalRedirect(url, status));
            case RedirectRule.To.Internal here
            when isServers(here.path()) ->
                Optional.of(new AuthorRedirect(new Slug(here.path()), here.suffix(), here.status()));
            case RedirectRule.To.Internal here when hops < MAX_HOPS -> arrive(here, find(here.path(), hops + 1));
            case RedirectRule.To.Internal here -> Optional.empty();
        };
    }

    private static boolean isServers(String path) {
        return path.startsWith(SERVER) || new Slug(path).isReserved();
    }

    private static Optional<Place> arrive(RedirectRule.To.Internal here, Place place) {
        return switch (place) {
            case CanonicalRedirect(Slug slug) -> Optional.of(new AuthorRedirect(slug, here.suffix(), here.status()));
            case AuthorRedirect(Slug slug, String suffix, int status) -> {
                String kept = here.suffix().isEmpty() ? suffix : here.suffix();
                yield Optional.of(new AuthorRedirect(slug, kept, here.status()));
            }
            case ExternalRedirect(String url, int status) -> Optional.of(new ExternalRedirect(url, here.status()));
            case Closed closed -> Optional.of(closed);
            case Place.Several several -> Optional.of(several);
            case Absent absent -> Optional.empty();
            case Page page -> Optional.of(sent(here));
            case AttachmentPlace attachment -> Optional.of(sent(here));
        };
    }

    private static Place sent(RedirectRule.To.Internal here) {
        return new AuthorRedirect(new Slug(here.path()), here.suffix(), here.status());
    }

    /** What lives at this very address, or is known by the plain path of a file. */
    Optional<Place> exactly(String spelling) {
        Slug slug = new Slug(spelling);
        return tag(spelling)
                .or(() -> addresses.file(slug).flatMap(this::at))
                .or(() -> folder(spelling))
                .or(() -> plainPath(spelling));
    }

    private Optional<Place> tag(String spelling) {
        if (spelling.equals(TAGS)) {
            return Optional.of(new TagsPlace(introduction(new Slug(TAGS))));
        }
        if (!spelling.startsWith(TAGS) || !Tag.isTag(spelling.substring(TAGS.length()))) {
            return Optional.empty();
        }
        NameKey tag = new NameKey(spelling.substring(TAGS.length()));
        if (garden.tagged(tag).isEmpty()) {
            return Optional.empty();
        }
        Slug canonical = garden.tagSlug(tag);
        return Optional.of(
                canonical.value().equals(spelling)
                        ? new TagPlace(tag, introduction(canonical))
                        : new CanonicalRedirect(canonical));
    }

    /** The note that stands above a list of tagged notes. An unlisted one does not: the page is there for all. */
    private Optional<Note> introduction(Slug slug) {
        return addresses
                .file(slug)
                .flatMap(garden::note)
                .filter(note -> !note.frontMatter().isUnlisted());
    }

    /** What the file at {@code path} is to readers; empty when they may not see one there. */
    Optional<Place> at(NotePath path) {
        if (!path.isNote()) {
            return garden.attachment(path).map(blob -> new AttachmentPlace(path));
        }
        return garden.note(path)
                .map(note -> addresses.rules().isIndex(path)
                        ? new FolderPlace(path.folder(), Optional.of(note))
                        : new NotePlace(note));
    }

    /** Whether the file at the address is an unlisted note, which is not offered where several files could be meant. */
    boolean isUnlisted(Slug slug) {
        return addresses
                .file(slug)
                .flatMap(garden::note)
                .filter(note -> note.frontMatter().isUnlisted())
                .isPresent();
    }

    private Optional<Place> folder(String spelling) {
        String name = Spellings.withoutSlash(spelling);
        if (name.isEmpty()) {
            return Optional.of(new FolderPlace(Folder.ROOT, Optional.empty()));
        }
        return folderNamed(name)
                .map(folder -> spelling.equals(slug(folder).value())
                        ? new FolderPlace(folder, Optional.empty())
                        : new CanonicalRedirect(slug(folder)));
    }

    private Slug slug(Folder folder) {
        return addresses.rules().slug(folder);
    }

    /** The folder with notes whose plain path, or else address, is {@code name}. */
    private Optional<Folder> folderNamed(String name) {
        if (!NotePath.isPath(name)) {
            return Optional.empty();
        }
        Folder folder = new Folder(name);
        return garden.graph().hasFolder(folder) ? Optional.of(folder) : garden.folder(name, this::isNamed);
    }

    private boolean isNamed(Folder folder, String part) {
        return folder.name().equals(part)
                || addresses.rules().slug(folder.name()).value().equals(part);
    }

    /** A file asked for by its path, as the garden's author spells it. */
    private Optional<Place> plainPath(String spelling) {
        return named(spelling).flatMap(path -> {
            Slug slug = garden.slug(path);
            return slug.value().equals(spelling) ? at(path) : at(path).map(place -> new CanonicalRedirect(slug));
        });
    }

    private Optional<NotePath> named(String spelling) {
        return Stream.concat(NotePath.NOTE_SUFFIXES.stream().map(suffix -> spelling + suffix), Stream.of(spelling))
                .flatMap(path -> file(path).stream())
                .findFirst();
    }

    private Optional<NotePath> file(String path) {
        if (!NotePath.isPath(path)) {
            return Optional.empty();
        }
        NotePath file = new NotePath(path);
        return garden.note(file).isPresent() || garden.attachment(file).isPresent()
                ? Optional.of(file)
                : Optional.empty();
    }
}
