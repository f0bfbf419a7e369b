package garden.git.history;

import garden.git.Draft;
import garden.git.GardenTrees;
import garden.git.IgnoreLists;
import garden.git.NotesRepository;
import garden.git.Renames;
import garden.note.CommitId;
import garden.note.Dates;
import garden.note.IgnoredFiles;
import garden.note.NotePath;
import garden.note.RenamedOrDeleted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.LongBinaryOperator;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectReader;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStoreException;

/**
 * Which commits wrote each file, from the history of one commit: versions, renames, dates. Changed by one thread
 * ({@link #advance}), which also asks for {@link #dates}; any thread may ask for a view ({@link #at}) and read it.
 *
 * <p>A commit <i>touches</i> a file when it holds the file with bytes that none of its parents has there; so a merge touches
 * only what was resolved by hand. Nor does a commit touch a note that readers see as in a parent ({@link VersionVisibility#isSame}). A file was modified at the latest and created at the earliest author time of the commits
 * that touch it. The author time says when something was written; the committer time changes with each rebase, which would
 * make every note new. When a commit with one parent deletes a file and adds one like it ({@link Renames}), the new name was
 * created no later than the old one, and so on back. A name used again for something else keeps its first creation.
 *
 * <p>Commits that count as no change ({@link HistoryRules}) modify nothing, but what they bring in was created by them. Beyond
 * the end of a history that is cut off nothing is known: a file that was there has no dates.
 *
 * <p>All this is minima, maxima and unions over the commits, so it depends neither on the order of the walk nor on what was
 * known before: an advance equals a rebuild. It is kept in a file that is derived from the repository, can be deleted at
 * any time, and is rebuilt when it is missing, damaged or of another format or folder, or when
 * the rules by which it was made have changed.
 */
public final class History implements AutoCloseable {

    /** A reader is done before so many commits are published. */
    private static final int KEPT_VIEWS = 8;

    private final NotesRepository repository;
    private final HistoryRules rules;
    private final IntConsumer progress;
    private final Path file;
    private HistoryStore store;
    private volatile List<Kept> kept = List.of();

    /** What is not committed, and so in no history, at the commit to which this was last advanced. */
    private Draft draft = new Draft(Optional.empty(), Map.of());

    private History(NotesRepository repository, Path file, HistoryRules rules, IntConsumer progress)
            throws IOException {
        this.repository = repository;
        this.file = file;
        this.rules = rules;
        this.progress = progress;
        this.store = HistoryStore.open(file, repository.folder());
    }

    /** A view, and how to let its pages go. */
    private record Kept(HistoryView view, Runnable release) {}

    /**
     * The history kept in {@code file}, which need not exist, in a folder that must. Reads all of it, to know that it is whole.
     *
     * @param progress told now and then how many commits a walk has seen
     * @throws IOException when the file cannot be made or another process has it open
     */
    public static History open(NotesRepository repository, Path file, HistoryRules rules, IntConsumer progress)
            throws IOException {
        return new History(repository, file, rules, progress);
    }

    /** The commit whose history this is; empty before the first {@link #advance}. */
    public Optional<CommitId> commit() {
        return store.maps().commit();
    }

    /**
     * The history of {@code commit}; empty unless it is one of the last eight to which this was advanced. It stays as it is while
     * eight more are published.
     */
    public Optional<HistoryView> at(CommitId commit) {
        return kept.stream()
                .map(Kept::view)
                .filter(view -> view.commit().equals(commit))
                .findFirst();
    }

    /**
     * Makes this the history of {@code to}, and returns every path whose dates may differ from those in the history of
     * {@code from}. Walks only what is new when {@code to} was built on {@code from} and on what is known; otherwise, or
     * without {@code from}, walks all and returns every path that has or had dates. The same call may be repeated.
     *
     * <p>A commit made of a working folder has the history of the commit it stands on; files that are not committed were modified
     * when they were written.
     */
    public Set<NotePath> advance(Optional<CommitId> from, CommitId to) throws IOException {
        return advance(from, to, IgnoreLists.NONE);
    }

    /** The same, where {@code ignored} says which files are no part of the garden at {@code to}: no version of theirs is shown. */
    public Set<NotePath> advance(Optional<CommitId> from, CommitId to, IgnoredFiles ignored) throws IOException {
        Optional<Draft> before = from.map(repository::draft);
        Draft now = repository.draft(to);
        Set<NotePath> changed = new TreeSet<>(now.difference(before.orElse(draft)));
        if (now.head().isPresent()) {
            changed.addAll(
                    advanceToCommitted(before.flatMap(Draft::head), now.head().get(), ignored));
        } else if (commit().isPresent()) {
            beginAnew();
        }
        keep(to);
        draft = now;
        return changed;
    }

