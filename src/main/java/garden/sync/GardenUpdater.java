package garden.sync;

import garden.git.Change;
import garden.git.GitFile;
import garden.git.UnreadableObjectException;
import garden.graph.LinkGraph;
import garden.graph.LocatedProblem;
import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.Dates;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.ParsedNote;
import garden.note.RenamedOrDeleted;
import garden.search.SearchIndex;
import garden.snapshot.AuthorRedirects;
import garden.snapshot.Garden;
import garden.snapshot.GardenChange;
import garden.snapshot.GardenStep;
import garden.snapshot.StepDetails;
import garden.snapshot.UnreadableFiles;
import garden.snapshot.Visibility;
import garden.snapshot.VisibilityRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads a garden and its index from one commit to another. Used once, by the sync thread.
 *
 * <p>A private note goes no further than this class.
 */
final class GardenUpdater {

    private static final Logger LOG = LoggerFactory.getLogger(GardenUpdater.class);

    private final Sources sources;
    private final Garden before;
    private final CommitId commit;
    private VisibilityRules rules;

    private final SortedMap<NotePath, Note> notes = new TreeMap<>();
    private final SortedMap<NotePath, BlobId> attachments = new TreeMap<>();
    private final SortedSet<NotePath> removed = new TreeSet<>();
    private final SortedSet<NotePath> revealed = new TreeSet<>();
    private final SortedSet<NotePath> hidden = new TreeSet<>();
    private final HiddenProblems hiddenProblems = new HiddenProblems();
    private final List<String> remarks = new ArrayList<>();
    private final SortedMap<NotePath, BlobId> pending;
    private final SortedSet<NotePath> retried = new TreeSet<>();
    private AuthorRedirects redirects;
    private UnreadableFiles unreadable;
    private Optional<SortedMap<NotePath, NotePath>> renames = Optional.empty();
    private Optional<IndexFeed> feed = Optional.empty();
    final PhaseTimes times = new PhaseTimes();

    GardenUpdater(Sources sources, Garden before, CommitId commit) {
        this.sources = sources;
        this.before = before;
        this.commit = commit;
        this.rules = before.rules();
        this.redirects = before.redirects();
        this.unreadable = UnreadableFiles.NONE;
        this.pending = new TreeMap<>(before.pending());
    }

    /** Reads these of the pending notes again, even if they did not change. */
    GardenUpdater retrying(Collection<NotePath> paths) {
        retried.addAll(paths);
        return this;
    }

    /** The garden at the commit; {@code index} holds its notes afterwards. */
    GardenStep apply(SearchIndex index) throws IOException {
        feed = Optional.of(new IndexFeed(index, commit));
        read(feed.get()::take);
        GardenStep step = remembered();
        feed.get().end(before.graph(), step.garden().graph(), step.affected());
        index.lack(pending.keySet());
        return step;
    }

    /** Gives {@code index} the notes of the commit, beyond those of the garden before; {@code graph} is the commit's. */
    void index(SearchIndex index, LinkGraph graph) throws IOException {
        IndexFeed all = new IndexFeed(index, commit);
        read(all::take);
        all.end(before.graph(), graph, List.of());
        index.lack(pending.keySet());
    }

    /** The garden at the commit, and no index. */
    GardenStep unindexed() throws IOException {
        read((parsed, gone) -> {});
        return remembered();
    }

    private GardenStep remembered() throws IOException {
        times.end(PublicationPhase.READ);
        Optional<CommitId> from = Optional.of(before.tip()).filter(known -> !known.equals(CommitId.NONE));
        Set<NotePath> touched = sources.history().advance(from, commit, rules.ignored());
        times.end(PublicationPhase.HISTORY);
        GardenStep step = redirected(before.with(change(dates(touched), names().of(touched, uncommittedRenames()))));
        Garden known = before.pending().isEmpty() ? before : before.emptied();
        Garden garden = step.garden().with(ReaderCommits.of(sources, step.garden(), known));
        times.end(PublicationPhase.GRAPH);
        return new GardenStep(garden, step.affected());
    }

    /**
     * The garden that publishing the commit would give, without dates, and with the former paths that follow from its own renames. Neither
     * index nor history is changed.
     */
    GardenStep rehearse() throws IOException {
        read((parsed, gone) -> {});
        return redirected(before.with(change(new TreeMap<>(), names().rehearsed(renames()))));
    }

    /** Receives the words of notes, a batch at a time, as the index needs them. */
    @FunctionalInterface
    private interface Words {

        /** Takes the words of new and changed notes, and forgets those of others. */
        void take(List<ParsedNote> parsed, Collection<NotePath> gone) throws IOException;
    }

