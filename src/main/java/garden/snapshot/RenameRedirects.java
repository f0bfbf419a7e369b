package garden.snapshot;

import garden.note.Folder;
import garden.note.NameKey;
import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import garden.note.Slug;
import garden.snapshot.Place.CanonicalRedirect;
import garden.snapshot.Place.DeletedNote;
import garden.snapshot.Place.Several;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds where the file went that had an address before it was renamed or deleted, as git knows it.
 *
 * @param readings of {@code spelling}, as {@link Spellings#readings}
 */
record RenameRedirects(Places places, String spelling, List<String> readings) {

    /**
     * The redirect to the file that had this address before a rename, or to the folder to which most of the notes of a renamed one went.
     */
    Optional<Place> redirect() {
        return readings.stream()
                .flatMap(reading -> file(reading).stream())
                .findFirst()
                .or(() -> readings.stream()
                        .flatMap(reading -> folder(reading).stream())
                        .findFirst());
    }

    /** The note that was deleted last of those that had this address. */
    Optional<Place> deleted() {
        return readings.stream()
                .flatMap(reading -> deleted(reading).stream())
                .findFirst()
                .map(DeletedNote::new);
    }

    private Optional<Place> file(String reading) {
        NavigableSet<Slug> slugs = new TreeSet<>();
        for (NotePath path : called(reading)) {
            living(path)
                    .filter(to -> places.at(to).isPresent())
                    .ifPresent(to -> slugs.add(places.garden().slug(to)));
        }
        slugs.removeIf(slug -> slug.value().equals(spelling));
        if (slugs.size() > 1) {
            slugs.removeIf(places::isUnlisted);
        }
        return switch (slugs.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new CanonicalRedirect(slugs.first()));
            default -> Optional.of(new Several(List.copyOf(slugs)));
        };
    }

    private Optional<NotePath> living(NotePath former) {
        return places.garden().graph().renamedOrDeleted(former) instanceof RenamedOrDeleted.Renamed(NotePath to)
                ? Optional.of(to)
                : Optional.empty();
    }

    /** Paths that had this address; those that had it to the letter, if any did. */
    private List<NotePath> called(String reading) {
        List<NotePath> alike = Stream.of(reading, reading + "/")
                .flatMap(form -> places.addresses().formerly(form).stream())
                .toList();
        NameKey key = new NameKey(reading);
        List<NotePath> same = alike.stream()
                .filter(path ->
                        new NameKey(places.addresses().rules().slug(path).value()).equals(key))
                .toList();
        return same.isEmpty() ? alike : same;
    }

    private Optional<RenamedOrDeleted.Deleted> deleted(String reading) {
        return called(reading).stream()
                .filter(NotePath::isNote)
                .flatMap(path -> deletion(path).stream())
                .max(Comparator.comparing(RenamedOrDeleted.Deleted::when));
    }

    private Optional<RenamedOrDeleted.Deleted> deletion(NotePath path) {
        return places.garden().graph().renamedOrDeleted(path) instanceof RenamedOrDeleted.Deleted deleted
                ? Optional.of(deleted)
                : Optional.empty();
    }

    /** The folder that was called {@code reading}, as a path that was inside it spells it, and where it is now. */
    private Optional<Place> folder(String reading) {
        String name = Spellings.withoutSlash(reading);
        return places.addresses().formerlyBelow(name).stream()
                .flatMap(path -> upTo(path.folder(), name.split("/", -1).length).stream())
                .distinct()
                .flatMap(folder -> places.garden().graph().renamedFolder(folder).stream())
                .findFirst()
                .map(folder -> new CanonicalRedirect(places.addresses().rules().slug(folder)));
    }

    /** The folder around {@code folder}, or itself, that has so many parts. */
    private static Optional<Folder> upTo(Folder folder, int parts) {
        Folder around = folder;
        while (around.value().split("/", -1).length > parts) {
            around = around.parent();
        }
        return around.isRoot() ? Optional.empty() : Optional.of(around);
    }
}
