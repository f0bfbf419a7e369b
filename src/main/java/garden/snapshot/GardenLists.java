package garden.snapshot;

import garden.graph.Index;
import garden.graph.LocatedProblem;
import garden.graph.Target;
import garden.note.Folder;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.SpellingKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The lists that pages show, each in its order. Immutable; they follow from the notes, their links and their dates. Nothing of unlisted
 * notes is in any.
 *
 * @param notes directly in each folder, but for the folders' indexes
 * @param indexes those, by their folders
 * @param folders those that hold a listed note at any depth, by the folder around them
 * @param spellings folders that hold a note, by what is common to the spellings of their addresses
 * @param tagged notes by tag, each also under the tags around its own
 * @param tags those that notes carry, by each of the tags around them; all of them under {@link #ALL_TAGS}
 * @param linking notes by where their links lead, but for links to the note itself
 * @param wanting notes by the missing names that they link to
 * @param latest notes that have dates
 * @param paths all notes, by path
 * @param everyFolder those that hold a listed note at any depth but for the root, by path
 * @param problems by kind, then by path
 */
@RecordBuilder
record GardenLists(
        AddressRules rules,
        RankedIndex<Folder, FolderEntry> notes,
        Index<Folder, NotePath> indexes,
        RankedIndex<Folder, Named<Folder>> folders,
        Index<SpellingKey, Folder> spellings,
        RankedIndex<NameKey, Named<NotePath>> tagged,
        RankedIndex<NameKey, Named<NameKey>> tags,
        RankedIndex<Target, Named<NotePath>> linking,
        RankedIndex<NameKey, Named<NotePath>> wanting,
        LatestLists latest,
        RankedSet<NotePath> paths,
        RankedSet<Folder> everyFolder,
        RankedSet<ListedProblem> problems)
        implements GardenListsBuilder.With {

    /** The key of {@code tags} under which all of them are. */
    static final NameKey ALL_TAGS = new NameKey("");

    static GardenLists empty(AddressRules rules) {
        return new GardenLists(
                rules,
                RankedIndex.empty(),
                Index.empty(),
                RankedIndex.empty(),
                Index.empty(),
                RankedIndex.empty(),
                RankedIndex.empty(),
                RankedIndex.empty(),
                RankedIndex.empty(),
                LatestLists.EMPTY,
                RankedSet.empty(),
                RankedSet.empty(),
                RankedSet.empty());
    }

    /** The note with its key of sorting, by title. */
    Named<NotePath> named(Note note) {
        return new Named<>(rules.order().key(note.title()), note.path());
    }

    ListedProblem listed(LocatedProblem located) {
        return new ListedProblem(rules.order().pathKey(located.path().value()), located);
    }

    /**
     * The listed notes that link to one of the targets, which are one page; the page's own notes are none of them. Cost: the notes that link
     * to all of the targets but the one that has most.
     */
    RankedSet<Named<NotePath>> linking(List<Target> targets, List<Note> own) {
        List<RankedSet<Named<NotePath>>> sets = targets.stream()
                .map(linking::get)
                .sorted(Comparator.<RankedSet<Named<NotePath>>>comparingInt(RankedSet::size)
                        .reversed())
                .toList();
        RankedSet<Named<NotePath>> all = sets.isEmpty() ? RankedSet.empty() : sets.getFirst();
        for (RankedSet<Named<NotePath>> fewer : sets.subList(Math.min(1, sets.size()), sets.size())) {
            all = all.plusAll(fewer.elements());
        }
        for (Note note : own) {
            all = all.minus(named(note));
        }
        return all;
    }

    /** The first folder by path whose parts {@code match} those of {@code name}, which is an address without {@code /} at its end. */
    Optional<Folder> folder(String name, BiPredicate<Folder, String> match) {
        Set<SpellingKey> keys = new LinkedHashSet<>();
        keys.add(new SpellingKey(name));
        keys.add(new SpellingKey(rules.slug(name).value()));
        return keys.stream()
                .flatMap(key -> spellings.get(key).stream())
                .filter(folder -> matches(folder, name, match))
                .min(Comparator.naturalOrder());
    }

    private static boolean matches(Folder folder, String name, BiPredicate<Folder, String> match) {
        String[] parts = name.split("/", -1);
        Folder level = folder;
        for (int i = parts.length - 1; i >= 0; i--) {
            if (level.isRoot() || !match.test(level, parts[i])) {
                return false;
            }
            level = level.parent();
        }
        return level.isRoot();
    }
}