    private Set<NotePath> advanceToCommitted(Optional<CommitId> from, CommitId to, IgnoredFiles ignored)
            throws IOException {
        TipRules tip = TipRules.at(repository, to, rules, ignored);
        try {
            return advanceStore(from, to, tip);
        } catch (MVStoreException e) {
            beginAnew();
            return rebuild(to, tip);
        }
    }

    private void beginAnew() throws IOException {
        kept = List.of();
        store.discard();
        store = HistoryStore.open(file, repository.folder());
    }

    private Set<NotePath> advanceStore(Optional<CommitId> from, CommitId to, TipRules tip) throws IOException {
        Optional<CommitId> known = commit();
        if (from.isEmpty() || known.isEmpty() || !store.rules().equals(tip.fingerprint())) {
            return rebuild(to, tip);
        }
        Optional<CommitId> base = base(from.get(), known.get(), to);
        return base.isPresent() ? extend(base.get(), to, tip) : rebuild(to, tip);
    }

    /** The commit after which everything is to be walked: the older of two, when both are in the history of {@code to}. */
    private Optional<CommitId> base(CommitId from, CommitId known, CommitId to) throws IOException {
        if (!isInHistory(from, to) || !isInHistory(known, to)) {
            return Optional.empty();
        }
        if (isInHistory(known, from)) {
            return Optional.of(known);
        }
        return isInHistory(from, known) ? Optional.of(from) : Optional.empty();
    }

    private boolean isInHistory(CommitId ancestor, CommitId descendant) throws IOException {
        return ancestor.equals(descendant)
                || (repository.holds(ancestor) && repository.isAncestor(ancestor, descendant));
    }

    private Set<NotePath> extend(CommitId base, CommitId to, TipRules tip) throws IOException {
        Set<String> touched = new HashSet<>();
        if (!base.equals(to)) {
            store.add(writer -> touched.addAll(gather(List.of(base), to, tip, writer)), to, tip.fingerprint());
        }
        return withLaterNames(touched);
    }

    private Set<NotePath> rebuild(CommitId to, TipRules tip) throws IOException {
        Set<String> paths = new HashSet<>(store.maps().first().keySet());
        store.replace(writer -> gather(List.of(), to, tip, writer), to, tip.fingerprint());
        paths.addAll(store.maps().first().keySet());
        return notePaths(paths);
    }

    private Set<String> gather(List<CommitId> from, CommitId to, TipRules tip, HistoryStore.Writer writer)
            throws IOException {
        try (GardenTrees trees = new GardenTrees(repository.repository(), repository.folder());
                ObjectReader reader = repository.repository().newObjectReader()) {
            HistoryPrivacy privacy = new HistoryPrivacy(rules, tip, new ShownVersions(reader, rules, tip.hidden()));
            HistoryWalk walk = new HistoryWalk(trees, store.maps(), writer, privacy);
            walk.gather(from, to, progress);
            return walk.touched();
        }
    }

    private void keep(CommitId commit) {
        HistoryStore.Frozen frozen = store.freeze();
        List<Kept> views = new ArrayList<>();
        views.add(new Kept(new HistoryView(commit, frozen.maps()), frozen.release()));
        for (Kept old : kept) {
            boolean isReplaced = old.view().commit().equals(commit);
            if (!isReplaced && views.size() < KEPT_VIEWS) {
                views.add(old);
            } else {
                old.release().run();
            }
        }
        kept = List.copyOf(views);
    }

    /** The paths and all that they were renamed to: an earlier creation there is an earlier creation here. */
    private Set<NotePath> withLaterNames(Set<String> paths) {
        Set<String> found = new HashSet<>(paths);
        Deque<String> open = new ArrayDeque<>(paths);
        while (!open.isEmpty()) {
            for (String later : names(open.remove(), PathEvent.Kind.DEATH)) {
                if (found.add(later)) {
                    open.add(later);
                }
            }
        }
        return notePaths(found);
    }

    /** What the births at a path were renamed from, or the deaths to. */
    private Set<String> names(String path, PathEvent.Kind kind) {
        Set<String> names = new TreeSet<>();
        HistoryMaps maps = store.maps();
        for (Iterator<RowKey> events = maps.eventsBefore(path, RowKey.after(path)); events.hasNext(); ) {
            PathEvent event = maps.event(events.next());
            if (event.kind() == kind && event.isRename()) {
                names.add(event.other());
            }
        }
        return names;
    }

