package garden.search;

import garden.note.CommitId;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.ParsedNote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.TermQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index at one commit. Never changes, however the index goes on; answers depend on the notes of the commit alone, so that
 * two views of one commit answer the same. For any number of threads.
 *
 * <p>Counted: made with one reference, and good as long as one is held. To read, {@link #tryRetain} first and
 * {@link #release} after. All searches throw {@link UncheckedIOException} when the disk fails.
 */
public final class SearchView {

    /** Hits after the first so many are counted and not shown. */
    public static final int MAX_HITS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(SearchView.class);

    private final DirectoryReader reader;
    private final Optional<CommitId> commit;

    SearchView(DirectoryReader reader, Optional<CommitId> commit) {
        this.reader = reader;
        this.commit = commit;
    }

    /** For the thread of one search. */
    LiveSearcher searcher() {
        return new LiveSearcher(reader);
    }

    /** The commit whose notes these are; empty before the first. */
    public Optional<CommitId> commit() {
        return commit;
    }

    /** Number of notes. */
    public int notes() {
        return reader.numDocs();
    }

    /** Takes one more reference; false when the last was given back already, and nothing may be read. */
    public boolean tryRetain() {
        return reader.tryIncRef();
    }

    /** Gives one reference back; after the last, files and memory are freed. That they cannot be is logged: whoever read is done. */
    public void release() {
        try {
            reader.decRef();
        } catch (IOException e) {
            LOG.warn("cannot close the search view of {}: {}", commit, e.getMessage());
        }
    }

    /**
     * Notes that have all that is wanted, each word in whichever part of the note; when there are none, notes that have some.
     * A note called exactly so comes first.
     *
     * @param offset number of hits to leave out, from 0
     * @param limit most hits to return, from 0
     */
    public SearchResult search(Query query, int offset, int limit) {
        if (query.isEmpty()) {
            return SearchResult.NOTHING;
        }
        return reading(() -> {
            LiveSearcher searcher = searcher();
            CompiledQuery compiled = CompiledQuery.of(query);
            if (compiled.asksNothing()) {
                return SearchResult.NOTHING;
            }
            int count = Math.max(Ranking.MAX, end(offset, limit));
            TopNotes strict = TopNotes.byScore(searcher, compiled.strict(searcher), count);
            if (strict.total() > 0 || !compiled.hasWords()) {
                List<Integer> ordered =
                        compiled.hasWords() ? Ranking.strict(searcher, compiled).order(strict) : strict.documents();
                return new SearchResult(
                        strict.total(), false, hits(ordered, compiled.highlighter(searcher), offset, limit));
            }
            FuzzyTerms fuzzy = new FuzzyTerms(searcher);
            TopNotes loose = TopNotes.byScore(searcher, compiled.loose(fuzzy, searcher), count);
            List<Integer> ordered = Ranking.loose(searcher, compiled).order(loose);
            return new SearchResult(
                    loose.total(),
                    loose.total() > 0,
                    hits(ordered, compiled.highlighter(searcher, fuzzy), offset, limit));
        });
    }

    /** All notes that have everything that is wanted, by path; at most {@link #MAX_HITS}, none for a query that asks for nothing. */
    public List<NotePath> matching(Query query) {
        if (query.isEmpty()) {
            return List.of();
        }
        return reading(() -> {
            LiveSearcher searcher = searcher();
            CompiledQuery compiled = CompiledQuery.of(query);
            return compiled.asksNothing()
                    ? List.of()
                    : StoredNotes.paths(reader, TopNotes.byPath(searcher, compiled.strict(searcher), MAX_HITS));
        });
    }

    /** The plain text of a note, a line for each block; empty when there is no such note. Unlisted notes have one too. */
    public Optional<String> text(NotePath path) {
        return reading(() -> {
            TopNotes found = TopNotes.byPath(searcher(), new TermQuery(NoteDocument.id(path)), 1);
            StoredNotes stored = new StoredNotes(reader);
            return found.documents().isEmpty()
                    ? Optional.empty()
                    : Optional.of(stored.text(found.documents().getFirst()));
        });
    }

    /**
     * Notes whose title, alias or file name is most like a name that leads nowhere: mistyped, cut short, a word left out. Best
     * first; none when nothing is much like it.
     *
     * @param name with or without folders before it, which are not looked at
     */
    public List<Suggestion> similarTitles(String name, int limit) {
        return limit < 1 || name.isBlank() ? List.of() : reading(() -> new NameSearch(searcher()).similar(name, limit));
    }

    /** Notes with a title or alias in which each word typed begins a word, or a file name that begins so; shortest title first. */
    public List<Suggestion> suggest(String prefix, int limit) {
        return limit < 1 || prefix.isBlank()
                ? List.of()
                : reading(() -> new NameSearch(searcher()).beginningWith(prefix, limit));
    }

    private List<Hit> hits(List<Integer> documents, Highlighter highlighter, int offset, int limit) throws IOException {
        List<Hit> hits = new ArrayList<>();
        int end = Math.min(documents.size(), end(offset, limit));
        for (int document : documents.subList(Math.clamp(offset, 0, end), end)) {
            hits.add(hit(document, highlighter));
        }
        return hits;
    }

    private static int end(int offset, int limit) {
        return Math.clamp((long) Math.max(0, offset) + limit, 0, MAX_HITS);
    }

    private Hit hit(int document, Highlighter highlighter) throws IOException {
        ParsedNote stored = new StoredNotes(reader).parsed(document);
        Note note = stored.note();
        List<Snippet> snippets = highlighter.snippets(stored.text(), note.headings());
        return new Hit(
                note.path(),
                highlighter.mark(note.title()),
                snippets.isEmpty() ? summary(note, highlighter) : snippets);
    }

    private static List<Snippet> summary(Note note, Highlighter highlighter) {
        return note.summary().isEmpty()
                ? List.of()
                : List.of(new Snippet(highlighter.mark(note.summary()), Optional.empty()));
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException("search index cannot be read", e);
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }
}
