package garden.snapshot;

import garden.note.Folder;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Slug;
import garden.note.SpellingKey;
import garden.snapshot.Place.CanonicalRedirect;
import garden.snapshot.Place.Several;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds what is meant by an address at which nothing is: a file or folder spelled another way, or another name of a note.
 * Differences of case and Unicode form first, then all that programs differ in. Where several are meant, none is chosen.
 *
 * @param readings of {@code spelling}, as {@link Spellings#readings}
 */
record SpellingRedirects(Places places, String spelling, List<String> readings) {

    /**
     * The redirect from a spelling that differs in case or Unicode form alone, that has the ending of another program, or that is an alias.
     */
    Optional<Place> closely() {
        return put().or(() -> each(this::folds)).or(() -> each(this::folders)).or(() -> each(this::named));
    }

    /** The redirect from a spelling that differs as {@link SpellingKey} allows. */
    Optional<Place> loosely() {
        return each(this::alike).or(() -> each(this::nearlyNamed));
    }

    private AddressRules rules() {
        return places.addresses().rules();
    }

    private AddressBook book() {
        return places.addresses();
    }

    /** The address that is left when the endings of other programs, such as {@code .html}, are taken off. */
    private Optional<Place> put() {
        return readings.stream()
                .filter(reading -> !reading.equals(spelling))
                .flatMap(reading -> canonical(reading).stream())
                .filter(slug -> !slug.value().equals(spelling))
                .findFirst()
                .map(CanonicalRedirect::new);
    }

    private Optional<Slug> canonical(String reading) {
        return places.exactly(reading)
                .map(place -> place instanceof CanonicalRedirect(Slug to) ? to : new Slug(reading));
    }

    private Optional<Place> each(Function<String, NavigableSet<Slug>> candidates) {
        for (String reading : readings) {
            NavigableSet<Slug> found = candidates.apply(reading);
            found.removeIf(slug ->
                    slug.value().equals(spelling) || canonical(slug.value()).isEmpty());
            if (found.size() == 1) {
                return canonical(found.first().value()).map(CanonicalRedirect::new);
            }
            found.removeIf(places::isUnlisted);
            if (!found.isEmpty()) {
                return Optional.of(new Several(List.copyOf(found)));
            }
        }
        return Optional.empty();
    }

    private NavigableSet<Slug> folds(String reading) {
        NavigableSet<Slug> slugs = new TreeSet<>(book().folds(reading));
        return slugs.isEmpty() ? new TreeSet<>(book().folds(reading + "/")) : slugs;
    }

    private NavigableSet<Slug> alike(String reading) {
        NavigableSet<Slug> slugs = new TreeSet<>(book().alike(reading));
        return slugs.isEmpty() ? new TreeSet<>(book().alike(reading + "/")) : slugs;
    }

    /** A folder that differs from {@code reading} only in spelling; {@code tags} even when it is none. */
    private NavigableSet<Slug> folders(String reading) {
        NavigableSet<Slug> slugs = new TreeSet<>();
        String name = Spellings.withoutSlash(reading);
        if (name.equalsIgnoreCase(Spellings.withoutSlash(Places.TAGS))) {
            slugs.add(new Slug(Places.TAGS));
        } else if (NotePath.isPath(name)) {
            places.garden().folder(name, this::isAlike).map(rules()::slug).ifPresent(slugs::add);
        }
        return slugs;
    }

    private boolean isAlike(Folder folder, String part) {
        return new SpellingKey(rules().slug(folder.name()).value()).equals(new SpellingKey(part));
    }

    /** Notes with an alias that differs from {@code reading} only in case, Unicode form and white space. */
    private NavigableSet<Slug> named(String reading) {
        NameKey key = nameKey(reading);
        return owners(
                reading,
                note -> AliasAddresses.of(note).stream()
                        .anyMatch(alias -> nameKey(alias).equals(key)));
    }

    private NameKey nameKey(String spelling) {
        return new NameKey(rules().slug(spelling).value());
    }

    private NavigableSet<Slug> nearlyNamed(String reading) {
        return owners(reading, note -> true);
    }

    private NavigableSet<Slug> owners(String reading, Predicate<Note> isMeant) {
        NavigableSet<Slug> slugs = new TreeSet<>();
        book().aliased(Spellings.withoutSlash(reading)).stream()
                .flatMap(path -> places.garden().note(path).stream())
                .filter(isMeant)
                .map(note -> places.garden().slug(note.path()))
                .forEach(slugs::add);
        return slugs;
    }
}
