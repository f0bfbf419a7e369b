package garden.snapshot;

import garden.graph.Index;
import garden.graph.LinkGraph;
import garden.graph.LocatedProblem;
import garden.graph.Resolution.Missing;
import garden.graph.Resolution.Resolved;
import garden.graph.ResolvedLink;
import garden.graph.Target;
import garden.note.Dates;
import garden.note.Folder;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.SpellingKey;
import garden.note.Tag;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pcollections.TreePMap;

/** Computes the lists of one garden from those of the one before. Used once, by one thread. */
final class ListsBuilder {

    private final GardenLists before;
    private final RankedIndexBuilder<Folder, FolderEntry> notes;
    private Index<Folder, NotePath> indexes;
    private final RankedIndexBuilder<Folder, Named<Folder>> folders;
    private Index<SpellingKey, Folder> spellings;
    private final RankedIndexBuilder<NameKey, Named<NotePath>> tagged;
    private final RankedIndexBuilder<NameKey, Named<NameKey>> tags;
    private final RankedIndexBuilder<Target, Named<NotePath>> linking;
    private final RankedIndexBuilder<NameKey, Named<NotePath>> wanting;
    private final LatestListsBuilder latest;
    private final RankedSetBuilder<NotePath> paths;
    private final RankedSetBuilder<Folder> everyFolder;
    private final RankedSetBuilder<ListedProblem> problems;

    ListsBuilder(GardenLists before) {
        this.before = before;
        this.notes = new RankedIndexBuilder<>(before.notes());
        this.indexes = before.indexes();
        this.folders = new RankedIndexBuilder<>(before.folders());
        this.spellings = before.spellings();
        this.tagged = new RankedIndexBuilder<>(before.tagged());
        this.tags = new RankedIndexBuilder<>(before.tags());
        this.linking = new RankedIndexBuilder<>(before.linking());
        this.wanting = new RankedIndexBuilder<>(before.wanting());
        this.latest = new LatestListsBuilder(before.latest());
        this.paths = new RankedSetBuilder<>(before.paths());
        this.everyFolder = new RankedSetBuilder<>(before.everyFolder());
        this.problems = new RankedSetBuilder<>(before.problems());
    }

    /** What the lists follow from, at one commit; {@code dates} are git's. */
    record State(LinkGraph graph, TreePMap<NotePath, Dates> dates) {}

    /**
     * The lists of the garden in the state {@code now}; {@code changed} are the notes that were added, removed or changed, and those whose
     * links or dates did.
     */
    GardenLists apply(State old, State now, SortedSet<NotePath> changed) {
        for (NotePath path : changed) {
            old.graph().note(path).ifPresent(note -> put(note, old, Membership.OUT));
            now.graph().note(path).ifPresent(note -> put(note, now, Membership.IN));
        }
        NavigableSet<Folder> around = new TreeSet<>();
        Set<NameKey> carried = new TreeSet<>();
        for (NotePath path : changed) {
            around.addAll(lineage(path));
            old.graph().note(path).ifPresent(note -> carried.addAll(tags(note)));
            now.graph().note(path).ifPresent(note -> carried.addAll(tags(note)));
        }
        around.descendingSet().forEach(folder -> put(folder, now.graph()));
        carried.forEach(tag -> put(tag, Membership.of(now.graph().tags().containsKey(tag))));
        return before.with(lists -> lists.notes(notes.index())
                .indexes(indexes)
                .folders(folders.index())
                .spellings(spellings)
                .tagged(tagged.index())
                .tags(tags.index())
                .linking(linking.index())
                .wanting(wanting.index())
                .latest(latest.lists())
                .paths(paths.set())
                .everyFolder(everyFolder.set())
                .problems(problems.set()));
    }

    private void put(Note note, State state, Membership membership) {
        for (LocatedProblem located : state.graph().listedProblems(note.path())) {
            problems.put(membership, before.listed(located));
        }
        if (!note.frontMatter().isUnlisted()) {
            putListed(note, state, membership);
        }
    }

    private void putListed(Note note, State state, Membership membership) {
        Named<NotePath> named = before.named(note);
        Folder folder = note.path().folder();
        if (before.rules().isIndex(note.path())) {
            indexes = with(indexes, membership, folder, note.path());
        } else {
            notes.put(membership, folder, FolderEntry.of(note, named));
        }
        paths.put(membership, note.path());
        SortedSet<NameKey> tags = tags(note);
        for (NameKey tag : tags) {
            tagged.put(membership, tag, named);
        }
        recent(named, note, state).ifPresent(entry -> latest.put(membership, entry, tags));
        for (ResolvedLink link : state.graph().allLinks(note.path())) {
            if (link.resolution() instanceof Resolved to && !to.target().equals(new Target.File(note.path()))) {
                linking.put(membership, to.target(), named);
            } else if (link.resolution() instanceof Missing) {
                wanting.put(membership, LinkGraph.missingName(link.link()), named);
            }
        }
    }

    private static Optional<Recent> recent(Named<NotePath> named, Note note, State state) {
        return GardenParts.dates(note, Optional.ofNullable(state.dates().get(note.path())))
                .map(known -> new Recent(known.modified(), named));
    }

    /** Adds the folder to the lists, or takes it out when it holds nothing listed any more; to be called for inner folders first. */
    private void put(Folder folder, LinkGraph graph) {
        boolean isListed = !notes.index().get(folder).isEmpty()
                || indexes.contains(folder)
                || !folders.index().get(folder).isEmpty();
        Named<Folder> named = new Named<>(before.rules().order().key(folder.name()), folder);
        folders.put(Membership.of(isListed), folder.parent(), named);
        everyFolder.put(Membership.of(isListed), folder);
        SpellingKey key = new SpellingKey(before.rules().slug(folder.value()).value());
        spellings = with(spellings, Membership.of(graph.hasFolder(folder)), key, folder);
    }

    private static <K extends Comparable<K>, V extends Comparable<V>> Index<K, V> with(
            Index<K, V> index, Membership membership, K key, V value) {
        return switch (membership) {
            case IN -> index.plus(key, value);
            case OUT -> index.minus(key, value);
        };
    }

    private void put(NameKey tag, Membership membership) {
        Named<NameKey> named = new Named<>(before.rules().order().pathKey(tag.value()), tag);
        for (NameKey around : around(tag)) {
            tags.put(membership, around, named);
        }
    }

    private static SortedSet<Folder> lineage(NotePath path) {
        SortedSet<Folder> lineage = new TreeSet<>();
        for (Folder folder = path.folder(); !folder.isRoot(); folder = folder.parent()) {
            lineage.add(folder);
        }
        return lineage;
    }

    private static SortedSet<NameKey> tags(Note note) {
        return note.tags().stream()
                .flatMap(tag -> tag.lineage().stream())
                .map(Tag::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<NameKey> around(NameKey tag) {
        SortedSet<NameKey> around = new TreeSet<>(Set.of(GardenLists.ALL_TAGS));
        for (int slash = tag.value().indexOf('/');
                slash >= 0;
                slash = tag.value().indexOf('/', slash + 1)) {
            around.add(new NameKey(tag.value().substring(0, slash)));
        }
        return around;
    }
}
