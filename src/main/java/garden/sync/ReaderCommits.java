package garden.sync;

import garden.git.Change;
import garden.git.UnreadableObjectException;
import garden.graph.GraphChange;
import garden.graph.GraphStep;
import garden.graph.LinkGraph;
import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.IgnoredFiles;
import garden.note.NotePath;
import garden.note.SoftBreaks;
import garden.snapshot.AuthorRedirects;
import garden.snapshot.Garden;
import garden.snapshot.ReaderCommit;
import garden.snapshot.Visibility;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the last commit that changed anything that readers of a garden may see: back from its tip along first parents, as long as
 * the commit before shows them the same. See notes/internals/decisions/0033-what-commit-readers-are-told.md. Used once, by one thread.
 */
final class ReaderCommits {

    private final Sources sources;
    private final Garden garden;

    /** Of the commit that is looked at; the notes in it are those of the garden, since nobody sees a difference. */
    private LinkGraph graph;

    /** Of the same commit, as the settings of its vault say. */
    private SoftBreaks softBreaks;

    private ReaderCommits(Sources sources, Garden garden) {
        this.sources = sources;
        this.garden = garden;
        this.graph = garden.graph();
        this.softBreaks = garden.softBreaks();
    }

    /**
     * The commit that readers of {@code garden} are told. The history has been advanced to its tip, and {@code before} is an earlier garden
     * whose commit is known. A garden made of a working folder has its own tip. Cost: the commits since {@code before}, or those back to
     * the first that readers see; for each what it changed.
     */
    static ReaderCommit of(Sources sources, Garden garden, Garden before) throws IOException {
        boolean isDraft = sources.repository().isDraft(garden.tip());
        return isDraft ? garden.asOfTip().readerCommit() : new ReaderCommits(sources, garden).from(before);
    }

    private ReaderCommit from(Garden before) throws IOException {
        CommitId at = garden.tip();
        while (!at.equals(before.tip())) {
            List<CommitId> parents = sources.repository().parents(at);
            boolean isSeen = parents.isEmpty() ? isAnythingSeen() : isSeen(at, parents);
            if (isSeen) {
                return new ReaderCommit(at, sources.repository().commit(at).committed());
            } else if (parents.isEmpty()) {
                return ReaderCommit.NONE;
            }
            at = parents.getFirst();
        }
        return before.readerCommit();
    }

    private boolean isAnythingSeen() {
        return !garden.graph().notes().isEmpty()
                || garden.graph().attachmentCount() > 0
                || !garden.redirects().equals(AuthorRedirects.NONE);
    }

    private boolean isSeen(CommitId at, List<CommitId> parents) throws IOException {
        if (sources.history().touchesNotes(at)
                || sources.history()
                        .isReadAnew(parents.getFirst(), at, garden.rules().ignored())) {
            return true;
        }
        if (isShownOtherwise(parents.getFirst())) {
            return true;
        }
        if (parents.size() > 1) {
            for (CommitId merged : sources.repository().merged(at)) {
                if (sources.history().touchesNotes(merged)) {
                    return true;
                }
            }
        }
        return isUndoingSeen(sources.repository().changes(at, parents.getFirst()));
    }

    /** Whether a vault's settings, which nobody sees, make every page look otherwise. */
    private boolean isShownOtherwise(CommitId parent) throws IOException {
        SoftBreaks now = softBreaks;
        softBreaks = garden.graph().notes().isEmpty()
                ? now
                : sources.softBreaks(parent).softBreaks();
        return softBreaks != now;
    }

    /** Whether readers see anything of {@code changes}, which lead back to the commit before. */
    private boolean isUndoingSeen(List<Change> changes) throws IOException {
        SortedSet<NotePath> added = new TreeSet<>();
        SortedSet<NotePath> removed = new TreeSet<>();
        for (Change change : changes) {
            if (isSeen(change)) {
                return true;
            } else if (isAttachment(change.path())) {
                sort(change, added, removed);
            }
        }
        GraphStep undone = graph.with(new GraphChange(new TreeMap<>(), added, removed));
        graph = undone.graph();
        return !undone.turned().isEmpty() || !undone.relinked().isEmpty();
    }

    /** For an attachment: whether readers see it at the commit that is looked at. */
    private boolean isSeen(Change change) throws IOException {
        NotePath path = change.path();
        return isDeciding(path)
                || (isAttachment(path) && graph.holds(path))
                || (path.isNote()
                        && garden.rules().of(path) != Visibility.PRIVATE
                        && isNoteSeen(change)
                        && !isSame(change));
    }

    private boolean isAttachment(NotePath path) {
        return !path.isNote() && garden.rules().of(path) != Visibility.PRIVATE;
    }

    /** Whether the note is shown before and after the commit, and readers see no difference. */
    private boolean isSame(Change change) throws IOException {
        return change instanceof Change.Put(NotePath path, BlobId blob, Optional<BlobId> after)
                && after.isPresent()
                && isShown(path, blob)
                && isShown(path, after.get())
                && sources.isSameButHidden(blob, after.get());
    }

    private static boolean isDeciding(NotePath path) {
        return AuthorRedirects.isRedirectFile(path) || IgnoredFiles.isList(path);
    }

    private static void sort(Change change, Set<NotePath> added, Set<NotePath> removed) {
        switch (change) {
            case Change.Put(NotePath path, BlobId blob, Optional<BlobId> before)
            when before.isEmpty() -> added.add(path);
            case Change.Put put -> {}
            case Change.Delete(NotePath path) -> removed.add(path);
        }
    }

    /** Whether readers see the note after the commit or saw it before. */
    private boolean isNoteSeen(Change change) throws IOException {
        return garden.note(change.path()).isPresent()
                || garden.unreadable().reasons().containsKey(change.path())
                || (change instanceof Change.Put(NotePath path, BlobId blob, var after) && isShown(path, blob));
    }

    /** Whether readers may see this version of a note; true when it cannot be read, since they see the problem then. */
    private boolean isShown(NotePath path, BlobId blob) throws IOException {
        try {
            return garden.rules().of(path, sources.notes().frontMatter(blob)) != Visibility.PRIVATE;
        } catch (UnreadableObjectException e) {
            return true;
        }
    }
}
