package garden.snapshot;

import garden.note.Folder;
import garden.note.NameKey;
import garden.note.NotePath;
import garden.note.Slug;
import garden.note.Whereabouts;
import garden.snapshot.Place.Gone;
import garden.snapshot.Place.Moved;
import garden.snapshot.Place.Several;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds what was at an address once, by the renames and deletions that git knows of. */
record FormerPlaces(Places places) {

    /** So many notes tell where their folder went. */
    private static final int MAX_WITNESSES = 1_000;

    /** Where the file is now that was here, or the folder, if most of it went to one place. */
    Optional<Place> moved(String spelling) {
        return readings(spelling)
                .flatMap(reading -> file(reading, spelling).stream())
                .findFirst()
                .or(() -> readings(spelling)
                        .flatMap(reading -> folder(reading).stream())
                        .findFirst());
    }

    /** The latest note that was here and is nowhere now. */
    Optional<Place> gone(String spelling) {
        return readings(spelling)
                .flatMap(reading -> deleted(reading).stream())
                .findFirst()
                .map(Gone::new);
    }

    private Stream<String> readings(String spelling) {
        return Spellings.readings(spelling, places.addresses().rules()).stream();
    }

    private Optional<Place> file(String reading, String spelling) {
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
            case 1 -> Optional.of(new Moved(slugs.first()));
            default -> Optional.of(new Several(List.copyOf(slugs)));
        };
    }

    private Optional<NotePath> living(NotePath former) {
        return places.garden().graph().whereabouts(former) instanceof Whereabouts.Moved(NotePath to)
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

    private Optional<Whereabouts.Deleted> deleted(String reading) {
        return called(reading).stream()
                .filter(NotePath::isNote)
                .flatMap(path -> deletion(path).stream())
                .max(Comparator.comparing(Whereabouts.Deleted::when));
    }

    private Optional<Whereabouts.Deleted> deletion(NotePath path) {
        return places.garden().graph().whereabouts(path) instanceof Whereabouts.Deleted deleted
                ? Optional.of(deleted)
                : Optional.empty();
    }

    /** The folder to which more than half of those notes went that were in the folder called {@code reading}. */
    private Optional<Place> folder(String reading) {
        String name = Spellings.withoutSlash(reading);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        int depth = name.split("/", -1).length;
        Map<Folder, Integer> votes = new HashMap<>();
        int total = 0;
        for (NotePath former : places.addresses().formerlyBelow(name, MAX_WITNESSES)) {
            Optional<NotePath> to =
                    living(former).filter(path -> places.garden().note(path).isPresent());
            total += to.isPresent() ? 1 : 0;
            to.flatMap(path -> around(former, depth, path)).ifPresent(folder -> votes.merge(folder, 1, Integer::sum));
        }
        int half = total / 2;
        return votes.entrySet().stream()
                .filter(vote -> vote.getValue() > half)
                .findFirst()
                .map(vote -> new Moved(places.addresses().rules().slug(vote.getKey())));
    }

    /** The folder that has the place of the first {@code depth} folders of {@code former}; empty when what is inside differs. */
    private static Optional<Folder> around(NotePath former, int depth, NotePath now) {
        Folder was = former.folder();
        Folder is = now.folder();
        for (int level = was.value().split("/", -1).length; level > depth; level--) {
            if (is.isRoot() || !is.name().equals(was.name())) {
                return Optional.empty();
            }
            was = was.parent();
            is = is.parent();
        }
        return is.isRoot() ? Optional.empty() : Optional.of(is);
    }
}
