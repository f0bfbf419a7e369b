package garden.sync;

import garden.git.GitFile;
import garden.git.UnreadableObjectException;
import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.Dates;
import garden.note.Note;
import garden.note.NotePath;
import garden.search.SearchIndex;
import garden.snapshot.AddressRules;
import garden.snapshot.AuthorRedirects;
import garden.snapshot.Garden;
import garden.snapshot.GardenChange;
import garden.snapshot.Snapshot;
import garden.snapshot.Visibility;
import garden.snapshot.VisibilityRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the notes of the last run are kept, so that a start need not parse them again.
 *
 * @param folder of the index
 * @param opening opens the index in a folder
 */
public record IndexStore(Path folder, Opening opening, VisibilityRules rules, AddressRules addresses) {

    private static final Logger LOG = LoggerFactory.getLogger(IndexStore.class);

    /**
     * Opens indexes as {@link SearchIndex} makes them.
     *
     * @param configuration everything outside the notes that decides what the index holds; another one empties it
     * @param language of notes that do not name theirs, a tag of BCP 47
     */
    public static Opening opening(String configuration, String language) {
        return place -> SearchIndex.open(place, configuration, language);
    }

    /** Opens an index. */
    @FunctionalInterface
    public interface Opening {

        /** The index in {@code folder}, made when missing. */
        SearchIndex open(Path folder) throws IOException;
    }

    /** An open index and the garden of its commit. */
    record Loaded(SearchIndex index, Snapshot snapshot) {}

    /** The commit of the index, its files, and the rules by which they were seen. */
    private record Then(CommitId commit, List<GitFile> files, VisibilityRules rules) {}

    /** The stored garden; the empty one when nothing usable is stored. */
    Loaded load(Sources sources) throws IOException {
        tidy();
        SearchIndex index = opening.open(folder);
        try {
            Optional<CommitId> commit = usableCommit(index, sources);
            Garden empty = Garden.empty(rules, addresses);
            if (commit.isEmpty()) {
                index.clear();
                return new Loaded(index, new Snapshot(empty, index.view()));
            }
            List<GitFile> files = sources.repository().files(commit.get());
            VisibilityRules then = rulesAt(sources, files);
            then.ignored().unused(files.stream().map(GitFile::path).toList()).forEach(line -> LOG.warn("{}", line));
            advanceToTip(sources, commit.get(), files);
            Garden garden = empty.with(then)
                    .with(everything(index, sources, new Then(commit.get(), files, then)))
                    .garden()
                    .with(redirects(sources, files))
                    .with(sources.softBreaks(commit.get()).softBreaks())
                    .withPending(pending(index, files));
            Garden told = garden.with(ReaderCommits.of(sources, garden, empty));
            return new Loaded(index, new Snapshot(told, index.view()));
        } catch (Throwable e) {
            index.close();
            throw e;
        }
    }

    private VisibilityRules rulesAt(Sources sources, List<GitFile> files) throws IOException {
        return rules.with(new IgnoreFiles(sources.repository()).of(rules.ignored(), files));
    }

    /** An index without notes in a folder beside the stored one, which stays as it is. */
    SearchIndex openBeside() throws IOException {
        delete(beside());
        return opening.open(beside());
    }

    /** Puts the index beside the stored one in its place, and opens it there. Both must be closed, the new one saved. */
    SearchIndex replace() throws IOException {
        delete(former());
        if (Files.exists(folder)) {
            Files.move(folder, former());
        }
        Files.move(beside(), folder);
        delete(former());
        return opening.open(folder);
    }

    /** After an end in the middle of {@link #replace} the new index is whole; before, it is none. */
    private void tidy() throws IOException {
        if (Files.exists(former()) && Files.exists(beside()) && !Files.exists(folder)) {
            Files.move(beside(), folder);
        }
        delete(former());
        delete(beside());
    }

    private Path beside() {
        return folder.resolveSibling(folder.getFileName() + ".new");
    }

    private Path former() {
        return folder.resolveSibling(folder.getFileName() + ".old");
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
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

    /** What the last run could not read in time. */
    private static SortedMap<NotePath, BlobId> pending(SearchIndex index, List<GitFile> files) {
        SortedMap<NotePath, BlobId> pending = new TreeMap<>();
        for (GitFile file : files) {
            if (index.lacking().contains(file.path())) {
                pending.put(file.path(), file.blob());
            }
        }
        return pending;
    }

    private AuthorRedirects redirects(Sources sources, List<GitFile> files) throws IOException {
        AuthorRedirects redirects = AuthorRedirects.NONE;
        for (GitFile file : files) {
            if (AuthorRedirects.isRedirectFile(file.path())) {
                redirects = plus(redirects, file, sources);
            }
        }
        return redirects;
    }

    private AuthorRedirects plus(AuthorRedirects redirects, GitFile file, Sources sources) throws IOException {
        try {
            byte[] content = sources.repository().bytes(file.blob(), RedirectFileReader.MAX_BYTES);
            return RedirectFileReader.plus(redirects, file.path(), content, addresses);
        } catch (UnreadableObjectException e) {
            LOG.warn("{} is missing from the garden: {}", file.path(), e.getMessage());
            return redirects;
        }
    }

    /** Dates, and what is told of former paths, are those of the tip: the step that follows brings everything else there. */
    private void advanceToTip(Sources sources, CommitId commit, List<GitFile> files) throws IOException {
        CommitId tip = sources.repository().tip().orElse(commit);
        VisibilityRules atTip = rulesAt(
                sources, tip.equals(commit) ? files : sources.repository().files(tip));
        sources.history().advance(Optional.of(commit), tip, atTip.ignored());
    }

    private static GardenChange everything(SearchIndex index, Sources sources, Then then) throws IOException {
        SortedMap<NotePath, Note> notes = new TreeMap<>();
        SortedMap<NotePath, Dates> dates = new TreeMap<>();
        for (Note note : index.notes()) {
            notes.put(note.path(), note);
            sources.history().dates(note.path()).ifPresent(known -> dates.put(note.path(), known));
        }
        SortedMap<NotePath, BlobId> attachments = new TreeMap<>();
        for (GitFile file : then.files()) {
            if (isAttachment(file.path()) && then.rules().of(file.path()) != Visibility.PRIVATE) {
                attachments.put(file.path(), file.blob());
            }
        }
        return new GardenChange(
                then.commit(),
                sources.repository().commit(then.commit()).committed(),
                notes,
                attachments,
                new TreeSet<>(),
                dates,
                sources.firstPaths(dates.keySet()),
                FormerPathChanges.all(
                        sources.history(), path -> notes.containsKey(path) || attachments.containsKey(path)));
    }

    private static boolean isAttachment(NotePath path) {
        return !path.isNote() && !AuthorRedirects.isRedirectFile(path);
    }
}