    private void read(Words words) throws IOException {
        List<Change.Put> notesToParse = new ArrayList<>();
        unreadable = stillUnreadable();
        for (Change change : judgedAnew(changes())) {
            pending.remove(change.path());
            before.note(change.path()).ifPresent(sources.notes()::learn);
            if (AuthorRedirects.isRedirectFile(change.path())) {
                redirect(change);
                continue;
            }
            boolean wasSeen = before.rules().of(change.path()) != Visibility.PRIVATE;
            boolean isSeen = rules.of(change.path()) != Visibility.PRIVATE;
            switch (change) {
                case Change.Put put when isSeen && put.path().isNote() -> notesToParse.add(put);
                case Change.Put put when isSeen -> attachments.put(put.path(), put.blob());
                case Change.Put put when wasSeen -> hide(put.path());
                case Change.Put put -> {}
                case Change.Delete(NotePath path) when wasSeen -> removed.add(path);
                case Change.Delete delete -> {}
            }
        }
        pending.forEach((path, blob) -> {
            if (retried.contains(path)) {
                notesToParse.add(new Change.Put(path, blob, Optional.empty()));
            }
        });
        pending.keySet().removeAll(retried);
        readInBatches(notesToParse, words);
    }

    private void hide(NotePath path) {
        removed.add(path);
        if (before.note(path).isPresent()) {
            hidden.add(path);
        }
    }

    /** The changes, and with them the unchanged files that an edited list of ignored files shows or hides now. */
    private List<Change> judgedAnew(List<Change> changes) throws IOException {
        rules = rules.with(new IgnoreFiles(sources.repository()).after(rules.ignored(), changes));
        boolean isFirst = before.tip().equals(CommitId.NONE);
        if (!isFirst && rules.equals(before.rules())) {
            return changes;
        }
        List<GitFile> files = sources.repository().files(commit);
        remarks.addAll(rules.ignored().unused(files.stream().map(GitFile::path).toList()));
        if (isFirst) {
            return changes;
        }
        Set<NotePath> changed = new TreeSet<>();
        changes.forEach(change -> changed.add(change.path()));
        List<Change> all = new ArrayList<>(changes);
        for (GitFile file : files) {
            boolean isJudgedAnew = before.rules().of(file.path()) != rules.of(file.path());
            if (isJudgedAnew && !changed.contains(file.path())) {
                all.add(new Change.Put(file.path(), file.blob(), Optional.of(file.blob())));
            }
        }
        return all;
    }

    /** Of those before, what is still named; what is named anew is looked at as every change is. */
    private UnreadableFiles stillUnreadable() throws IOException {
        UnreadableFiles still = before.unreadable();
        for (NotePath path : before.unreadable().reasons().keySet()) {
            if (!sources.repository().isSame(path, before.tip(), commit)) {
                still = still.minus(path);
            }
        }
        return still;
    }

    private FormerPathChanges names() {
        Set<NotePath> changed = new TreeSet<>(removed);
        changed.addAll(notes.keySet());
        changed.addAll(attachments.keySet());
        return new FormerPathChanges(sources.history(), before, changed, this::isLiving);
    }

    private boolean isLiving(NotePath path) {
        boolean isPut = notes.containsKey(path) || attachments.containsKey(path);
        return isPut || (!removed.contains(path) && FormerPathChanges.isLiving(before, path));
    }

    private GardenChange change(SortedMap<NotePath, Dates> dates, SortedMap<NotePath, RenamedOrDeleted> former)
            throws IOException {
        return new GardenChange(
                commit,
                sources.repository().commit(commit).committed(),
                notes,
                attachments,
                removed,
                dates,
                sources.firstPaths(dates.keySet()),
                former);
    }

    private SortedMap<NotePath, NotePath> uncommittedRenames() throws IOException {
        Optional<CommitId> base = sources.repository().base(commit);
        return base.isPresent() ? sources.repository().renames(base.get(), commit) : new TreeMap<>();
    }

    /** What was shown, hidden and renamed; after {@link #apply} or {@link #rehearse}. */
    StepDetails details() throws IOException {
        long goneAttachments = removed.stream().filter(path -> !path.isNote()).count();
        return new StepDetails(
                revealed,
                hidden,
                renames(),
                sources.unseen(before, notes.values()),
                attachments.size() + (int) goneAttachments,
                hiddenProblems.all(),
                remarks);
    }

    /** A rename takes a file away and brings one; a first commit renames nothing. Found once: files are compared for it. */
    private SortedMap<NotePath, NotePath> renames() throws IOException {
        if (renames.isEmpty()) {
            boolean isPossible = !removed.isEmpty() && !before.tip().equals(CommitId.NONE);
            renames = Optional.of(isPossible ? sources.repository().renames(before.tip(), commit) : new TreeMap<>());
        }
        return renames.get();
    }

