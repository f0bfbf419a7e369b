package garden.sync;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import garden.git.NotesRepository;
import garden.markdown.Markdown;
import garden.note.BlobId;
import garden.note.FrontMatter;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.ParsedNote;
import java.io.IOException;

/**
 * Parses the notes of one push, each once: for the check before its branch moves, for the garden and the index, and for the history, which
 * asks what each version says about itself. Thread-safe.
 *
 * <p>A note follows from its path, its blob and the limits of the parser, which is one for as long as the server runs; what the rules of
 * visibility or the settings of a vault make of it is asked each time. What was not read in time is not kept.
 */
public final class ParsedNotes {

    /** In bytes of the files, with {@link #OVERHEAD} for each; what is pushed beyond that may be parsed again. */
    static final long MAX_KEPT = 16 << 20;

    private static final int OVERHEAD = 500;

    /** A note is also called after its file. */
    private record Key(NotePath path, BlobId blob) {}

    /** @param size about what it takes, in characters */
    private record Kept<T>(T value, int size) {}

    private final NotesRepository repository;
    private final Markdown markdown;
    private final Cache<Key, Kept<ParsedNote>> notes;
    private final Cache<BlobId, Kept<FrontMatter>> frontMatters;

    /** Nothing is parsed yet; {@code markdown} is closed by the caller. */
    public ParsedNotes(NotesRepository repository, Markdown markdown) {
        this(repository, markdown, MAX_KEPT);
    }

    ParsedNotes(NotesRepository repository, Markdown markdown, long maxKept) {
        this.repository = repository;
        this.markdown = markdown;
        this.notes = cache(maxKept);
        this.frontMatters = cache(maxKept);
    }

    /** Evicts in the thread that adds, so that the bound holds at any time. */
    private static <K, V> Cache<K, Kept<V>> cache(long maxKept) {
        return Caffeine.newBuilder()
                .maximumWeight(maxKept)
                .weigher((K key, Kept<V> kept) -> OVERHEAD + kept.size())
                .executor(Runnable::run)
                .build();
    }

    /** The parser. */
    public Markdown markdown() {
        return markdown;
    }

    /**
     * The note that the file {@code path} is when it holds {@code blob}.
     *
     * @throws IOException when the repository cannot give the blob
     */
    ParsedNote at(NotePath path, BlobId blob) throws IOException {
        Key key = new Key(path, blob);
        Kept<ParsedNote> known = notes.getIfPresent(key);
        if (known != null) {
            return known.value();
        }
        byte[] content = repository.bytes(blob, markdown.limits().maxReadBytes() + 1);
        ParsedNote parsed = markdown.parse(path, blob, content);
        if (!parsed.note().isPending()) {
            notes.put(key, new Kept<>(parsed, content.length));
            learn(parsed.note());
        }
        return parsed;
    }

    /** A note that was parsed before, as the garden has it: what its file says about itself need not be read again. */
    void learn(Note note) {
        if (!note.isPending()) {
            int size = note.frontMatter().toString().length();
            frontMatters.put(note.blob(), new Kept<>(note.frontMatter(), size));
        }
    }

    /**
     * What a file that holds {@code blob} says about itself.
     *
     * @throws IOException when the repository cannot give the blob
     */
    FrontMatter frontMatter(BlobId blob) throws IOException {
        Kept<FrontMatter> known = frontMatters.getIfPresent(blob);
        return known == null
                ? markdown.frontMatter(repository.bytes(blob, markdown.limits().maxNoteBytes() + 1))
                : known.value();
    }

    /** The same; {@code content} is the blob's, of which no more than the limit of a note and one byte are needed. */
    public FrontMatter frontMatter(BlobId blob, byte[] content) {
        Kept<FrontMatter> known = frontMatters.getIfPresent(blob);
        return known == null ? markdown.frontMatter(content) : known.value();
    }

    /** How many notes, and front matters of notes, are kept. */
    long size() {
        return notes.estimatedSize() + frontMatters.estimatedSize();
    }

    /** Keeps nothing any more: what was pushed is published. */
    void clear() {
        notes.invalidateAll();
        frontMatters.invalidateAll();
    }
}
