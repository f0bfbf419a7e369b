package garden.sync;

import garden.graph.LinkGraph;
import garden.graph.Target;
import garden.note.CommitId;
import garden.note.NotePath;
import garden.note.ParsedNote;
import garden.search.IndexChange;
import garden.search.NoteContext;
import garden.search.SearchIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Gives an index what one update reads: the words of notes batch by batch, and, once the graph is known, what the rest of the garden
 * says of them. Notes wait for that as long as there is room, so that each is written once; of a garden beyond that, the last of them.
 * Used once, by the sync thread.
 */
final class IndexFeed {

    /** Of the memory that there may be at most, one part in so many, in characters. */
    private static final int SHARE = 16;

    /** What a note takes beside its text, which the garden keeps in any case for the most part. */
    private static final int OVERHEAD = 500;

    private final SearchIndex index;
    private final long room;
    private final CommitId commit;
    private final List<ParsedNote> waiting = new ArrayList<>();
    private final Set<NotePath> written = new HashSet<>();
    private final SortedSet<NotePath> gone = new TreeSet<>();
    private long waitingChars = 0;
    private boolean hasTouchedIndex = false;

    IndexFeed(SearchIndex index, CommitId commit) {
        this(index, commit, Runtime.getRuntime().maxMemory() / SHARE);
    }

    /** @param room in characters of notes that may wait */
    IndexFeed(SearchIndex index, CommitId commit, long room) {
        this.room = room;
        this.index = index;
        this.commit = commit;
    }

    /** Takes the words of new and changed notes, and forgets those of others. */
    void take(List<ParsedNote> parsed, Collection<NotePath> forgotten) throws IOException {
        gone.addAll(forgotten);
        if (parsed.isEmpty()) {
            return;
        }
        if (waitingChars > room) {
            hasTouchedIndex = true;
            index.apply(commit, IndexChange.of(waiting, List.of()));
            waiting.forEach(note -> written.add(note.note().path()));
            waiting.clear();
            waitingChars = 0;
        }
        waiting.addAll(parsed);
        waitingChars += parsed.stream()
                .mapToLong(note -> OVERHEAD + note.text().length())
                .sum();
    }

    /** Ends the feed; the index is that of the graph {@code after} then. {@code affected} as in {@link NoteContexts#touched}. */
    void end(LinkGraph before, LinkGraph after, Collection<Target> affected) throws IOException {
        Set<NotePath> changed = new HashSet<>(written);
        waiting.forEach(note -> changed.add(note.note().path()));
        Set<NotePath> asked = new HashSet<>(changed);
        asked.addAll(gone);
        for (Target target : affected) {
            if (target instanceof Target.File(NotePath path)) {
                asked.add(path);
            }
        }
        NavigableSet<NotePath> touched = NoteContexts.touched(before, after, changed, asked);
        hasTouchedIndex = true;
        index.apply(commit, change(before, after, touched));
    }

    private IndexChange change(LinkGraph before, LinkGraph after, Collection<NotePath> touched) {
        NoteContexts then = new NoteContexts(before);
        NoteContexts now = new NoteContexts(after);
        Changed changed = new Changed();
        waiting.forEach(note ->
                changed.contexts.put(note.note().path(), now.of(note.note().path())));
        written.forEach(path -> changed.add(path, NoteContext.NONE, now.of(path)));
        touched.forEach(path -> changed.add(path, then.of(path), now.of(path)));
        return new IndexChange(waiting, gone, changed.contexts, changed.doubledLinks);
    }

    /** What has to be written of contexts. */
    private static final class Changed {

        private final Map<NotePath, NoteContext> contexts = new HashMap<>();
        private final Map<NotePath, Integer> doubledLinks = new HashMap<>();

        void add(NotePath path, NoteContext then, NoteContext now) {
            if (!now.hasWordsOf(then)) {
                contexts.put(path, now);
            } else if (now.doubledLinks() != then.doubledLinks()) {
                doubledLinks.put(path, now.doubledLinks());
            }
        }
    }

    /** Number of notes that had to be written before the graph was known. */
    int early() {
        return written.size();
    }

    /** Whether a failure may have left the index between two commits. */
    boolean hasTouchedIndex() {
        return hasTouchedIndex;
    }
}
