package garden.snapshot;

import garden.graph.Index;
import garden.graph.LocatedProblem;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Problem;
import garden.note.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.pcollections.TreePSet;

/**
 * Which file lives at which address, and which other spellings lead there. Immutable.
 *
 * @param files by canonical address; where several files share one, see {@link #file}
 * @param spellings canonical addresses by folded spelling
 * @param aliases notes by folded, slugged alias, relative to the root and to the note's folder
 * @param shared addresses that several files share
 */
record AddressBook(
        Index<Slug, NotePath> files,
        Index<NameKey, Slug> spellings,
        Index<NameKey, NotePath> aliases,
        TreePSet<Slug> shared) {

    static final AddressBook EMPTY = new AddressBook(Index.empty(), Index.empty(), Index.empty(), TreePSet.empty());

    AddressBook plus(NotePath path) {
        Slug slug = Slug.of(path);
        Index<Slug, NotePath> more = files.plus(slug, path);
        return new AddressBook(
                more,
                spellings.plus(new NameKey(slug.value()), slug),
                aliases,
                more.get(slug).size() > 1 ? shared.plus(slug) : shared);
    }

    AddressBook minus(NotePath path) {
        Slug slug = Slug.of(path);
        Index<Slug, NotePath> fewer = files.minus(slug, path);
        return new AddressBook(
                fewer,
                fewer.contains(slug) ? spellings : spellings.minus(new NameKey(slug.value()), slug),
                aliases,
                fewer.get(slug).size() > 1 ? shared : shared.minus(slug));
    }

    AddressBook plusAliases(Note note) {
        Index<NameKey, NotePath> more = aliases;
        for (NameKey key : aliasKeys(note)) {
            more = more.plus(key, note.path());
        }
        return new AddressBook(files, spellings, more, shared);
    }

    AddressBook minusAliases(Note note) {
        Index<NameKey, NotePath> fewer = aliases;
        for (NameKey key : aliasKeys(note)) {
            fewer = fewer.minus(key, note.path());
        }
        return new AddressBook(files, spellings, fewer, shared);
    }

    private static SortedSet<NameKey> aliasKeys(Note note) {
        SortedSet<NameKey> keys = new TreeSet<>();
        for (String alias : note.frontMatter().aliases()) {
            keys.add(new NameKey(Slug.of(alias).value()));
            keys.add(new NameKey(Slug.of(note.path().folder().prefix() + alias).value()));
        }
        return keys;
    }

    /** The file that has this address: of several the one spelled so, else the first by path. */
    Optional<NotePath> file(Slug slug) {
        TreePSet<NotePath> all = files.get(slug);
        return all.stream()
                .filter(path -> path.withoutSuffix().equals(slug.value()))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** The first canonical address that differs from {@code spelling} only in case or Unicode form. */
    Optional<Slug> folded(String spelling) {
        return spellings.get(new NameKey(spelling)).stream().findFirst();
    }

    /** The only note with this alias; empty when there is none or several. */
    Optional<NotePath> alias(String spelling) {
        TreePSet<NotePath> owners = aliases.get(new NameKey(spelling));
        return owners.size() == 1 ? Optional.of(owners.first()) : Optional.empty();
    }

    /** A problem for each file whose address another has, by path. */
    List<LocatedProblem> problems() {
        List<LocatedProblem> problems = new ArrayList<>();
        for (Slug slug : shared) {
            NotePath owner = file(slug).orElseThrow();
            for (NotePath path : files.get(slug).minus(owner)) {
                String message = "address /" + slug + " is that of " + owner + "; rename one of the two";
                problems.add(new LocatedProblem(path, new Problem(Problem.Kind.SHARED_ADDRESS, 1, message)));
            }
        }
        problems.sort(null);
        return problems;
    }
}
