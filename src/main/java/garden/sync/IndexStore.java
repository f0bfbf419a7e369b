package garden.sync;

import garden.git.GitFile;
import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.Dates;
import garden.note.Note;
import garden.note.NotePath;
import garden.search.SearchIndex;
import garden.snapshot.AddressRules;
import garden.snapshot.Garden;
import garden.snapshot.GardenChange;
import garden.snapshot.Redirects;
import garden.snapshot.Snapshot;
import garden.snapshot.Visibility;
import garden.snapshot.VisibilityRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the notes of the last run are kept, so that a start need not parse them again.
 *
 * @param folder of the index
 * @param configuration everything outside the notes that decides what the index holds; another one empties it
 */
public record IndexStore(Path folder, String configuration, VisibilityRules rules, AddressRules addresses) {

    private static final Logger LOG = LoggerFactory.getLogger(IndexStore.class);

    /** An open index and the garden of its commit. */
    record Loaded(SearchIndex index, Snapshot snapshot) {}

    /** The stored garden; the empty one when nothing usable is stored. */
    Loaded load(Sources sources) throws IOException {
        SearchIndex index = SearchIndex.open(folder, configuration);
        try {
            Optional<CommitId> commit = usableCommit(index, sources);
            Garden empty = Garden.empty(rules, addresses);
            if (commit.isEmpty()) {
                index.clear();
                return new Loaded(index, new Snapshot(empty, index.view()));
            }
            List<GitFile> files = sources.repository().files(commit.get());
            Garden garden = empty.with(everything(index, sources, commit.get(), files))
                    .garden()
                    .with(redirects(sources, files));
            return new Loaded(index, new Snapshot(garden, index.view()));
        } catch (IOException | RuntimeException e) {
            index.close();
            throw e;
        }
    }

    /** An index without notes. */
    SearchIndex openEmpty() throws IOException {
        SearchIndex index = SearchIndex.open(folder, configuration);
        index.clear();
        return index;
    }

    /** The index's commit, if the repository still has it and something to serve. */
    private static Optional<CommitId> usableCommit(SearchIndex index, Sources sources) throws IOException {
        Optional<CommitId> commit = index.commit();
        if (commit.isEmpty() || sources.repository().tip().isEmpty()) {
            return Optional.empty();
        }
        if (!sources.repository().holds(commit.get())) {
            LOG.warn("the index is of {}, which the repository does not have; reading everything anew", commit.get());
            return Optional.empty();
        }
        return commit;
    }

    private Redirects redirects(Sources sources, List<GitFile> files) throws IOException {
        Redirects redirects = Redirects.NONE;
        for (GitFile file : files) {
            if (Redirects.isRedirectFile(file.path())) {
                byte[] content = sources.repository().bytes(file.blob(), RedirectFiles.MAX_BYTES);
                redirects = RedirectFiles.plus(redirects, file.path(), content, addresses);
            }
        }
        return redirects;
    }

    /** Dates are those of the tip: the step that follows brings everything else there. */
    private GardenChange everything(SearchIndex index, Sources sources, CommitId commit, List<GitFile> files)
            throws IOException {
        CommitId tip = sources.repository().tip().orElse(commit);
        sources.history().advance(Optional.of(commit), tip);
        SortedMap<NotePath, Note> notes = new TreeMap<>();
        SortedMap<NotePath, Dates> dates = new TreeMap<>();
        for (Note note : index.notes()) {
            notes.put(note.path(), note);
            sources.history().dates(note.path()).ifPresent(known -> dates.put(note.path(), known));
        }
        SortedMap<NotePath, BlobId> attachments = new TreeMap<>();
        for (GitFile file : files) {
            if (isAttachment(file.path()) && rules.of(file.path()) != Visibility.PRIVATE) {
                attachments.put(file.path(), file.blob());
            }
        }
        return new GardenChange(
                commit,
                sources.repository().commit(commit).committed(),
                notes,
                attachments,
                new TreeSet<>(),
                dates,
                sources.origins(dates.keySet()),
                FormerPaths.all(sources.history(), path -> notes.containsKey(path) || attachments.containsKey(path)));
    }

    private static boolean isAttachment(NotePath path) {
        return !path.isNote() && !Redirects.isRedirectFile(path);
    }
}