    private GardenStep redirected(GardenStep step) throws IOException {
        GardenStep sent = step.with(redirects);
        Garden garden = sent.garden().with(rules).with(unreadable).withPending(pending);
        VaultSettings.Reading vault = sources.softBreaks(commit, before);
        vault.problem().ifPresent(remarks::add);
        return new GardenStep(garden, sent.affected()).with(vault.softBreaks());
    }

    private void redirect(Change change) throws IOException {
        redirects = switch (change) {
            case Change.Put put -> redirected(put);
            case Change.Delete(NotePath path) -> redirects.minus(path);
        };
    }

    private AuthorRedirects redirected(Change.Put put) throws IOException {
        try {
            byte[] content = sources.repository().bytes(put.blob(), RedirectFileReader.MAX_BYTES);
            return RedirectFileReader.plus(redirects, put.path(), content, before.addressRules());
        } catch (UnreadableObjectException e) {
            miss(put.path(), e.getMessage());
            return redirects.minus(put.path());
        }
    }

    /** The repository cannot give what it names: the garden goes on without it. */
    private void miss(NotePath path, @Nullable String reason) {
        LOG.warn("{} is missing from the garden: {}", path, reason);
        unreadable = unreadable.plus(path, "expected a file in the repository, found one that cannot be read");
    }

    private void missFolder(NotePath path) {
        if (rules.of(path) == Visibility.PRIVATE) {
            return;
        }
        LOG.warn("the folder {} is missing from the garden: it cannot be read", path);
        unreadable = unreadable.plus(path, "expected a folder in the repository, found one that cannot be read");
    }

    /** What front matter that hides a note has wrong now and had not before; after {@link #apply} or {@link #rehearse}. */
    List<LocatedProblem> addedToHidden() throws IOException {
        return hiddenProblems.added(sources);
    }

    /** Whether a failure may have left the index between two commits. */
    boolean hasTouchedIndex() {
        return feed.filter(IndexFeed::hasTouchedIndex).isPresent();
    }

    private List<Change> changes() throws IOException {
        if (!before.tip().equals(CommitId.NONE)) {
            return sources.repository().changes(before.tip(), commit, this::missFolder);
        }
        List<Change> all = new ArrayList<>();
        for (GitFile file : sources.repository().files(commit, this::missFolder)) {
            all.add(new Change.Put(file.path(), file.blob(), Optional.empty()));
        }
        return all;
    }

    private void readInBatches(List<Change.Put> puts, Words words) throws IOException {
        new NoteBatches(sources.notes()).parse(puts, batch -> words.take(visible(batch), List.of()));
        SortedSet<NotePath> gone = new TreeSet<>(pending.keySet());
        gone.addAll(removed);
        words.take(List.of(), gone);
    }

    /** The notes of the batch that readers may search. Those that they may not see are noted as removed. */
    private List<ParsedNote> visible(List<NoteBatches.Parsed> batch) {
        List<ParsedNote> visible = new ArrayList<>();
        for (NoteBatches.Parsed parsed : batch) {
            if (parsed.note().isEmpty()) {
                removed.add(parsed.put().path());
                miss(parsed.put().path(), parsed.unreadable());
            } else if (sort(parsed.put(), parsed.note().get().note())) {
                visible.add(parsed.note().get());
            }
        }
        return visible;
    }

    /** Whether readers may see the note and it is read. */
    private boolean sort(Change.Put put, Note note) {
        NotePath path = note.path();
        boolean wasVisible = before.note(path).isPresent();
        boolean isVisible = rules.of(note) != Visibility.PRIVATE;
        if (isVisible) {
            notes.put(path, note);
        } else {
            removed.add(path);
            hiddenProblems.add(put, note);
        }
        if (isVisible && !wasVisible && put.before().isPresent()) {
            revealed.add(path);
        } else if (!isVisible && wasVisible) {
            hidden.add(path);
        }
        if (note.isPending()) {
            LOG.warn("{} is not read yet: {}", path, note.problems().getLast().message());
            pending.put(path, note.blob());
        }
        return isVisible && !note.isPending();
    }

    private SortedMap<NotePath, Dates> dates(Set<NotePath> touched) {
        SortedMap<NotePath, Dates> dates = new TreeMap<>();
        for (NotePath path : touched) {
            boolean isNote = notes.containsKey(path) || (before.note(path).isPresent() && !removed.contains(path));
            if (isNote) {
                sources.history().dates(path).ifPresent(known -> dates.put(path, known));
            }
        }
        for (NotePath path : notes.keySet()) {
            sources.history().dates(path).ifPresent(known -> dates.putIfAbsent(path, known));
        }
        return dates;
    }
}
