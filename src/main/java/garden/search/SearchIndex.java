package garden.search;

import garden.note.CommitId;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.ParsedNote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;

/**
 * The notes of one commit, on disk, so that they can be searched now and need not be parsed again at the next start.
 * Owned by the sync thread; the {@link SearchView views} it makes belong to everyone.
 *
 * <p>What is applied is seen by the next view at once, and is on disk after {@link #save}: after a crash, or a close without
 * saving, the index is as last saved, notes and commit together. When a change fails, the index closes itself; opened anew it
 * is as last saved too.
 */
public final class SearchIndex implements AutoCloseable {

    private static final String COMMIT = "commit";
    private static final String LACKING = "lacking";

    /** The only character that no path has. */
    private static final String SEPARATOR = "\0";

    private static final int MANY = 100;

    private final String fingerprint;
    private final Stemming language;
    private final IndexWriter writer;
    private DirectoryReader latest;
    private Optional<CommitId> commit;
    private NavigableSet<NotePath> lacking;

    private SearchIndex(IndexWriter writer, String fingerprint, Stemming language) throws IOException {
        this.fingerprint = fingerprint;
        this.language = language;
        this.writer = writer;
        this.latest = DirectoryReader.open(writer);
        this.commit = saved(writer, COMMIT).map(CommitId::new);
        this.lacking = new TreeSet<>();
        saved(writer, LACKING).stream()
                .flatMap(paths -> Stream.of(paths.split(SEPARATOR, -1)))
                .filter(path -> !path.isEmpty())
                .map(NotePath::new)
                .forEach(lacking::add);
    }

    /**
     * The index in the folder, made when missing. An index that is damaged, of another version of this program or of another
     * configuration is emptied. Reads the whole index once.
     *
     * @param configuration everything outside the notes that decides what is indexed; an index of another one is of no use
     * @throws IOException when the folder cannot be written or another process has the index open; never for damaged files
     */
    public static SearchIndex open(Path folder, String configuration) throws IOException {
        return open(folder, configuration, "en");
    }

    /** The same, of notes in the language with this tag of BCP 47, where they do not name another. */
    public static SearchIndex open(Path folder, String configuration, String language) throws IOException {
        return open(folder, configuration, Stemming.of(language), UnaryOperator.identity());
    }

    /** The same, on a disk that {@code disk} makes of the folder's. */
    static SearchIndex open(Path folder, String configuration, UnaryOperator<Directory> disk) throws IOException {
        return open(folder, configuration, Stemming.of("en"), disk);
    }

    private static SearchIndex open(Path folder, String configuration, Stemming language, UnaryOperator<Directory> disk)
            throws IOException {
        String fingerprint = IndexFolder.fingerprint(configuration + ", language " + language.code());
        IndexWriter writer = IndexFolder.openWriter(folder, fingerprint, disk);
        try {
            return new SearchIndex(writer, fingerprint, language);
        } catch (IOException | RuntimeException e) {
            close(writer);
            throw e;
        }
    }

    /** The commit of the notes held; empty when nothing was applied yet. */
    public Optional<CommitId> commit() {
        return commit;
    }

    /** Files of the commit whose notes are not held, since they could not be read in time. Saved with the rest. */
    public NavigableSet<NotePath> lacking() {
        return Collections.unmodifiableNavigableSet(lacking);
    }

    /** Sets {@link #lacking}. */
    public void lack(Collection<NotePath> paths) {
        lacking = new TreeSet<>(paths);
    }

    /** Every note applied, by path. Costs a read of the whole store; for the start. */
    public List<Note> notes() throws IOException {
        refresh();
        return new StoredNotes(latest).all();
    }

    /**
     * Makes the index that of {@code commit}. Costs what the change costs; nothing is forced to disk. A large change may come in
     * batches under one commit; between them the index is of no commit, so views and saves wait for the last.
     *
     * @param put notes new or changed, each path once
     * @param removed paths that are no longer there; unknown ones do not matter
     */
    public void apply(CommitId commit, Collection<ParsedNote> put, Collection<NotePath> removed) throws IOException {
        apply(commit, IndexChange.of(put, removed));
    }

