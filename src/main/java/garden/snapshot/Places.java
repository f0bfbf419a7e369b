package garden.snapshot;

import garden.note.Folder;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Slug;
import garden.note.Tag;
import garden.snapshot.Place.AttachmentPlace;
import garden.snapshot.Place.FolderPlace;
import garden.snapshot.Place.Moved;
import garden.snapshot.Place.NotePlace;
import garden.snapshot.Place.Nowhere;
import garden.snapshot.Place.TagPlace;
import garden.snapshot.Place.TagsPlace;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Finds what lives at an address: exactly there first, then under another spelling of it, then under a former name. */
record Places(Garden garden, AddressBook addresses) {

    /** The folder in which tags have their pages. */
    static final String TAGS = "tags/";

    static boolean isIndex(NotePath path) {
        return Slug.of(path).equals(Slug.of(path.folder()));
    }

    Place find(String spelling) {
        return exactly(spelling).or(() -> elsewhere(spelling)).orElseGet(Nowhere::new);
    }

    private Optional<Place> exactly(String spelling) {
        Slug slug = new Slug(spelling);
        return tag(spelling)
                .or(() -> addresses.file(slug).flatMap(this::at))
                .or(() -> folder(spelling))
                .or(() -> plainPath(spelling));
    }

    private Optional<Place> tag(String spelling) {
        if (spelling.equals(TAGS) && addresses.file(new Slug(TAGS)).isEmpty()) {
            return Optional.of(new TagsPlace());
        }
        if (!spelling.startsWith(TAGS) || !Tag.isTag(spelling.substring(TAGS.length()))) {
            return Optional.empty();
        }
        NameKey tag = new NameKey(spelling.substring(TAGS.length()));
        if (garden.tagged(tag).isEmpty()) {
            return Optional.empty();
        }
        Slug canonical = garden.tagSlug(tag);
        Optional<Note> introduction = addresses.file(canonical).flatMap(garden::note);
        return Optional.of(canonical.value().equals(spelling) ? new TagPlace(tag, introduction) : new Moved(canonical));
    }

    private Optional<Place> at(NotePath path) {
        if (!path.isNote()) {
            return garden.attachment(path).map(blob -> new AttachmentPlace(path));
        }
        return garden.note(path)
                .map(note -> isIndex(path) ? new FolderPlace(path.folder(), Optional.of(note)) : new NotePlace(note));
    }

    private Optional<Place> folder(String spelling) {
        String name = withoutSlash(spelling);
        if (name.isEmpty()) {
            return Optional.of(new FolderPlace(Folder.ROOT, Optional.empty()));
        }
        return folderNamed(name)
                .map(folder -> spelling.equals(Slug.of(folder).value())
                        ? new FolderPlace(folder, Optional.empty())
                        : new Moved(Slug.of(folder)));
    }

    /** The folder with notes whose plain path, or else address, is {@code name}. */
    private Optional<Folder> folderNamed(String name) {
        if (!NotePath.isPath(name)) {
            return Optional.empty();
        }
        Folder folder = new Folder(name);
        return garden.graph().hasFolder(folder) ? Optional.of(folder) : folder(name, Places::isNamed);
    }

    private static boolean isNamed(Folder folder, String part) {
        return folder.name().equals(part) || Slug.of(folder.name()).value().equals(part);
    }

    /** Walks down from the root, a level a part. */
    private Optional<Folder> folder(String name, BiPredicate<Folder, String> match) {
        Folder found = Folder.ROOT;
        for (String part : name.split("/", -1)) {
            Optional<Folder> child = garden.foldersIn(found).stream()
                    .filter(folder -> match.test(folder, part))
                    .findFirst();
            if (child.isEmpty()) {
                return Optional.empty();
            }
            found = child.get();
        }
        return Optional.of(found);
    }

    /** A file asked for by its path, as the garden's author spells it. */
    private Optional<Place> plainPath(String spelling) {
        return file(spelling + ".md").or(() -> file(spelling)).flatMap(path -> {
            Slug slug = garden.slug(path);
            return slug.value().equals(spelling) ? at(path) : at(path).map(place -> new Moved(slug));
        });
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

    /** {@code trees/oak/index} may be a folder spelled with its index or, when there is none, a note. */
    private Optional<Place> elsewhere(String spelling) {
        String plain = plain(spelling);
        return elsewhere(plain, spelling)
                .or(() -> plain.endsWith("/") ? elsewhere(withoutSlash(plain), spelling) : Optional.empty());
    }

    private Optional<Place> elsewhere(String plain, String spelling) {
        return exactSlug(plain, spelling)
                .or(() -> addresses.folded(plain))
                .or(() -> addresses.folded(plain + "/"))
                .or(() -> addresses.alias(plain).map(garden::slug))
                .or(() -> foldedFolder(withoutSlash(plain)))
                .filter(slug -> !slug.value().equals(spelling))
                .filter(slug -> !(exactPlace(slug) instanceof Nowhere))
                .map(Moved::new);
    }

    /** A folder that differs from {@code name} only in case or Unicode form; {@code tags} even when it is none. */
    private Optional<Slug> foldedFolder(String name) {
        if (name.equalsIgnoreCase(withoutSlash(TAGS))) {
            return Optional.of(new Slug(TAGS));
        }
        return NotePath.isPath(name) ? folder(name, Places::isAlike).map(Slug::of) : Optional.empty();
    }

    private static boolean isAlike(Folder folder, String part) {
        return new NameKey(Slug.of(folder.name()).value()).equals(new NameKey(part));
    }

    /** A spelling that was put right may be exactly an address: a folder, a tag, a note. */
    private Optional<Slug> exactSlug(String plain, String spelling) {
        if (plain.equals(spelling)) {
            return Optional.empty();
        }
        return exactly(plain).map(place -> place instanceof Moved(Slug to) ? to : new Slug(plain));
    }

    private Place exactPlace(Slug slug) {
        return exactly(slug.value()).orElseGet(Nowhere::new);
    }

    /** A spelling without what other generators add: trailing {@code /}, {@code .html}, {@code /index}, spaces. */
    private static String plain(String spelling) {
        String plain = withoutSlash(spelling);
        for (String suffix : new String[] {".html", ".htm"}) {
            if (endsWith(plain, suffix)) {
                plain = plain.substring(0, plain.length() - suffix.length());
            }
        }
        if (plain.equalsIgnoreCase("index") || endsWith(plain, "/index")) {
            plain = plain.substring(0, plain.length() - "index".length());
        }
        return plain.contains("//") ? plain : Slug.of(plain).value();
    }

    private static boolean endsWith(String text, String suffix) {
        int start = text.length() - suffix.length();
        return text.regionMatches(true, start, suffix, 0, suffix.length());
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
