package garden.snapshot;

import garden.graph.Index;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Slug;
import garden.note.SpellingKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.pcollections.TreePSet;

/**
 * Which file lives at which address, and which other spellings lead there. Immutable.
 *
 * @param files by canonical address; where several files share one, see {@link #file}
 * @param spellings canonical addresses by what is common to their spellings
 * @param aliases notes by the addresses of their aliases: see {@link AliasAddresses}
 * @param former paths at which no file is any more, by the addresses that they had
 * @param shared addresses that several files share
 * @param alike keys of several addresses
 * @param contested keys of aliases that several notes have
 * @param displaced files whose own address is the server's
 */
@RecordBuilder
record AddressBook(
        AddressRules rules,
        Index<Slug, NotePath> files,
        Index<SpellingKey, Slug> spellings,
        Index<SpellingKey, NotePath> aliases,
        Index<SpellingKey, NotePath> former,
        TreePSet<Slug> shared,
        TreePSet<SpellingKey> alike,
        TreePSet<SpellingKey> contested,
        TreePSet<NotePath> displaced)
        implements AddressBookBuilder.With {

    private static final int MAX_BELOW = 100;

    static AddressBook empty(AddressRules rules) {
        return new AddressBook(
                rules,
                Index.empty(),
                Index.empty(),
                Index.empty(),
                Index.empty(),
                TreePSet.empty(),
                TreePSet.empty(),
                TreePSet.empty(),
                TreePSet.empty());
    }

    AddressBook plus(NotePath path) {
        Slug slug = rules.slug(path);
        TreePSet<NotePath> moved = isDisplaced(slug) ? displaced.plus(path) : displaced;
        return with(slug, files.plus(slug, path), spellings.plus(key(slug), slug), moved);
    }

    AddressBook minus(NotePath path) {
        Slug slug = rules.slug(path);
        Index<Slug, NotePath> fewer = files.minus(slug, path);
        return with(
                slug,
                fewer,
                fewer.contains(slug) ? spellings : spellings.minus(key(slug), slug),
                displaced.minus(path));
    }

    private AddressBook with(
            Slug slug,
            Index<Slug, NotePath> newFiles,
            Index<SpellingKey, Slug> newSpellings,
            TreePSet<NotePath> newDisplaced) {
        return with(book -> book.files(newFiles)
                .spellings(newSpellings)
                .shared(newFiles.get(slug).size() > 1 ? shared.plus(slug) : shared.minus(slug))
                .alike(newSpellings.get(key(slug)).size() > 1 ? alike.plus(key(slug)) : alike.minus(key(slug)))
                .displaced(newDisplaced));
    }

    private static boolean isDisplaced(Slug slug) {
        return new Slug(slug.value().replaceFirst("^_+", "")).isReserved();
    }

    private static SpellingKey key(Slug slug) {
        return new SpellingKey(slug.value());
    }

    AddressBook plusAliases(Note note) {
        return withAliases(note, Index::plus);
    }

    AddressBook minusAliases(Note note) {
        return withAliases(note, Index::minus);
    }

    private AddressBook withAliases(Note note, Change change) {
        Index<SpellingKey, NotePath> changed = aliases;
        TreePSet<SpellingKey> disputes = contested;
        for (SpellingKey key : aliasKeys(note)) {
            changed = change.apply(changed, key, note.path());
            disputes = changed.get(key).size() > 1 ? disputes.plus(key) : disputes.minus(key);
        }
        return withAliases(changed).withContested(disputes);
    }

    AddressBook plusFormer(NotePath path) {
        return withFormer(former.plus(key(rules.slug(path)), path));
    }

    AddressBook minusFormer(NotePath path) {
        return withFormer(former.minus(key(rules.slug(path)), path));
    }

    private static SortedSet<SpellingKey> aliasKeys(Note note) {
        SortedSet<SpellingKey> keys = new TreeSet<>();
        AliasAddresses.of(note).forEach(spelling -> keys.add(new SpellingKey(spelling)));
        return keys;
    }

    /** The file that has this address: of several one spelled so, else the first {@link NotePath#BY_NAME}. */
    Optional<NotePath> file(Slug slug) {
        return files.get(slug).stream()
                .min(Comparator.comparing(
                                (NotePath path) -> !path.withoutSuffix().equals(slug.value()))
                        .thenComparing(NotePath.BY_NAME));
    }

    /** The canonical addresses that differ from {@code spelling} only in case or Unicode form, in order. */
    List<Slug> folds(String spelling) {
        NameKey key = new NameKey(spelling);
        return alike(spelling).stream()
                .filter(slug -> new NameKey(slug.value()).equals(key))
                .toList();
    }

    /** The canonical addresses that some program would spell as {@code spelling}, in order. */
    List<Slug> alike(String spelling) {
        return List.copyOf(spellings.get(new SpellingKey(spelling)));
    }

    /** The notes with an alias that some program would spell as {@code spelling}, by path. */
    List<NotePath> aliased(String spelling) {
        return List.copyOf(aliases.get(new SpellingKey(spelling)));
    }

    /** The paths at which no file is any more, and whose address some program would spell so, in order. */
    List<NotePath> formerly(String spelling) {
        return List.copyOf(former.get(new SpellingKey(spelling)));
    }

    /** Some of those whose address was inside this folder's, in the order of addresses. */
    List<NotePath> formerlyBelow(String folder) {
        SpellingKey start = new SpellingKey(folder + "/");
        return former.sets().tailMap(start).entrySet().stream()
                .takeWhile(entry -> entry.getKey().value().startsWith(start.value()))
                .flatMap(entry -> entry.getValue().stream())
                .limit(MAX_BELOW)
                .toList();
    }

    private interface Change {
        Index<SpellingKey, NotePath> apply(Index<SpellingKey, NotePath> index, SpellingKey key, NotePath path);
    }
}