    /** The same, with what the rest of the garden says of notes. A note whose context alone differs is written again from what is stored. */
    public void apply(CommitId commit, IndexChange change) throws IOException {
        refresh();
        change(() -> {
            writer.deleteDocuments(
                    change.removed().stream().map(NoteDocument::id).toArray(Term[]::new));
            Set<NotePath> put = new HashSet<>();
            change.put().forEach(parsed -> put.add(parsed.note().path()));
            List<NotePath> rewritten = change.contexts().keySet().stream()
                    .filter(path -> !put.contains(path))
                    .toList();
            try {
                // A thread of its own makes a segment of its own; worth it for many notes only.
                spread(change.put()).forEach(parsed -> put(parsed, change.contexts()));
                spread(rewritten).forEach(path -> rewrite(path, change.contexts()));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            for (Map.Entry<NotePath, Integer> linked : change.doubledLinks().entrySet()) {
                Term id = NoteDocument.id(linked.getKey());
                writer.updateNumericDocValue(id, IndexKeys.DOUBLED_LINKS, linked.getValue());
            }
        });
        this.commit = Optional.of(commit);
    }

    private static <T> Stream<T> spread(Collection<T> work) {
        return work.size() < MANY ? work.stream() : work.parallelStream();
    }

    /** What has been applied up to now, for reading at any time by any thread. The caller releases it once. */
    public SearchView view() throws IOException {
        refresh();
        latest.incRef();
        return new SearchView(latest, commit);
    }

    /** Puts what has been applied on disk, whole or not at all, and waits until it is there. */
    public void save() throws IOException {
        Map<String, String> data = new HashMap<>(Map.of(IndexFolder.FINGERPRINT, fingerprint));
        commit.ifPresent(id -> data.put(COMMIT, id.hex()));
        data.put(LACKING, lacking.stream().map(NotePath::value).collect(Collectors.joining(SEPARATOR)));
        change(() -> {
            writer.setLiveCommitData(data.entrySet());
            writer.commit();
        });
    }

    /** Forgets every note and the commit, for a rebuild. */
    public void clear() throws IOException {
        change(writer::deleteAll);
        commit = Optional.empty();
        lacking = new TreeSet<>();
    }

    /** Closes the index without saving. Views stay good until they are released. */
    @Override
    public void close() throws IOException {
        latest.close();
        close(writer);
    }

    private void put(ParsedNote parsed, Map<NotePath, NoteContext> contexts) {
        NotePath path = parsed.note().path();
        NoteContext context = contexts.getOrDefault(path, NoteContext.NONE);
        try {
            writer.updateDocument(NoteDocument.id(path), NoteDocument.of(parsed, context, language));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rewrite(NotePath path, Map<NotePath, NoteContext> contexts) {
        try {
            new StoredNotes(latest).parsed(path).ifPresent(parsed -> put(parsed, contexts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refresh() throws IOException {
        DirectoryReader newer = DirectoryReader.openIfChanged(latest, writer);
        if (newer != null) {
            latest.decRef();
            latest = newer;
        }
    }

    /** A change done by half would be saved as if it were whole. */
    private void change(Change change) throws IOException {
        try {
            change.apply();
        } catch (Throwable e) {
            try {
                writer.rollback();
            } catch (IOException | RuntimeException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    private static Optional<String> saved(IndexWriter writer, String key) {
        for (Map.Entry<String, String> entry : writer.getLiveCommitData()) {
            if (entry.getKey().equals(key)) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    private static void close(IndexWriter writer) throws IOException {
        try {
            writer.rollback();
        } finally {
            writer.getDirectory().close();
        }
    }

    private interface Change {
        void apply() throws IOException;
    }
}