    private static Set<NotePath> notePaths(Set<String> paths) {
        Set<NotePath> sorted = new TreeSet<>();
        paths.forEach(path -> sorted.add(new NotePath(path)));
        return sorted;
    }

    /**
     * The dates of the file at {@code path}, which may be gone by now; empty when no commit touches it, or when it was there
     * before the oldest commit that is known.
     */
    public Optional<Dates> dates(NotePath path) {
        Optional<Dates> committed = committedDates(path);
        Optional<Instant> written = Optional.ofNullable(draft.written().get(path));
        return written.map(at -> new Dates(created(committed, at), at)).or(() -> committed);
    }

    private static Instant created(Optional<Dates> committed, Instant written) {
        return committed.map(Dates::created).filter(written::isAfter).orElse(written);
    }

    private Optional<Dates> committedDates(NotePath path) {
        Optional<Long> created = overNames(path.value(), store.maps().first(), Math::min);
        Optional<Long> modified = Optional.ofNullable(store.maps().last().get(path.value()))
                .or(() -> overNames(path.value(), store.maps().last(), Math::max));
        return created.filter(first -> first != Long.MIN_VALUE)
                .flatMap(first ->
                        modified.map(last -> new Dates(Instant.ofEpochSecond(first), Instant.ofEpochSecond(last))));
    }

    private Optional<Long> overNames(String path, MVMap<String, Long> times, LongBinaryOperator better) {
        Optional<Long> best = Optional.empty();
        for (String name : namesUpTo(path)) {
            Long own = times.get(name);
            if (own != null) {
                best = Optional.of(
                        best.map(other -> better.applyAsLong(own, other)).orElse(own));
            }
        }
        return best;
    }

    /** The name and all earlier ones. Renames may go in circles, so each name is visited once. */
    private Set<String> namesUpTo(String path) {
        Set<String> seen = new HashSet<>(Set.of(path));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (String earlier : names(open.remove(), PathEvent.Kind.BIRTH)) {
                if (seen.add(earlier)) {
                    open.add(earlier);
                }
            }
        }
        return seen;
    }

    /**
     * The first path of the file at {@code path}: of the names it had, this one included, one that nothing was renamed to, the
     * earliest touched of several, then the first in order. Itself when it was never renamed.
     */
    public NotePath firstPath(NotePath path) {
        Set<String> names = new TreeSet<>(namesUpTo(path.value()));
        String first = names.stream()
                .min(Comparator.comparing((String name) ->
                                !names(name, PathEvent.Kind.BIRTH).isEmpty())
                        .thenComparing(name -> store.maps().first().getOrDefault(name, Long.MAX_VALUE)))
                .orElse(path.value());
        return new NotePath(first);
    }

    /** All paths at which a file ended, living ones included. Cost: all beginnings and ends that are known. */
    public Set<NotePath> endedPaths() {
        Set<NotePath> ended = new TreeSet<>();
        store.maps().events().forEach((key, text) -> {
            if (!PathEvent.parse(text).isBirth()) {
                ended.add(new NotePath(RowKey.parse(key).path()));
            }
        });
        return ended;
    }

    /** The paths and all from which files were renamed to them, however many steps away. */
    public Set<NotePath> withFormerPaths(Set<NotePath> paths) {
        Set<NotePath> found = new TreeSet<>();
        paths.forEach(path -> found.addAll(notePaths(namesUpTo(path.value()))));
        return found;
    }

    /** Whether {@code commit} touched notes that readers could see then, in the history to which this was last advanced. */
    public boolean touchesNotes(CommitId commit) {
        return kept.getFirst().view().touch(commit).isPresent();
    }

    /** Whether {@code to} says other things than {@code from} about all commits, such as who their authors are. */
    public boolean isReadAnew(CommitId from, CommitId to, IgnoredFiles ignored) throws IOException {
        return !TipRules.at(repository, from, rules, ignored)
                .fingerprint()
                .equals(TipRules.at(repository, to, rules, ignored).fingerprint());
    }

    /** As {@link HistoryView#renamedOrDeleted}, in the history to which this was last advanced. */
    public RenamedOrDeleted renamedOrDeleted(NotePath path, Predicate<NotePath> isLiving) {
        return kept.getFirst().view().renamedOrDeleted(path, isLiving);
    }

    /** Closes the file; no method may be called afterwards. */
    @Override
    public void close() {
        kept.forEach(view -> view.release().run());
        kept = List.of();
        store.close();
    }
}
