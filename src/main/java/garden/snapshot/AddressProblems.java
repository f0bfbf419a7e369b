package garden.snapshot;

import garden.graph.LocatedProblem;
import garden.note.NotePath;
import garden.note.Problem;
import garden.note.Slug;
import garden.note.SpellingKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Says where addresses are in each other's way. Files that readers may not see are not named.
 *
 * @param isNamed which of the others are
 */
record AddressProblems(Garden garden, AddressBook book, Predicate<NotePath> isNamed) {

    /** All. */
    static AddressProblems whole(Garden garden, AddressBook book) {
        return new AddressProblems(garden, book, path -> true);
    }

    /** Those that tell nothing of unlisted notes. */
    static AddressProblems listed(Garden garden, AddressBook book) {
        return new AddressProblems(
                garden,
                book,
                path -> garden.note(path)
                        .filter(note -> note.frontMatter().isUnlisted())
                        .isEmpty());
    }

    /** By path. Cost: the addresses and aliases that are in each other's way. */
    List<LocatedProblem> all() {
        Set<LocatedProblem> problems = new LinkedHashSet<>();
        book.shared().forEach(slug -> addShared(slug, problems));
        book.alike().forEach(key -> addAlike(key, problems));
        book.contested().forEach(key -> addContested(key, problems));
        book.displaced().forEach(path -> addDisplaced(path, problems));
        List<LocatedProblem> sorted = new ArrayList<>(problems);
        sorted.sort(null);
        return sorted;
    }

    private void addShared(Slug slug, Set<LocatedProblem> problems) {
        NotePath owner = book.file(slug).orElseThrow();
        if (!isSeen(owner)) {
            return;
        }
        for (NotePath path : book.files().get(slug).minus(owner)) {
            add(path, "address /" + slug + " is that of " + owner + "; rename one of the two", problems);
        }
    }

    private void addAlike(SpellingKey key, Set<LocatedProblem> problems) {
        List<Slug> slugs = book.spellings().get(key).stream()
                .filter(slug -> book.file(slug).filter(this::isSeen).isPresent())
                .toList();
        if (slugs.size() < 2) {
            return;
        }
        String list = slugs.stream().map(slug -> "/" + slug).collect(Collectors.joining(", "));
        add(
                book.file(slugs.getLast()).orElseThrow(),
                "addresses " + list + " are so much alike that other spellings lead to a page that names them all;"
                        + " rename one of them",
                problems);
    }

    /** Each pair of owners is told once, though their aliases have addresses from the root and from their folder. */
    private void addContested(SpellingKey key, Set<LocatedProblem> problems) {
        SortedSet<NotePath> owners = new TreeSet<>(book.aliases().get(key));
        owners.removeIf(path -> !isSeen(path));
        if (owners.size() < 2) {
            return;
        }
        String alias = owners.stream()
                .flatMap(path -> garden.note(path).stream())
                .flatMap(note -> note.frontMatter().aliases().stream())
                .filter(name -> key.value().endsWith(new SpellingKey(name).value()))
                .findFirst()
                .orElse(key.value());
        String others =
                owners.headSet(owners.last()).stream().map(NotePath::value).collect(Collectors.joining(", "));
        add(
                owners.last(),
                "alias \"" + alias + "\" is also that of " + others + "; its address names them all",
                problems);
    }

    private void addDisplaced(NotePath path, Set<LocatedProblem> problems) {
        Slug slug = garden.slug(path);
        add(path, "its address would be the server's own; it lives at /" + slug, problems);
    }

    private void add(NotePath path, String message, Set<LocatedProblem> problems) {
        if (isSeen(path)) {
            problems.add(new LocatedProblem(path, new Problem(Problem.Kind.SHARED_ADDRESS, 1, message)));
        }
    }

    private boolean isSeen(NotePath path) {
        boolean isThere =
                garden.note(path).isPresent() || garden.attachment(path).isPresent();
        return isThere && isNamed.test(path);
    }
}
