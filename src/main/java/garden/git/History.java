package garden.git;

import garden.note.CommitId;
import garden.note.Dates;
import garden.note.NotePath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.h2.mvstore.MVStoreException;

/**
 * When each file was first and last written, from the history of one commit. Changed by one thread ({@link #advance}),
 * between whose calls any thread may read.
 *
 * <p>A commit <i>touches</i> a file when it holds the file with bytes that none of its parents has there; so a merge touches
 * only what was resolved by hand. A file was modified at the latest and created at the earliest author time of the commits
 * that touch it. The author time says when something was written; the committer time changes with each rebase, which would
 * make every note new. When a commit with one parent deletes a file and adds one like it ({@link Renames}), the new name was
 * created no later than the old one, and so on back. A name used again for something else keeps its first creation.
 *
 * <p>All this is minima, maxima and unions over the commits, so it depends neither on the order of the walk nor on what was
 * known before: an advance equals a rebuild. It is kept in a file that is derived from the repository, can be deleted at
 * any time, and is rebuilt when it is missing, damaged or of another format or folder.
 */
public final class History implements AutoCloseable {

    private final NotesRepository repository;
    private final IntConsumer progress;
    private final Path file;
    private HistoryStore store;

    private History(NotesRepository repository, Path file, IntConsumer progress) throws IOException {
        this.repository = repository;
        this.file = file;
        this.progress = progress;
        this.store = HistoryStore.open(file, repository.folder());
    }

    /**
     * The history kept in {@code file}, which need not exist, in a folder that must. Reads all of it, to know that it is whole.
     *
     * @param progress told now and then how many commits a walk has seen
     * @throws IOException when the file cannot be made or another process has it open
     */
    public static History open(NotesRepository repository, Path file, IntConsumer progress) throws IOException {
        return new History(repository, file, progress);
    }

    /** The commit whose history this is; empty before the first {@link #advance}. */
    public Optional<CommitId> commit() {
        return store.commit();
    }

    /**
     * Makes this the history of {@code to}, and returns every path whose dates may differ from those in the history of
     * {@code from}. Walks only what is new when {@code to} was built on {@code from} and on what is known; otherwise, or
     * without {@code from}, walks all and returns every path that has or had dates. The same call may be repeated.
     */
    public Set<NotePath> advance(Optional<CommitId> from, CommitId to) throws IOException {
        try {
            return advanceStore(from, to);
        } catch (MVStoreException e) {
            store.discard();
            store = HistoryStore.open(file, repository.folder());
            return rebuild(to);
        }
    }

    private Set<NotePath> advanceStore(Optional<CommitId> from, CommitId to) throws IOException {
        Optional<CommitId> known = store.commit();
        if (from.isEmpty() || known.isEmpty()) {
            return rebuild(to);
        }
        Optional<CommitId> base = base(from.get(), known.get(), to);
        return base.isPresent() ? extend(base.get(), to) : rebuild(to);
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

    private Set<NotePath> extend(CommitId base, CommitId to) throws IOException {
        HistoryFacts facts = HistoryWalk.between(repository, base, to, progress);
        store.merge(facts, to);
        return withLaterNames(facts.paths());
    }

    private Set<NotePath> rebuild(CommitId to) throws IOException {
        Set<String> paths = new HashSet<>(store.paths());
        HistoryFacts facts = HistoryWalk.all(repository, to, progress);
        store.replace(facts, to);
        paths.addAll(store.paths());
        return notePaths(paths);
    }

    /** The paths and all that they were renamed to: an earlier creation there is an earlier creation here. */
    private Set<NotePath> withLaterNames(Set<String> paths) {
        Set<String> found = new HashSet<>(paths);
        Deque<String> open = new ArrayDeque<>(paths);
        while (!open.isEmpty()) {
            for (String later : store.laterNames(open.remove())) {
                if (found.add(later)) {
                    open.add(later);
                }
            }
        }
        return notePaths(found);
    }

    private static Set<NotePath> notePaths(Set<String> paths) {
        Set<NotePath> sorted = new TreeSet<>();
        paths.forEach(path -> sorted.add(new NotePath(path)));
        return sorted;
    }

    /** The dates of the file at {@code path}, which may be gone by now; empty when no commit touches it. */
    public Optional<Dates> dates(NotePath path) {
        return store.times(path.value()).map(own -> {
            long created = createdUnderAnyName(path.value());
            return new Dates(Instant.ofEpochSecond(created), Instant.ofEpochSecond(own.last()));
        });
    }

    private long createdUnderAnyName(String path) {
        long created = Long.MAX_VALUE;
        for (String name : namesUpTo(path)) {
            created = Math.min(
                    created, store.times(name).map(HistoryFacts.Times::first).orElse(Long.MAX_VALUE));
        }
        return created;
    }

    /** The name and all earlier ones. Renames may go in circles, so each name is visited once. */
    private Set<String> namesUpTo(String path) {
        Set<String> seen = new HashSet<>(Set.of(path));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (String earlier : store.earlierNames(open.remove())) {
                if (seen.add(earlier)) {
                    open.add(earlier);
                }
            }
        }
        return seen;
    }

    /**
     * The first name of the file at {@code path}: of the names it had, this one included, one that nothing was renamed to, the
     * earliest touched of several, then the first in order. Itself when it was never renamed.
     */
    public NotePath origin(NotePath path) {
        Set<String> names = new TreeSet<>(namesUpTo(path.value()));
        String first = names.stream()
                .min(Comparator.comparing(
                                (String name) -> !store.earlierNames(name).isEmpty())
                        .thenComparing(name ->
                                store.times(name).map(HistoryFacts.Times::first).orElse(Long.MAX_VALUE)))
                .orElse(path.value());
        return new NotePath(first);
    }

    /** Closes the file; no method may be called afterwards. */
    @Override
    public void close() {
        store.close();
    }
}
